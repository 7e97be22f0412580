// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/check.hpp"

#include "geo/base/files.hpp"
#include "geo/base/ids.hpp"
#include "geo/geometry/geopackage_blob.hpp"

#include <algorithm>

namespace audit {
namespace {

using base::text;
namespace fs = std::filesystem;

/// A question to the file whose every row is a problem: column 0 names the row (fid or name).
struct Question {
    const char* code;
    const char* layer;
    const char* sql;
    base::Text message;
};

const std::vector<Question>& questions() {
    static const std::vector<Question> all{
        {"gpkg-contents", "gpkg_contents",
         "SELECT table_name FROM gpkg_contents WHERE table_name NOT IN (SELECT name FROM sqlite_master)",
         text("A table that the GeoPackage lists is not there.")},
        {"gpkg-count", "gpkg_ogr_contents",
         "SELECT table_name FROM gpkg_ogr_contents WHERE table_name = 'finding' AND feature_count <> (SELECT count(*) "
         "FROM finding)",
         text("The feature count that GDAL and QGIS read is wrong.")},
        {"rtree-missing", "finding",
         "SELECT fid FROM finding WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom) AND fid NOT IN (SELECT id FROM "
         "rtree_finding_geom)",
         text("A finding is missing in the spatial index.")},
        {"rtree-stray", "finding", "SELECT id FROM rtree_finding_geom WHERE id NOT IN (SELECT fid FROM finding)",
         text("The spatial index names a finding that is not there.")},
        {"uuid-missing", "finding", "SELECT fid FROM finding WHERE uuid IS NULL OR uuid = ''",
         text("A finding has no uuid; it was added by another program.")},
        {"uuid-double", "finding", "SELECT max(fid) FROM finding WHERE uuid <> '' GROUP BY uuid HAVING count(*) > 1",
         text("Two findings have the same uuid; one was copied by another program.")},
        {"time-format", "finding",
         "SELECT fid FROM finding WHERE strftime('%Y-%m-%dT%H:%M:%fZ', recorded) IS NOT recorded OR "
         "strftime('%Y-%m-%dT%H:%M:%fZ', created) IS NOT created OR strftime('%Y-%m-%dT%H:%M:%fZ', changed) IS NOT "
         "changed",
         text("A time is not written as the GeoPackage standard wants it.")},
        {"status-unknown", "finding",
         "SELECT fid FROM finding WHERE status IS NULL OR status NOT IN ('open', 'in-progress', 'solved', 'verified', "
         "'dropped')",
         text("A finding has no status that is known.")},
        {"category-unknown", "finding",
         "SELECT fid FROM finding WHERE category IS NULL OR category NOT IN "
         "(SELECT value FROM gpkg_data_column_constraints WHERE constraint_name = 'category')",
         text("A finding has a category that is not in the dossier's catalogue.")},
        {"severity-unknown", "finding",
         "SELECT fid FROM finding WHERE severity NOT IN ('blocking', 'hindering', 'attention')",
         text("A finding has a severity that is not known.")},
        {"source-unknown", "finding",
         "SELECT fid FROM finding WHERE source NOT IN ('inspection', 'resident', 'expert', 'network')",
         text("A finding has a source that is not known.")},
        {"place-missing", "finding", "SELECT fid FROM finding WHERE geom IS NULL",
         text("A finding has no place, or one that cannot be read.")},
        {"measurement-stray", "measurement",
         "SELECT id FROM measurement WHERE finding NOT IN (SELECT uuid FROM finding WHERE uuid IS NOT NULL)",
         text("A measurement belongs to a finding that is not there.")},
        {"link-stray", "finding_goal",
         "SELECT id FROM finding_goal WHERE finding NOT IN (SELECT uuid FROM finding WHERE uuid IS NOT NULL) OR goal "
         "NOT IN (SELECT goal_id FROM goal)",
         text("A link names a finding or a goal that is not there.")},
        {"link-ids", "finding_goal",
         "SELECT l.id FROM finding_goal l LEFT JOIN finding f ON f.uuid = l.finding LEFT JOIN goal g ON g.goal_id = "
         "l.goal "
         "WHERE f.fid IS NOT l.base_id OR g.id IS NOT l.related_id",
         text("A link's row numbers do not fit its ids.")},
        {"photo-stray", "media",
         "SELECT id FROM media WHERE finding NOT IN (SELECT uuid FROM finding WHERE uuid IS NOT NULL)",
         text("A photo belongs to a finding that is not there.")}};
    return all;
}

void ask(Connection& connection, const Question& question, base::Problems& problems) {
    auto& rows = connection.statement(question.sql);
    while (rows.executeStep()) {
        base::Where where{.file = connection.path().string(), .layer = question.layer};
        auto cell = rows.getColumn(0);
        if (cell.isInteger())
            where.feature = cell.getInt64();
        else
            where.field = cell.getString();
        problems.add({.code = question.code, .message = question.message, .where = where});
    }
}

void expect(base::Problems& problems, Connection& connection, bool good, const char* code, base::Text message,
            const std::string& detail = {}) {
    if (good) return;
    problems.add(
        {.code = code, .message = std::move(message), .where = {.file = connection.path().string()}, .detail = detail});
}

void check_file(Connection& connection, base::Problems& problems) {
    auto integrity = connection.text("PRAGMA integrity_check(10)");
    expect(problems, connection, integrity == "ok", "file-damaged", text("The file is damaged."), integrity);
    expect(problems, connection, connection.text("PRAGMA foreign_key_check").empty(), "gpkg-references",
           text("A row of the GeoPackage refers to one that is not there."));
    expect(problems, connection, connection.number("PRAGMA application_id") == 0x47504B47, "gpkg-application-id",
           text("The file is not marked as a GeoPackage."));
    expect(problems, connection, connection.number("PRAGMA user_version") == 10200, "gpkg-version",
           text("The GeoPackage's version mark was changed."));
    expect(problems, connection, connection.text("PRAGMA journal_mode") != "wal", "file-wal",
           text("The file was left in a mode in which others may miss the newest rows; open and close it in the "
                "program that left it so."));
}

void check_geometries(const DossierState& state, Connection& connection, base::Problems& problems) {
    auto& rows = connection.statement("SELECT fid, geom FROM finding WHERE geom IS NOT NULL");
    while (rows.executeStep()) {
        auto cell = rows.getColumn(1);
        try {
            auto* bytes = static_cast<const std::uint8_t*>(cell.getBlob());
            auto read = geo::from_geopackage_blob({bytes, static_cast<std::size_t>(cell.getBytes())});
            if (read.srs_id != state.srs_id)
                problems.add(
                    {.code = "place-crs",
                     .message = text("The place of a finding is marked with another coordinate system than the "
                                     "dossier's."),
                     .where = {.file = connection.path().string(),
                               .layer = "finding",
                               .feature = rows.getColumn(0).getInt64()}});
        } catch (const base::Error& broken) {
            auto problem = broken.problem();
            problem.where = {
                .file = connection.path().string(), .layer = "finding", .feature = rows.getColumn(0).getInt64()};
            problems.add(problem);
        }
    }
}

void check_photo(const DossierState& state, std::int64_t id, const std::string& path, const std::string& sha256,
                 base::Problems& problems) {
    auto file = photo_file(state, path);
    base::Where where{.file = state.media_folder.string(), .layer = "media", .feature = id};
    std::error_code fault;
    if (!fs::is_regular_file(file, fault))
        problems.add({.code = "photo-missing",
                      .message = text("A photo is missing."),
                      .where = where,
                      .advice = text("Look for it on the laptop that took it."),
                      .detail = file.string()});
    else if (base::sha256_hex(base::read_file(file)) != sha256)
        problems.add({.code = "photo-changed",
                      .message = text("A photo is not the one that was recorded."),
                      .where = where,
                      .advice = text("Take the original from the laptop that took it."),
                      .detail = file.string()});
}

void check_photos(DossierState& state, CheckReport& report, base::Progress progress) {
    auto& rows = state.connection.statement("SELECT id, path, bytes, sha256 FROM media");
    auto total = std::max<std::int64_t>(1, state.connection.number("SELECT count(*) FROM media"));
    while (rows.executeStep()) {
        ++report.photos;
        progress.report(static_cast<double>(report.photos) / static_cast<double>(total));
        check_photo(state, rows.getColumn(0).getInt64(), rows.getColumn(1).getString(), rows.getColumn(3).getString(),
                    report.problems);
    }
}

void check_catalogue(Connection& connection, base::Problems& problems) {
    auto& rows = connection.statement("SELECT name, sha256, content FROM catalogue");
    while (rows.executeStep())
        expect(problems, connection, base::sha256_hex(rows.getColumn(2).getString()) == rows.getColumn(1).getString(),
               "catalogue-changed", text("The catalogue in the dossier was changed by another program."),
               rows.getColumn(0).getString());
}

}  // namespace

CheckReport check_dossier(DossierState& state, base::Progress progress) {
    return storing(state.connection.path(), [&] {
        SQLite::Transaction moment(state.connection.database());
        CheckReport report;
        auto& connection = state.connection;
        check_file(connection, report.problems);
        report.findings = connection.number("SELECT count(*) FROM finding");
        for (const auto& question : questions()) ask(connection, question, report.problems);
        check_geometries(state, connection, report.problems);
        check_catalogue(connection, report.problems);
        report.problems.add(state.catalogue_remarks);
        check_journal(state, report, progress.part(0.5));
        check_photos(state, report, progress.part(0.5));
        return report;
    });
}

}  // namespace audit
