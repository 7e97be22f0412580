// SPDX-License-Identifier: EUPL-1.2
#include "app/main/page_printing.hpp"

#include "app/map/picture.hpp"

#include <exception>
#include <utility>

namespace app {
namespace {

constexpr Budget k_budget = std::chrono::milliseconds(6);

}  // namespace

PagePrinting::PagePrinting(Desk& desk, const LabelFaces& faces, unsigned workers, std::function<void()> wake)
    : desk_(desk), faces_(faces), workers_(workers), wake_(std::move(wake)) {}

bool PagePrinting::go_on() {
    auto* run = desk_.printing();
    if (run != of_) {  // stopped, or another one
        painter_.reset();
        wanted_.reset();
        of_ = run;
    }
    if (!run) return false;
    if (!run->page()) return true;
    try {
        paint(*run);
    } catch (const base::Error& error) {
        desk_.end_printing();
        desk_.say_failed(error.problem());
    } catch (const std::exception& error) {
        desk_.end_printing();
        desk_.say_failed({.code = "print-failed",
                          .message = base::text("The picture could not be made."),
                          .advice = base::text("Choose smaller paper or fewer dots to the inch."),
                          .detail = error.what()});
    }
    return true;
}

void PagePrinting::paint(PrintRun& run) {
    if (!painter_) painter_ = std::make_unique<PagePainter>(*run.page(), faces_, workers_, wake_);
    run.tell_progress(painter_->fraction());
    if (const auto tile = painter_->tile()) {
        if (!wanted_ || !(*wanted_ == *tile)) {
            wanted_ = tile;
            run.want_tile(*tile);
        } else if (run.tile_is_ready()) {
            painter_->paint_tile(run.scene(), k_budget);
        }
        return;
    }
    if (!painter_->paint_next()) hand_over(run);
}

/// From here on it is a job like any other.
void PagePrinting::hand_over(PrintRun& run) {
    const auto picture = std::make_shared<const Picture>(painter_->take_picture());
    const auto file = run.file();
    const double dpi = run.page()->dpi;
    painter_.reset();
    of_ = nullptr;
    desk_.end_printing();
    desk_.jobs().start(base::text("Writing {file}", {{"file", file.filename().string()}}),
                       [&desk = desk_, picture, file, dpi](base::Progress progress) {
                           write_png(*picture, file, dpi, progress);
                           return std::function<void()>([&desk, file] {
                               desk.state().export_done = ExportDone{
                                   .file = file,
                                   .message = base::text("The map was saved to {file}", {{"file", file.string()}})};
                           });
                       });
}

}  // namespace app
