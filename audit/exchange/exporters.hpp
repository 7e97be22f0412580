// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/exchange/properties.hpp"
#include "audit/query/filter.hpp"
#include "geo/crs/crs.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace audit {

/// Where findings come from: an open dossier, or the snapshot a window shows.
struct FindingFeed {
    geo::Crs crs;
    std::shared_ptr<const Catalogue> catalogue;
    /// Calls for each finding, in the order of uuid. Files are then the same every time.
    std::function<void(const std::function<void(const Finding&)>& use)> for_each;
    std::filesystem::path dossier{};               ///< never written over
    std::vector<std::filesystem::path> sources{};  ///< of its map layers: never written over either
};

struct ExportOptions {
    Audience audience = Audience::outside;
    base::Language language = base::Language::english;  ///< of labels, and of numbers where people read them
    Filter where{};
    std::optional<geo::Crs> crs{};  ///< nothing: the format's own; only where the format leaves the choice
};

struct Exported {
    std::int64_t findings = 0;
    std::int64_t without_place = 0;
    base::Problems remarks{};
};

/// A format. A new one is a file and a line in the table.
struct Exporter {
    std::string_view name;    ///< of scripts: "geojson"
    std::string_view ending;  ///< ".geojson"
    base::Text (*label)();    ///< what people choose
    bool takes_crs = false;
    /// Bounded memory, whole file or none. @throws base::Error when it cannot be written
    Exported (*write)(const std::filesystem::path& out, const FindingFeed& feed,
                      const ExportOptions& options) = nullptr;
};

std::span<const Exporter> exporters();
/// @throws base::Error code "export-format" listing what there is
const Exporter& exporter_named(std::string_view name);
/// By the ending of the file's name. @throws as above
const Exporter& exporter_for(const std::filesystem::path& out);

/// Writes the findings that match. An existing file is replaced once the new one is complete.
/// @throws base::Refusal for what cannot be asked (a CRS for a format that has its own, the dossier as target);
/// base::Error when it cannot be written
Exported export_findings(const Exporter& exporter, const std::filesystem::path& out, const FindingFeed& feed,
                         const ExportOptions& options);

}  // namespace audit
