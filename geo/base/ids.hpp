// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/clock.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace base {

/// Makes uuids. Injected like the clock.
using Ids = std::function<std::string()>;

/// UUID version 7 (RFC 9562): time first, then random bits. Rows that are made after each other then lie beside each
/// other in an index over uuids, so findings and their measurements are read in one pass without jumping about.
Ids time_ordered_ids(Clock clock);
/// The same uuids for the same seed: for tests and the demo city.
Ids seeded_ids(std::uint64_t seed, Time begin);

bool is_uuid(std::string_view text);

/// Lower-case hex of SHA-256.
std::string sha256_hex(std::string_view bytes);
/// `count` bytes from the operating system's generator, as lower-case hex.
std::string random_hex(std::size_t count);
std::string to_hex(std::span<const std::uint8_t> bytes);

}  // namespace base
