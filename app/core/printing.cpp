// SPDX-License-Identifier: EUPL-1.2
#include "app/core/printing.hpp"

#include "app/core/attribution.hpp"
#include "app/core/desk.hpp"
#include "app/core/page_legend.hpp"
#include "geo/crs/transform.hpp"

#include <cmath>
#include <utility>

namespace app {
namespace {

/// Paper is white, whatever the window is.
constexpr Theme k_paper = Theme::light;

}  // namespace

double metres_per_unit(const Desk& desk) {
    const auto& view = desk.state().camera.view;
    const double step = view.units_per_pixel * 100;
    const double metres =
        geo::ground_distance_m(desk.state().snapshot->info.crs, view.centre, {view.centre.x + step, view.centre.y});
    return std::isfinite(metres) && metres > 0 ? metres / step : 1;
}

Page page_now(const Desk& desk, const PrintForm& form) {
    return blank_page(form, desk.state().camera.visible(), metres_per_unit(desk), k_paper);
}

PrintRun::PrintRun(Desk& desk, PrintForm form, std::filesystem::path file, std::function<LetterWidths()> letter_widths)
    : desk_(desk),
      form_(std::move(form)),
      file_(std::move(file)),
      letter_widths_(std::move(letter_widths)),
      marks_(desk.views().marks()),
      as_heat_(desk.state().settings.heat_map),
      with_names_(desk.state().settings.map_names && letter_widths_),
      page_(page_now(desk, form_)),
      labels_(desk.jobs(), desk.errands(), desk.layers(), letter_widths_),
      clusters_(desk.errands()),
      heats_(desk.errands()) {
    const std::weak_ptr<char> alive = alive_;
    desk.errands().start(base::text("Reading the typeface"), [this, alive, read = letter_widths_](base::Progress) {
        auto widths = std::make_shared<const LetterWidths>(read ? read() : LetterWidths{});
        return std::function<void()>([this, alive, widths] {
            if (!alive.expired()) widths_ = widths;
        });
    });
}

/// For the whole page as on a screen: what is finer is only brought for one tile at a time.
Camera PrintRun::wanted_ground() const {
    if (tile_) return *tile_;
    Camera camera = page_.camera;
    camera.width = std::max(1, static_cast<int>(camera.width / page_.pixel_ratio));
    camera.height = std::max(1, static_cast<int>(camera.height / page_.pixel_ratio));
    camera.view.units_per_pixel *= page_.pixel_ratio;
    camera.pixel_ratio = 1;
    return camera;
}

void PrintRun::look(bool at_rest) {
    looks_at_rest_ = at_rest ? looks_at_rest_ + 1 : 0;
    if (ready_) return;
    clusters_.look(page_.camera, marks_);
    if (as_heat_) heats_.look(page_.camera, marks_, desk_.state().snapshot->info.crs, page_.theme);
    if (with_names_ && as_heat_)
        labels_.look(page_.camera, nullptr, nullptr);
    else if (with_names_ && clusters_.is_up_to_date())
        labels_.look(page_.camera, marks_, clusters_.shown());
    // What was asked for just now makes the desk busy until it has come.
    if (tile_is_ready() && widths_) compose();
}

void PrintRun::compose() {
    const auto language = base::language();
    const auto shown = scene();
    const PageWords words{
        .legend = page_legend(page_, shown, desk_.layers(), language),
        .crs = desk_.state().snapshot->info.crs.name(),
        .date = base::date_for_people(base::local_date(desk_.clock()()), language),
        .attribution = attribution_of(desk_.layers(), [this](const auto& layer) { return is_on(layer, page_); }),
    };
    lay_out(page_, form_, words, *widths_, language);
    ready_ = true;
}

void PrintRun::want_tile(const Camera& tile) {
    tile_ = tile;
    looks_at_rest_ = 0;
}

Scene PrintRun::scene() const {
    Scene scene;
    scene.theme = k_paper;
    scene.layers = desk_.views().layers_for(k_paper);
    scene.labels = labels_.shown();
    scene.marks = marks_;
    scene.heat = heats_.shown();
    scene.clusters = scene.heat ? nullptr : clusters_.shown();
    return scene;
}

}  // namespace app
