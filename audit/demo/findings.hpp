// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/demo/canvas.hpp"
#include "audit/demo/random.hpp"
#include "audit/dossier/actions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace audit::demo {

/// A finding as an inspector would have recorded it, and what became of it.
struct Story {
    RecordFinding record;
    Status status = Status::open;
    std::string reason{};
};

/// What becomes of a story that is recorded: its status with the reason, who must act and by when.
void tell_outcome(Story& story, const Category& category, Random& random);

/// Where findings may lie; handed out one by one. Of a city, or made up for a dossier without one.
class SpotSource {
public:
    virtual ~SpotSource() = default;
    virtual std::optional<TerraceSpot> next_terrace(bool with_obstacle) = 0;
    virtual std::optional<PlainSpot> next(PlainSpot::What what) = 0;
};

/// Each spot of a city once.
class CitySpots : public SpotSource {
public:
    CitySpots(const Spots& spots, std::uint64_t seed);
    std::optional<TerraceSpot> next_terrace(bool with_obstacle) override;
    std::optional<PlainSpot> next(PlainSpot::What what) override;

private:
    std::vector<const TerraceSpot*> terraces_{};
    std::vector<const PlainSpot*> plain_{};
};

/// As many as anybody asks for, spread over a square of `width` metres: for benchmarks.
class EndlessSpots : public SpotSource {
public:
    EndlessSpots(double width, std::uint64_t seed) : width_(width), random_(seed) {}
    std::optional<TerraceSpot> next_terrace(bool with_obstacle) override;
    std::optional<PlainSpot> next(PlainSpot::What what) override;

private:
    geo::Point somewhere();
    double width_;
    Random random_;
};

/// Makes stories whose geometry and measurements agree: a terrace sticks out as far as was measured, a passage is as
/// narrow as was measured, each within the stated accuracy.
class Storyteller {
public:
    /// @param terrace_layer, plain_layers uuids of layers in the dossier for Finding::layer_refs; empty: no references
    Storyteller(const Catalogue& catalogue, SpotSource& spots, std::uint64_t seed);

    std::function<std::string(CityLayer)> layer_uuid = [](CityLayer) { return std::string{}; };

    /// @returns nothing when the city has no place left for any finding
    std::optional<Story> next(const std::string& date);

private:
    std::optional<Story> about(const Category& category);
    std::optional<Story> terrace_over();
    std::optional<Story> terrace_passage();
    std::optional<Story> object_on_footway();
    std::optional<Story> threshold();
    std::optional<Story> anything(const Category& category);
    void finish(Story& story, const Category& category, const std::string& date);
    std::string reference(CityLayer layer, std::int64_t fid) const;

    const Catalogue& catalogue_;
    SpotSource& spots_;
    Random random_;
    std::size_t told_ = 0;
    std::string where_{};
};

}  // namespace audit::demo
