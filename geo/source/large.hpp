// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/source.hpp"

#include <chrono>
#include <functional>
#include <optional>

namespace geo {

// Layers that are larger than memory should hold are looked through once, in batches, and from then on read around
// the place that is looked at.

/// What a layer's source says of it before it is read.
struct LayerSize {
    std::int64_t features = 0;         ///< 0 when it does not know
    std::int64_t source_features = 0;  ///< of all layers that it knows the number of
    /// It has an index of its features' places and a CRS, and is read where it lies.
    bool is_read_by_place = false;
    Layer head{};  ///< name, fields and CRS, and where it lies as far as the source knows; no features
};
/// @throws base::Error
LayerSize size_of(const std::filesystem::path& path, const SourceOptions& options, const Crs& target);

/// Some features of a layer.
struct Batch {
    Shapes& shapes;                                       ///< in the CRS that was asked for; free to be taken
    const std::vector<std::vector<std::string>>& values;  ///< of each feature, in the order of the fields asked for
};

/// Reads every feature and gives them away in batches, in the order of the source.
/// @param fields whose values are wanted too
/// @returns what is known of the layer in the end; its `shapes` and `fids` are empty
/// @throws base::Error as read_layer() does; base::Cancelled
Layer look_through(const std::filesystem::path& path, const SourceOptions& options, const Crs& target,
                   const std::vector<std::string>& fields, const std::function<void(Batch)>& take,
                   base::Progress progress = {});

/// Gives away some features that lie everywhere in the source, for a first look at one that takes long to look through.
/// @param some about how many
/// @param patience after which there are fewer; those that came still lie everywhere
/// @returns what is known of the layer without looking through it; nothing when its features are not found by number
/// @throws base::Error as read_layer() does; base::Cancelled
std::optional<Layer> look_at_some(const std::filesystem::path& path, const SourceOptions& options, const Crs& target,
                                  std::int64_t some, std::chrono::milliseconds patience,
                                  const std::function<void(Batch)>& take, base::Progress progress = {});

/// A part of a layer.
struct Region {
    Layer layer{};                                   ///< with the features that are there
    std::vector<std::vector<std::string>> values{};  ///< of each feature, in the order of the fields asked for
    bool complete = true;                            ///< false: there were more than were wanted
};
/// Reads what touches the box. Belongs on a worker. @param box in `target` @param most features that are wanted
/// @throws base::Error as read_layer() does; base::Cancelled
Region read_region(const std::filesystem::path& path, const SourceOptions& options, const Crs& target, const Box& box,
                   const std::vector<std::string>& fields, std::size_t most, base::Progress progress = {});

/// One feature, transformed; without parts where there is none with this id. @throws base::Error as read_layer() does
Shape shape_of(const std::filesystem::path& path, const SourceOptions& options, const Crs& target, std::int64_t fid);

}  // namespace geo
