// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/cluster_feed.hpp"
#include "app/core/heat_feed.hpp"
#include "app/core/label_feed.hpp"
#include "app/core/page_layout.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace app {

class Desk;

/// A page that is being made, until its picture is handed over to be written: first what its whole map needs is brought
/// (names, piles of findings, densities), then, tile by tile, what lies on the ground of that tile. Whoever can draw
/// asks for the tiles. Belongs to the main thread.
class PrintRun {
public:
    PrintRun(Desk& desk, PrintForm form, std::filesystem::path file, std::function<LetterWidths()> letter_widths);

    /// Goes on as far as it can. @param at_rest nothing is being read or counted for what was looked at last
    void look(bool at_rest);
    /// The ground that layers are to be read for.
    Camera wanted_ground() const;

    /// nullptr until it can be painted.
    const Page* page() const { return ready_ ? &page_ : nullptr; }
    const std::filesystem::path& file() const { return file_; }
    const PrintForm& form() const { return form_; }
    /// Layers are brought for this part of the page from now on.
    void want_tile(const Camera& tile);
    /// What was wanted last has been brought.
    bool tile_is_ready() const { return looks_at_rest_ >= 2; }
    /// As the map shows things now, but for what only belongs to the window.
    Scene scene() const;

    void tell_progress(double fraction) { fraction_ = fraction; }
    double fraction() const { return fraction_; }

private:
    void compose();

    Desk& desk_;
    PrintForm form_;
    std::filesystem::path file_;
    std::function<LetterWidths()> letter_widths_;
    std::shared_ptr<const MarkLayer> marks_;
    bool as_heat_ = false, with_names_ = false;
    double metres_per_unit_ = 1;
    Page page_{};
    bool ready_ = false;
    std::shared_ptr<const LetterWidths> widths_{};
    LabelFeed labels_;
    ClusterFeed clusters_;
    HeatFeed heats_;
    std::optional<Camera> tile_{};
    int looks_at_rest_ = 0;
    double fraction_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

/// How many metres a CRS unit is, in the middle of the view.
double metres_per_unit(const Desk& desk);
/// The page as it would be now, without anything on it: for a preview.
Page page_now(const Desk& desk, const PrintForm& form);

}  // namespace app
