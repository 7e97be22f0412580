// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/demo/city.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace audit::demo {

/// The sizes that have a name: an inner city, a city, a region.
enum class Size { small, city, metro };
std::optional<Size> parse_size(std::string_view word);
std::int64_t features_of(Size size);
/// How many findings go with a city of so many features: some 120 for an inner city, 5,000 for a region.
std::int64_t findings_for(std::int64_t features);

struct Demo {
    City city{};
    std::int64_t findings = 0;
};

/// Makes `folder` with city.gpkg and dossier.gpkg; an older city.gpkg of ours is replaced, a dossier never. Same
/// options, same bytes.
/// @throws base::Refusal code "demo-exists" when a dossier is there already; base::Error; base::Cancelled
Demo make_demo(const std::filesystem::path& folder, const CityOptions& options, base::Progress progress = {});

/// A dossier of `city`, which lies at `city_file`, with its layers and about `count` findings in every status.
/// @returns how many there are: a city has only so many places where something can be wrong
std::int64_t make_city_dossier(const std::filesystem::path& path, const std::filesystem::path& city_file,
                               const City& city, std::int64_t count, std::uint64_t seed, base::Progress progress = {});

/// A dossier without a city, with exactly `count` findings spread over a region: for benchmarks.
void make_findings_dossier(const std::filesystem::path& path, std::int64_t count, std::uint64_t seed,
                           base::Progress progress = {});

}  // namespace audit::demo
