// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/page.hpp"
#include "geo/base/texts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// How the map is to be printed, as it is chosen in the window.
struct PrintForm {
    std::string title{};
    std::string paper = "a4";               ///< or "a3"
    std::string orientation = "landscape";  ///< or "portrait"
    std::string dpi = "300";                ///< or "150"
    bool operator==(const PrintForm&) const = default;
};
/// "a3 portrait 150": what is named is changed. Nothing for a word that is none of them.
std::optional<PrintForm> changed(PrintForm form, const std::string& words);

/// A line of the legend: a heading, or a sample with words.
struct LegendLine {
    std::string text{};
    bool is_heading = false;
    std::optional<Scene> sample{};  ///< of k_sample_width × k_sample_height units
};
/// Style pixels.
constexpr double k_sample_width = 30, k_sample_height = 22;

/// What stands around the map, already in words.
struct PageWords {
    std::vector<LegendLine> legend{};
    std::string crs{}, date{}, attribution{};
};

/// A page without its words: where the map lies and at which scale, so that what is in view is on it.
/// @param metres_per_unit of the CRS, there
Page blank_page(const PrintForm& form, const geo::Box& in_view, double metres_per_unit, Theme theme);

/// Puts title, legend, scale bar and the rest around the map. Legend lines that find no room are counted in a last one.
void lay_out(Page& page, const PrintForm& form, const PageWords& words, const LetterWidths& widths,
             base::Language language);

}  // namespace app
