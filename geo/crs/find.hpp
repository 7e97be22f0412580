// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A CRS as people look for one.
struct CrsEntry {
    std::string code, name;
    bool operator==(const CrsEntry&) const = default;
};

/// Those of EPSG whose number or name has all the words in it, the number that was meant first. Places on earth only,
/// and none that was withdrawn. The first call takes some tenths of a second: belongs on a worker.
std::vector<CrsEntry> find_crs(std::string_view words, std::size_t most);

}  // namespace geo
