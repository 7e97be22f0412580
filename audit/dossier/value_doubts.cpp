// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/outside.hpp"
#include "geo/geometry/geopackage_blob.hpp"

namespace audit {
namespace {

using base::text;

std::string words(const Row& row, const char* field) {
    auto* value = std::get_if<std::string>(&row.at(field));
    return value ? *value : std::string();
}

std::optional<int> srs_id_of(Connection& connection, std::int64_t fid) {
    auto& query = connection.statement("SELECT geom FROM finding WHERE fid = ?");
    query.bind(1, fid);
    query.executeStep();
    auto cell = query.getColumn(0);
    std::optional<int> id;
    try {
        auto* bytes = static_cast<const std::uint8_t*>(cell.getBlob());
        id = geo::from_geopackage_blob({bytes, static_cast<std::size_t>(cell.getBytes())}).srs_id;
    } catch (const base::Error&) {
        // No geometry, or a broken one: told otherwise.
    }
    query.reset();
    return id;
}

}  // namespace

void doubt_values(DossierState& state, const Row& finding, std::int64_t fid, base::Problems& remarks) {
    base::Where where{.file = state.connection.path().string(), .layer = "finding", .feature = fid};
    auto doubt = [&](bool wrong, const char* code, base::Text message) {
        if (wrong) remarks.add({.code = code, .message = std::move(message), .where = where});
    };
    auto severity = words(finding, "severity"), source = words(finding, "source");
    doubt(!parse_status(words(finding, "status")), "status-unknown", text("A finding has no status that is known."));
    doubt(!state.catalogue->category(words(finding, "category")), "category-unknown",
          text("A finding has a category that is not in the dossier's catalogue."));
    doubt(!severity.empty() && !parse_severity(severity), "severity-unknown",
          text("A finding has a severity that is not known."));
    doubt(!source.empty() && !parse_report_source(source), "source-unknown",
          text("A finding has a source that is not known."));
    auto srs_id = srs_id_of(state.connection, fid);
    doubt(!srs_id, "place-missing", text("A finding has no place, or one that cannot be read."));
    doubt(srs_id && *srs_id != state.srs_id, "place-crs",
          text("The place of a finding is marked with another coordinate system than the dossier's."));
}

}  // namespace audit
