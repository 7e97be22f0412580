// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: data sets that stay open between two readings.

#include "geo/source/gdal.hpp"

#include <functional>
#include <memory>
#include <string>

namespace geo {

/// An open source, which one reader has alone; closed, or kept for the next one, when that one is done.
using OpenData = std::unique_ptr<GDALDataset, std::function<void(GDALDataset*)>>;

OpenData closed_at_once(GDALDatasetUniquePtr data);
/// Makes one that is kept. To be asked before it is opened, so that what is written meanwhile is noticed.
/// @param name as it will be opened: a file that nobody writes
std::function<OpenData(GDALDatasetUniquePtr)> keeper_of(const std::string& name);
/// One that was kept, unless the file changed since it was opened; nullptr when there is none.
OpenData take_kept(const std::string& name);

}  // namespace geo
