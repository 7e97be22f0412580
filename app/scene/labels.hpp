// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/letters.hpp"
#include "app/scene/style.hpp"
#include "geo/base/progress.hpp"
#include "geo/geometry/shape.hpp"
#include "geo/index/index.hpp"

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace app {

/// What a name is of. Graver ones take their place first.
/// `count` is how many findings a symbol stands for, no name.
enum class LabelRole : std::uint8_t { place, water, street, thing, number, count };
constexpr std::size_t k_label_roles = 6;

/// How names of a role look, in every theme.
struct LabelLook {
    Cut cut = Cut::regular;
    float size = 12;             ///< of an em, style pixels
    double widest = 1;           ///< CRS units for a style pixel from which on they are left out
    bool follows_lines = false;  ///< lines and long areas carry their name along themselves
};
LabelLook look_of(LabelRole role);

/// The letters and what surrounds them, so that they are read on any ground.
struct LabelColours {
    Colour ink, halo;
};
LabelColours label_colours(LabelRole role, Theme theme);
/// How far the halo reaches beyond the letters, style pixels.
constexpr double k_label_halo = 1.6;

/// A name and where it may stand.
struct LabelCandidate {
    std::uint32_t text = 0;            ///< place in LabelSource::texts
    std::uint32_t begin = 0, end = 0;  ///< in LabelSource::points: its line, or one point
    double size = 0;                   ///< larger things are named first; CRS units
    double room = 0;                   ///< width there is for it, CRS units; 0: beside a point, where there is no limit
};

/// The names of one layer, made ready for being placed at every scale. Frozen.
struct LabelSource {
    LabelRole role = LabelRole::thing;
    double widest = 1;
    std::vector<std::string> texts{};
    std::vector<float> widths{};  ///< of each text, style pixels
    std::vector<geo::Point> points{};
    std::vector<LabelCandidate> candidates{};   ///< largest first
    std::shared_ptr<const geo::Index> index{};  ///< over the boxes of the candidates
};

/// @param names one for each shape; empty: it has none
/// Lines with the same name that meet become one. Belongs on a worker. @throws base::Cancelled
std::shared_ptr<const LabelSource> label_source(const geo::Shapes& shapes, const std::vector<std::string>& names,
                                                LabelRole role, const LetterWidths& widths,
                                                base::Progress progress = {});

/// A name where it stands.
struct PlacedLabel {
    std::string text{};
    LabelRole role = LabelRole::thing;
    geo::Point anchor{};             ///< its middle; of a point: the point
    double beside = 0, above = 0;    ///< from the anchor to the middle of the text, style pixels
    float width = 0;                 ///< style pixels
    std::vector<geo::Point> path{};  ///< its way, evenly cut, read from its begin; empty: it stands level
    bool is_straight = false;        ///< the whole way has one direction
};

/// Names are placed in squares of the ground, the same wherever the view is: what stands on the map stays where it is
/// while the map moves.
struct LabelCellPlace {
    int step = 0;  ///< of scale
    std::int64_t column = 0, row = 0;
    auto operator<=>(const LabelCellPlace&) const = default;
    geo::Box box() const;
};
/// Scales go in steps of half an octave. CRS units for a style pixel.
double units_of_step(int step);
/// The step whose names fit at this scale: they are placed for a scale at least as wide.
int step_of(double units_per_style_pixel);
std::vector<LabelCellPlace> label_cells(const geo::Box& ground, int step);

/// Rectangles that are taken, style pixels of the step from the CRS's origin.
struct LabelPatch {
    double min_x = 0, min_y = 0, max_x = 0, max_y = 0;
};
/// What stands in one cell. Frozen.
struct LabelCell {
    LabelCellPlace place{};
    std::vector<PlacedLabel> labels{};
    std::vector<LabelPatch> patches{};  ///< what the labels take; those of neighbours leave it free
};

/// What the map shows of them now. Frozen.
struct Labels {
    double units = 1;  ///< CRS units for a style pixel that they were placed for
    std::vector<std::shared_ptr<const LabelCell>> cells{};
};

}  // namespace app
