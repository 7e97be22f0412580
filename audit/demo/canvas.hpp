// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/demo/curve.hpp"
#include "geo/source/writer.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace audit::demo {

/// The layers of city.gpkg, in the order in which a map draws them.
enum class CityLayer {
    district,
    water,
    square,
    roadway,
    footway,
    sports_facility,
    building,
    terrace_permit,
    terrace_marker,
    furniture,
    stop
};
inline constexpr std::size_t k_layer_count = 11;

struct LayerPlan {
    CityLayer layer;
    std::string name;   ///< in the file
    std::string title;  ///< in the dossier, Dutch
    geo::Kind kind;
    std::vector<geo::FieldDefinition> fields;
};
const std::array<LayerPlan, k_layer_count>& layer_plans();

using Values = std::vector<geo::FieldValue>;

/// A café's terrace as it was permitted, and how much room there is in front of it. Corners counter-clockwise, the
/// first two on the side of the façade.
struct TerraceSpot {
    std::string business{}, address{}, permit{}, street{}, district{};
    std::int64_t fid = 0;  ///< in terrace_permit
    std::array<geo::Point, 4> corners{};
    geo::Point outward{};       ///< unit, away from the façade
    bool has_obstacle = false;  ///< street furniture before the terrace
    geo::Point obstacle{};
    std::string obstacle_kind{};
    double room = 0;  ///< from the permitted edge to the obstacle, metres
};

/// A place where something may be found: an object on a footway, an entrance, a stop, …
struct PlainSpot {
    enum class What { object, entrance, footway, square, stop, sport } what = What::object;
    std::string street{}, district{}, detail{};
    CityLayer layer = CityLayer::footway;
    std::int64_t fid = 0;
    geo::Point at{};
    geo::Point along{1, 0};  ///< unit, along the street
    double room = 0;         ///< free width of the footway beside it, metres; 0 where that means nothing
};

/// What the dossier can be about, gathered while the city is drawn. Bounded: unless many findings are asked for, a
/// large city keeps every n-th.
struct Spots {
    std::vector<TerraceSpot> terraces{};
    std::vector<PlainSpot> plain{};
};

/// Receives the city feature by feature.
class Canvas {
public:
    using Sink = std::function<void(CityLayer, geo::Shape&&, Values&&)>;
    /// @param findings that are to find a spot; 0: a few thousand at most
    explicit Canvas(Sink sink, std::int64_t findings = 0);

    /// @returns the feature's id in its layer
    std::int64_t add(CityLayer layer, geo::Shape&& shape, Values&& values);
    std::int64_t count() const { return total_; }
    std::int64_t count(CityLayer layer) const { return counts_[static_cast<std::size_t>(layer)]; }

    std::string district{};  ///< of what is drawn now
    Spots spots{};
    void note(TerraceSpot&& spot);
    void note(PlainSpot&& spot);

private:
    Sink sink_;
    std::size_t most_spots_;
    std::array<std::int64_t, k_layer_count> counts_{};
    std::int64_t total_ = 0;
    std::array<std::int64_t, 6> seen_{};
};

}  // namespace audit::demo
