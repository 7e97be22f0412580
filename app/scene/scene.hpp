// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/camera.hpp"
#include "app/scene/labels.hpp"
#include "app/scene/prepared.hpp"
#include "app/scene/raster.hpp"
#include "app/scene/sheet.hpp"
#include "app/scene/style.hpp"
#include "geo/index/index.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

struct Clusters;
struct Heat;

/// A layer as it is drawn now.
struct SceneLayer {
    std::string id;                               ///< stable: the dossier's layer uuid
    std::shared_ptr<const PreparedLayer> data{};  ///< of features; or:
    std::shared_ptr<const PreparedLayer> near{};  ///< the features in view, of one that is held by place
    geo::Box near_box{};                          ///< where `near` has all of them
    LayerStyle style{};
    bool visible = true;
    std::shared_ptr<const RasterPicture> raster{};  ///< of pixels
    double opacity = 1;                             ///< of pixels; features have theirs in the style
    bool pickable = true;                           ///< false for a class of a layer that stands in the list as a whole

    /// Those that are there to be picked; nullptr when none are.
    const PreparedLayer* features() const { return data && data->is_by_place ? near.get() : data.get(); }
    /// What it is drawn from at a scale; nullptr when that is not there.
    const PreparedLayer* drawn(double units_per_pixel) const;
    /// True when it is to be seen on the sheet and cannot be drawn there yet.
    bool is_awaited(const Sheet& sheet) const;
};

/// A finding on the map.
struct Mark {
    geo::Shape shape{};  ///< in the dossier's CRS; a line or a polygon is outlined, the symbol stands on it
    std::optional<audit::Severity> severity{};
    audit::Status status = audit::Status::open;
};

/// The outlines of findings that look the same.
struct MarkGroup {
    std::optional<audit::Severity> severity{};
    bool is_settled = false;  ///< solved, verified or dropped
    std::shared_ptr<const PreparedLayer> outlines{};
};

/// The findings that pass the filter, frozen: made anew when the snapshot or the filter changes, not when the selection
/// does. Findings without geometry keep their place, so that item i is the caller's finding i. May be made on a worker:
/// 100,000 findings take some tenths of a second.
class MarkLayer {
public:
    explicit MarkLayer(const std::vector<Mark>& marks);

    std::size_t size() const { return places_.size(); }
    /// Where the symbol stands; nothing for a finding without geometry.
    std::optional<geo::Point> place(std::size_t item) const;
    audit::Status status(std::size_t item) const { return looks_[item].status; }
    std::optional<audit::Severity> severity(std::size_t item) const { return looks_[item].severity; }
    const geo::Shapes& shapes() const { return *shapes_; }
    const geo::Index& shape_index() const { return shape_index_; }
    const geo::Index& place_index() const { return place_index_; }
    const geo::Shapes& symbols() const { return *symbols_; }          ///< the places as point shapes, for picking
    const std::vector<MarkGroup>& groups() const { return groups_; }  ///< of findings that are more than a point

private:
    struct Look {
        std::optional<audit::Severity> severity;
        audit::Status status;
    };
    std::vector<geo::Point> places_;
    std::vector<Look> looks_;
    std::shared_ptr<const geo::Shapes> shapes_, symbols_;
    geo::Index shape_index_, place_index_;
    std::vector<MarkGroup> groups_;
};

/// What is being drawn by hand: its corners so far and the way to the pointer.
struct Draft {
    geo::Shape shape{};                   ///< a point, a line, or the open ring of a polygon as a line
    std::optional<geo::Point> pointer{};  ///< rubber band from the last corner
    bool closes = false;                  ///< an outline: also back to the first corner, and filled
};

/// Everything a picture of the map is made from. Frozen once it is given to the renderer; the next one is cheap to
/// make, since it shares what did not change. All positions are in the dossier's CRS.
struct Scene {
    Theme theme = Theme::light;
    std::vector<SceneLayer> layers{};        ///< bottom first
    std::shared_ptr<const Labels> labels{};  ///< over the layers, below the findings' symbols
    std::shared_ptr<const MarkLayer> marks{};
    std::vector<std::uint32_t> selected{};  ///< items of `marks`
    std::optional<std::uint32_t> hovered{};
    std::shared_ptr<const Clusters> clusters{};  ///< of `marks`; nullptr: every finding has a symbol of its own
    std::optional<std::size_t> hovered_cluster{};
    std::shared_ptr<const Heat> heat{};  ///< instead of symbols, but for selected and hovered findings
    std::vector<std::shared_ptr<const geo::Shape>> highlights{};  ///< features of layers that are pointed out
    std::optional<Draft> draft{};
    std::optional<geo::Point> cross_hair{};
};

/// Half the size of a finding's symbol, style pixels: large enough for a digit, small enough for a street.
constexpr double k_symbol_radius = 11.0;

/// What lies under a pixel.
struct Picked {
    std::optional<std::uint32_t> mark{};  ///< item of `Scene::marks`, or else:
    std::size_t layer = 0;                ///< place in `Scene::layers`
    std::uint32_t item = 0;               ///< feature of that layer
    double distance = 0;                  ///< CRS units
};
/// Findings first, then the visible layers from the top down, nearest first. @param reach style pixels
std::vector<Picked> pick(const Scene& scene, const Camera& camera, Pixel at, double reach = 6.0);
/// All findings whose symbol or shape touches the rectangle, ascending.
std::vector<std::uint32_t> marks_in(const Scene& scene, const geo::Box& box);

}  // namespace app
