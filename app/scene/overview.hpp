// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/coverage.hpp"
#include "geo/source/source.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace app {

struct PreparedLayer;

/// What is to be known of features beside their geometry, gathered one by one.
class Overview {
public:
    void note(const geo::Shapes& shapes, std::uint32_t feature);
    void tell(PreparedLayer& layer) const;
    std::size_t features() const { return features_; }
    std::size_t corners() const { return corners_; }

private:
    std::array<std::size_t, 8> kinds_{};
    std::size_t features_ = 0, corners_ = 0;
};

/// Prepares a layer that is too large to be held, from what is given away while it is looked through.
class LargeLayerBuilder {
public:
    /// @param expected features, and where they lie, as the source says; empty when it does not know
    explicit LargeLayerBuilder(std::int64_t expected, const geo::Box& ground = {})
        : expected_(static_cast<double>(expected)), ground_(ground) {}

    void add(const geo::Shapes& shapes);
    /// One of them. @param ground where all of them lie
    void add(const geo::Shapes& shapes, std::uint32_t feature, const geo::Box& ground);
    /// Features that stand for all `expected` ones: areas are drawn as large as those that are not there would make
    /// them together.
    void add_sample(geo::Shapes shapes);
    /// As far as it has come. @param layer without features
    std::shared_ptr<const PreparedLayer> so_far(std::shared_ptr<const geo::Layer> layer) const;
    std::shared_ptr<const PreparedLayer> finish(std::shared_ptr<const geo::Layer> layer);
    /// The same for a sample of so many features.
    std::shared_ptr<const PreparedLayer> finish(std::shared_ptr<const geo::Layer> layer, std::int64_t features);

private:
    void begin(const geo::Box& box, std::size_t features, std::size_t corners);

    double expected_;
    geo::Box ground_;
    Overview seen_{};
    std::optional<CoverageBuilder> coverage_{};
};

/// A layer that is held by place. @param layer without features @param coverage of all of them
PreparedLayer held_by_place(std::shared_ptr<const geo::Layer> layer, Coverage coverage);

std::uint64_t next_prepared_serial();

}  // namespace app
