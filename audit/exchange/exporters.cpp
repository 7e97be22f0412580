// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/exporters.hpp"

#include "audit/exchange/formats.hpp"
#include "geo/base/letters.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace audit {
namespace {

constexpr std::array k_exporters{
    Exporter{"geojson", ".geojson", [] { return base::text("GeoJSON, for maps"); }, false, write_geojson},
    Exporter{"csv", ".csv", [] { return base::text("CSV, for a spreadsheet"); }, true, write_csv},
};

[[noreturn]] void no_format(base::Text message) {
    std::string names;
    for (const auto& exporter : k_exporters) names.append(names.empty() ? "" : ", ").append(exporter.name);
    throw base::Error({.code = "export-format",
                       .message = std::move(message),
                       .advice = base::text("Choose one of these formats: {formats}.", {{"formats", names}})});
}

// What an export may replace: one of our own, or an empty file made to be filled.
bool is_earlier_export(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return false;
    std::ifstream in(file, std::ios::binary);
    std::string begin(64, '\0');
    in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(in.gcount()));
    return begin.empty() || begin.starts_with("{\"type\":\"FeatureCollection\"") ||
           begin.starts_with("\xEF\xBB\xBFuuid");
}

void refuse_bad_target(const std::filesystem::path& out, const FindingFeed& feed) {
    std::error_code ignored;
    auto folder = out.parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
        throw base::Error({.code = "export-no-folder",
                           .message = base::text("The folder of this file does not exist."),
                           .where = {.file = out.string()},
                           .advice = base::text("Make the folder first, or choose another place.")});
    if (std::filesystem::is_directory(out, ignored))
        throw base::Error({.code = "export-is-folder",
                           .message = base::text("This is a folder."),
                           .where = {.file = out.string()},
                           .advice = base::text("Give the name of a file in it.")});
    if (!feed.dossier.empty() && std::filesystem::equivalent(out, feed.dossier, ignored))
        throw base::Refusal({.code = "export-is-dossier",
                             .message = base::text("This is the dossier itself."),
                             .where = {.file = out.string()},
                             .advice = base::text("Give the export another name.")});
    for (const auto& source : feed.sources)
        if (std::filesystem::equivalent(out, source, ignored))
            throw base::Refusal({.code = "export-is-source",
                                 .message = base::text("This file is a map layer of the dossier."),
                                 .where = {.file = out.string()},
                                 .advice = base::text("Give the export another name.")});
    if (std::filesystem::exists(out, ignored) && !is_earlier_export(out))
        throw base::Refusal({.code = "export-would-replace",
                             .message = base::text("There is another file of this name, and it is no earlier export."),
                             .where = {.file = out.string()},
                             .advice = base::text("Give the export another name.")});
}

// Readers of an export know a finding by its uuid; two without one could not be told apart.
// Writers may go through the feed more than once, so each pass counts anew.
FindingFeed with_identity_only(const FindingFeed& feed, std::int64_t& nameless) {
    auto named = feed;
    named.for_each = [&feed, &nameless](const std::function<void(const Finding&)>& use) {
        nameless = 0;
        feed.for_each([&](const Finding& finding) {
            if (finding.uuid.empty())
                ++nameless;
            else
                use(finding);
        });
    };
    return named;
}

}  // namespace

std::span<const Exporter> exporters() { return k_exporters; }

const Exporter& exporter_named(std::string_view name) {
    auto found =
        std::find_if(k_exporters.begin(), k_exporters.end(), [&](const Exporter& e) { return e.name == name; });
    if (found == k_exporters.end())
        no_format(base::text("There is no export format “{format}”.", {{"format", std::string(name)}}));
    return *found;
}

const Exporter& exporter_for(const std::filesystem::path& out) {
    auto ending = base::small_letters(out.extension().string());
    if (ending == ".json") ending = ".geojson";
    auto found =
        std::find_if(k_exporters.begin(), k_exporters.end(), [&](const Exporter& e) { return e.ending == ending; });
    if (found == k_exporters.end())
        no_format(base::text("The name “{file}” does not say in which format to export.",
                             {{"file", out.filename().string()}}));
    return *found;
}

Exported export_findings(const Exporter& exporter, const std::filesystem::path& out, const FindingFeed& feed,
                         const ExportOptions& options) {
    if (options.crs && !exporter.takes_crs)
        throw base::Refusal({.code = "export-crs",
                             .message = base::text("The format “{format}” has a coordinate system of its own.",
                                                   {{"format", std::string(exporter.name)}}),
                             .advice = base::text("Leave out the coordinate system, or export to CSV.")});
    refuse_bad_target(out, feed);
    std::int64_t nameless = 0;
    auto exported = exporter.write(out, with_identity_only(feed, nameless), options);
    for (; nameless > 0; --nameless)
        exported.remarks.add({.code = "export-no-uuid",
                              .message = base::text("A finding without uuid, added by another program, was left out."),
                              .where = {.file = feed.dossier.string()},
                              .advice = base::text("Record it in Doorgang to have it exported.")});
    return exported;
}

}  // namespace audit
