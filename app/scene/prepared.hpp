// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/cell_painter.hpp"
#include "app/scene/chunk_builder.hpp"
#include "app/scene/coverage.hpp"
#include "app/scene/stretches.hpp"
#include "geo/base/progress.hpp"
#include "geo/index/index.hpp"
#include "geo/source/source.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace app {

/// Neighbours that are made ready, uploaded and left out together.
struct Run {
    std::uint32_t begin = 0, end = 0;  ///< places in `PreparedLayer::order`
    geo::Box box{};
};

/// Features made ready for drawing and picking, by a job. From afar they are drawn from their coverage; nearer by one
/// by one, from what is built when it comes into view, so that opening costs no more than one look at every feature.
/// Frozen.
struct PreparedLayer {
    std::shared_ptr<const geo::Layer> layer;
    geo::Index index;  ///< over layer->shapes.boxes
    geo::Box box{};
    std::vector<std::uint32_t> order{};  ///< features that are drawn, neighbours together
    std::vector<Run> runs{};
    Stretches stretches{};             ///< of features with very many corners: what a view does not show is passed over
    Coverage coverage{};               ///< none for a small layer, which is drawn one by one at every scale
    bool is_by_place = false;          ///< too large to be held: `layer` tells of all of it and has no features
    geo::Kind kind = geo::Kind::none;  ///< of most features
    std::size_t feature_count = 0, corners = 0;
    bool has_points = false;   ///< which are drawn as symbols, not as ground that is covered
    std::uint64_t serial = 0;  ///< one for each prepared layer of this run, so that caches can tell them apart

    std::span<const std::uint32_t> features_of(const Run& run) const {
        return std::span(order).subspan(run.begin, run.end - run.begin);
    }
};

/// Sorts, indexes and covers. Takes about a second for a million features: belongs on a worker.
/// @throws base::Cancelled
std::shared_ptr<const PreparedLayer> prepare(std::shared_ptr<const geo::Layer> layer, base::Progress progress = {});

/// The part of a layer that lies in a picture, with a cell for each pixel. Safe from every thread.
/// @param patch with place and size; what is painted is added
void cover(CellPatch& patch, const PreparedLayer& layer, CellPainter::Pen pen);

/// The layer once more for each class of its features, to be drawn in another style each; there is nothing to be
/// picked.
/// @param class_of one for each feature, below `classes`
/// @throws base::Cancelled
std::vector<std::shared_ptr<const PreparedLayer>> prepare_classes(const std::shared_ptr<const geo::Layer>& layer,
                                                                  const std::vector<std::uint8_t>& class_of,
                                                                  std::size_t classes, base::Progress progress = {});

/// What is in view of a layer that is held by place. Frozen.
struct PreparedRegion {
    geo::Box box{};  ///< whatever touches it is there
    std::shared_ptr<const PreparedLayer> all{};
    std::vector<std::shared_ptr<const PreparedLayer>> parts{};  ///< one for each class, when it is coloured by classes
    std::vector<std::string> names{};                           ///< of each feature, when they were asked for
    bool complete = true;                                       ///< false: there was more than can be shown
};
/// Like prepare(), for features that are only looked at from near by: they are not covered.
std::shared_ptr<const PreparedLayer> prepare_region(std::shared_ptr<const geo::Layer> layer);
std::vector<std::shared_ptr<const PreparedLayer>> prepare_region_classes(const std::shared_ptr<const geo::Layer>& layer,
                                                                         const std::vector<std::uint8_t>& class_of,
                                                                         std::size_t classes);

}  // namespace app
