// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"
#include "audit/exchange/exporters.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace app {

class Desk;

/// What is to be written, as it is chosen in the window.
struct ExportForm {
    std::string format = "geojson";  ///< name of an exporter
    std::string audience = "public";
    bool operator==(const ExportForm&) const = default;
};

/// What came of it, to be read until it is closed.
struct ExportDone {
    std::filesystem::path file{};
    base::Text message{};
    base::Problems remarks{};
};

/// A snapshot as what exporters read, with progress. The snapshot is kept alive by it.
audit::FindingFeed feed_of(std::shared_ptr<const audit::Snapshot> snapshot, base::Progress progress);

/// Writes the findings that the filter of the list lets through, on a worker; the same code as `doorgangctl export`.
void start_export(Desk& desk, const ExportForm& form, const std::filesystem::path& out);
/// Copies the dossier with its photos to `out`, on a worker.
void start_copy(Desk& desk, const std::filesystem::path& out);

/// "binnenstad.geojson" for the dossier that is open.
std::string proposed_name(const audit::Snapshot& snapshot, const ExportForm& form);

}  // namespace app
