// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: files that describe a service for GDAL.

#include <string>

namespace geo {

/// The address that such a file stands for, as somebody could have pasted it. @throws base::Error "service-description"
/// for a kind that is not read, naming the file
std::string address_in_description(const std::string& file);

}  // namespace geo
