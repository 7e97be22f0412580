// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tests/audit_dossier/desk.hpp"
#include "tests/audit_dossier/other_programs.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace audit;
using test::check_is_clean;
using test::findings_of;
using test::ogr_sql;
using test::sqlite;

TEST_CASE("What GDAL changed in a finding is seen while the dossier is open, journaled, and taken back by undo",
          "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    CHECK_FALSE(desk.dossier.changed_outside());
    ogr_sql(desk.path, "UPDATE finding SET title = 'Uit QGIS', status = 'solved' WHERE uuid = '" + uuid + "'");
    CHECK(desk.dossier.changed_outside());
    auto remarks = desk.dossier.take_in_outside_edits();
    CHECK(remarks.count("outside-edits") == 1);
    CHECK_FALSE(desk.dossier.changed_outside());
    CHECK(desk.dossier.take_in_outside_edits().empty());

    auto last = desk.dossier.history(uuid).back();
    CHECK(last.outside);
    CHECK(last.command == "outside");
    CHECK(last.person.empty());
    CHECK(last.changes.size() == 2);
    CHECK(desk.finding(uuid).title == "Uit QGIS");
    check_is_clean(desk.dossier);

    desk.dossier.perform(Undo{});
    CHECK(desk.finding(uuid).title == "Terras te ver");
    CHECK(desk.finding(uuid).status == Status::open);
    desk.dossier.perform(Redo{});
    CHECK(desk.finding(uuid).title == "Uit QGIS");
    check_is_clean(desk.dossier);
}

TEST_CASE("Edits of another program are taken in before an action, and told with it", "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    ogr_sql(desk.path, "UPDATE finding SET title = 'Uit QGIS'");
    auto done = desk.dossier.perform(EditFinding{.uuid = uuid, .fields = {{"notes", "van ons"}}});
    CHECK(done.remarks.count("outside-edits") == 1);
    auto history = desk.dossier.history(uuid);
    REQUIRE(history.size() >= 2);
    CHECK(history[history.size() - 2].outside);
    CHECK_FALSE(history.back().outside);
    desk.dossier.perform(Undo{});
    CHECK(desk.finding(uuid).title == "Uit QGIS");
    CHECK(desk.finding(uuid).notes.empty());
}

TEST_CASE("Undo does not take back what nobody has seen yet", "[dossier][outside][undo]") {
    test::Desk desk;
    auto uuid = desk.record();
    ogr_sql(desk.path, "UPDATE finding SET title = 'Uit QGIS'");
    try {
        desk.dossier.perform(Undo{});
        FAIL("undone");
    } catch (const base::Refusal& refusal) {
        CHECK(refusal.problem().code == "undo-outside");
    }
    CHECK(desk.finding(uuid).title == "Uit QGIS");
    desk.dossier.perform(Undo{});
    CHECK(desk.finding(uuid).title == "Terras te ver");
    desk.dossier.perform(Undo{});
    CHECK(findings_of(desk.dossier).empty());
}

TEST_CASE("A draft that is saved does not hide what another program changed", "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    ogr_sql(desk.path, "UPDATE finding SET title = 'Uit QGIS'");
    desk.dossier.save_draft("form", "{}");
    CHECK(desk.dossier.history(uuid).back().outside);
    CHECK(desk.dossier.take_in_outside_edits().count("outside-edits") == 1);
    check_is_clean(desk.dossier);
}

TEST_CASE("Reading shows the truth of the file and writes nothing; check names what is not journaled",
          "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    ogr_sql(desk.path, "UPDATE finding SET title = 'Uit QGIS'");
    auto before = base::sha256_hex(base::read_file(desk.path));
    auto reader = Dossier::open(desk.path, test::author(), Dossier::Access::read);
    CHECK(reader.changed_outside());
    CHECK(reader.take_in_outside_edits().empty());
    CHECK(reader.snapshot()->find(uuid)->title == "Uit QGIS");
    CHECK(reader.check().problems.count("row-outside") == 1);
    CHECK(base::sha256_hex(base::read_file(desk.path)) == before);
}

TEST_CASE("Features that ogr2ogr adds get a uuid, and undo takes them out again", "[dossier][outside]") {
    test::Desk desk;
    desk.record();
    test::ogr_append(desk.path,
                     "title,category,status,x,y\nEen,terrace-passage,open,93510,463910\nTwee,foo,,93520,463920\n");
    auto remarks = desk.dossier.take_in_outside_edits();
    CHECK(remarks.count("uuid-given") == 2);
    CHECK(remarks.count("category-unknown") == 1);
    CHECK(remarks.count("status-unknown") == 1);
    auto findings = findings_of(desk.dossier);
    REQUIRE(findings.size() == 3);
    for (const auto& finding : findings) CHECK(base::is_uuid(finding.uuid));
    CHECK(findings[1].shape.points.at(0) == geo::Point{93510, 463910});
    CHECK(findings[2].category == "foo");
    auto problems = desk.dossier.check().problems;
    CHECK(problems.count("row-outside") == 0);
    CHECK(problems.count("uuid-missing") == 0);
    CHECK(problems.count("category-unknown") == 1);
    desk.dossier.perform(Undo{});
    CHECK(findings_of(desk.dossier).size() == 1);
    check_is_clean(desk.dossier);
}

TEST_CASE("A finding copied in another program gets its own uuid, and its parts stay with the original",
          "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto original = desk.finding(uuid);
    ogr_sql(desk.path,
            "INSERT INTO finding (geom, uuid, category, title, status) SELECT geom, uuid, category, 'Kopie', status "
            "FROM finding");
    CHECK(desk.dossier.check().problems.count("uuid-double") == 1);
    CHECK(desk.dossier.take_in_outside_edits().count("uuid-renewed") == 1);
    auto findings = findings_of(desk.dossier);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0] == original);
    CHECK(findings[1].title == "Kopie");
    CHECK(findings[1].measurements.empty());
    check_is_clean(desk.dossier);
}

TEST_CASE("Parts that were copied with their finding belong to the copy", "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    for (int copy = 0; copy < 2; ++copy)
        ogr_sql(desk.path,
                "INSERT INTO finding (geom, uuid, category, status) SELECT geom, uuid, category, status FROM finding "
                "LIMIT 1");
    for (const char* value : {"1.5", "1.6"})
        sqlite(desk.path,
               std::string(
                   "INSERT INTO measurement (uuid, finding, quantity, value, unit) SELECT uuid, finding, quantity, ") +
                   value + ", unit FROM measurement LIMIT 1");
    desk.dossier.take_in_outside_edits();
    auto findings = findings_of(desk.dossier);
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].uuid == uuid);
    CHECK(findings[0].measurements.at(0).value == 1.32);
    CHECK(findings[1].measurements.at(0).value == 1.5);
    CHECK(findings[2].measurements.at(0).value == 1.6);
    check_is_clean(desk.dossier);
    desk.dossier.perform(Undo{});
    CHECK(findings_of(desk.dossier).size() == 1);
    check_is_clean(desk.dossier);
}

TEST_CASE("A finding whose uuid was wiped or typed over gets it back with all that hangs on it", "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto before = desk.finding(uuid);
    auto wiped = GENERATE("NULL", "''", "'iets anders'");
    ogr_sql(desk.path, std::string("UPDATE finding SET uuid = ") + wiped);
    CHECK(desk.dossier.take_in_outside_edits().count("uuid-returned") == 1);
    CHECK(desk.finding(uuid) == before);
    CHECK_FALSE(desk.dossier.changed_outside());
    check_is_clean(desk.dossier);
}

TEST_CASE("A finding deleted in another program takes its parts along, and undo brings everything back",
          "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.perform(LinkGoal{uuid, "LIA-G9"});
    auto before = desk.finding(uuid);
    desk.record(93600, 463950, "Blijft");
    ogr_sql(desk.path, "DELETE FROM finding WHERE uuid = '" + uuid + "'");
    desk.dossier.take_in_outside_edits();
    CHECK(findings_of(desk.dossier).size() == 1);
    check_is_clean(desk.dossier);
    desk.dossier.perform(Undo{});
    auto after = desk.finding(uuid);
    after.fid = before.fid;
    after.changed = before.changed;
    CHECK(after == before);
    check_is_clean(desk.dossier);
}

TEST_CASE("A place moved in another program is journaled", "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    test::ogr_move(desk.path, 95000, 465000);
    desk.dossier.take_in_outside_edits();
    CHECK(desk.finding(uuid).shape.points.at(0) == geo::Point{95000, 465000});
    CHECK(desk.dossier.history(uuid).back().changes.size() == 1);
    check_is_clean(desk.dossier);
    SQLite::Database file(desk.path.string());
    CHECK(file.execAndGet("SELECT max_x FROM gpkg_contents WHERE table_name = 'finding'").getDouble() >= 95000);
    CHECK(file.execAndGet("SELECT max(maxx) FROM rtree_finding_geom").getDouble() >= 95000);
    desk.dossier.perform(Undo{});
    CHECK(desk.finding(uuid).shape.points.at(0) == geo::Point{93500, 463900});
    check_is_clean(desk.dossier);
}

TEST_CASE("Measurements, photos and layers that sqlite3 adds, changes and deletes are taken in", "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    sqlite(desk.path, "UPDATE measurement SET value = 1.52");
    sqlite(desk.path, "INSERT INTO measurement (finding, quantity, value, unit) VALUES ('" + uuid +
                          "', 'narrowing-length', 2, 'm')");
    sqlite(desk.path,
           "INSERT INTO media (uuid, finding, sha256, path, bytes) VALUES ('m', '" + uuid + "', 'ab', 'x/ab.jpg', 3)");
    sqlite(desk.path, "INSERT INTO layer (name, path) VALUES ('Straten', 'straten.gpkg')");
    desk.dossier.take_in_outside_edits();
    auto finding = desk.finding(uuid);
    REQUIRE(finding.measurements.size() == 2);
    CHECK(finding.measurements[0].value == 1.52);
    CHECK(base::is_uuid(finding.measurements[1].uuid));
    CHECK(finding.photos.size() == 1);
    CHECK(base::is_uuid(desk.dossier.layers().at(0).uuid));
    sqlite(desk.path, "DELETE FROM measurement; DELETE FROM media; DELETE FROM layer");
    desk.dossier.take_in_outside_edits();
    CHECK(desk.finding(uuid).measurements.empty());
    check_is_clean(desk.dossier);
    desk.dossier.perform(Undo{});
    CHECK(desk.finding(uuid).measurements == finding.measurements);
    CHECK(desk.dossier.layers().size() == 1);
    desk.dossier.perform(Undo{});
    CHECK(desk.finding(uuid).measurements.at(0).value == 1.32);
    check_is_clean(desk.dossier);
}

TEST_CASE("A link made in either spelling is complete afterwards", "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto other = desk.record(93600, 463950);
    auto goals = [&](const std::string& finding) { return desk.finding(finding).goals; };
    auto has = [&](const std::string& finding, const std::string& goal) {
        auto all = goals(finding);
        return std::find(all.begin(), all.end(), goal) != all.end();
    };
    SECTION("only the row numbers") {
        sqlite(desk.path,
               "INSERT INTO finding_goal (base_id, related_id) SELECT fid, (SELECT id FROM goal WHERE goal_id = "
               "'LIA-G9') FROM finding WHERE uuid = '" +
                   uuid + "'");
        desk.dossier.take_in_outside_edits();
        CHECK(has(uuid, "LIA-G9"));
    }
    SECTION("only our words") {
        sqlite(desk.path,
               "INSERT INTO finding_goal (base_id, related_id, finding, goal) VALUES (0, 0, '" + uuid + "', 'LIA-G9')");
        desk.dossier.take_in_outside_edits();
        CHECK(has(uuid, "LIA-G9"));
    }
    SECTION("an old link pointed elsewhere by its row numbers") {
        desk.dossier.perform(LinkGoal{uuid, "LIA-G9"});
        sqlite(desk.path, "UPDATE finding_goal SET base_id = (SELECT fid FROM finding WHERE uuid = '" + other +
                              "') WHERE goal = 'LIA-G9'");
        desk.dossier.take_in_outside_edits();
        CHECK_FALSE(has(uuid, "LIA-G9"));
        CHECK(has(other, "LIA-G9"));
    }
    SECTION("an old link pointed elsewhere by our words") {
        desk.dossier.perform(LinkGoal{uuid, "LIA-G9"});
        sqlite(desk.path, "UPDATE finding_goal SET finding = '" + other + "' WHERE goal = 'LIA-G9'");
        desk.dossier.take_in_outside_edits();
        CHECK(has(other, "LIA-G9"));
    }
    check_is_clean(desk.dossier);
    desk.dossier.perform(Undo{});
    CHECK_FALSE(has(other, "LIA-G9"));
    check_is_clean(desk.dossier);
}

TEST_CASE("Values that mean nothing are kept, named, and can be put back", "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    // GDAL keeps to the CHECKs of the table unless it is told not to.
    test::succeed("ogrinfo --config OGR_SQLITE_PRAGMA ignore_check_constraints=ON '" + desk.path.string() +
                  "' -sql \"UPDATE finding SET status = 'foo', severity = 'bar', category = 'nergens'\"");
    auto remarks = desk.dossier.take_in_outside_edits();
    for (const char* code : {"status-unknown", "severity-unknown", "category-unknown"}) CHECK(remarks.count(code) == 1);
    auto kept = [&] {
        return SQLite::Database(desk.path.string()).execAndGet("SELECT status FROM finding").getString();
    };
    CHECK(kept() == "foo");
    CHECK(desk.finding(uuid).status == Status::open);
    desk.dossier.perform(SetStatus{uuid, Status::solved, ""});
    desk.dossier.perform(Undo{});
    CHECK(kept() == "foo");
    desk.dossier.perform(Undo{});
    CHECK(kept() == "open");
    check_is_clean(desk.dossier);
}

TEST_CASE("A place that is gone, unreadable, or in another coordinate system, is kept and named",
          "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    SECTION("gone") {
        ogr_sql(desk.path, "UPDATE finding SET geom = NULL");
        CHECK(desk.dossier.take_in_outside_edits().count("place-missing") == 1);
        CHECK(desk.finding(uuid).shape.is_empty());
    }
    SECTION("in bytes that are no geometry of a GeoPackage") {
        ogr_sql(desk.path, "UPDATE finding SET geom = SetSRID(geom, 4326)");
        CHECK(desk.dossier.take_in_outside_edits().count("place-missing") == 1);
        CHECK(desk.dossier.check().problems.count("gpkg-geometry-broken") == 1);
    }
    SECTION("of another system") {
        ogr_sql(desk.path,
                "UPDATE finding SET title = 'x', geom = CAST(substr(geom, 1, 4) || x'E6100000' || substr(geom, 9) AS "
                "BLOB)");
        CHECK(desk.dossier.take_in_outside_edits().count("place-crs") == 1);
        CHECK(desk.dossier.check().problems.count("place-crs") == 1);
        CHECK(desk.finding(uuid).shape.points.at(0) == geo::Point{93500, 463900});
    }
    desk.dossier.take_in_outside_edits();
    CHECK(desk.dossier.check().problems.count("row-outside") == 0);
}

TEST_CASE("Another Doorgang is no other program, and a file that was only rewritten holds no edits",
          "[dossier][outside]") {
    test::Desk desk;
    desk.record();
    auto colleague = Dossier::open(desk.path, test::author(2));
    colleague.perform(RecordFinding{.category = "terrace-passage", .shape = geo::Shape::point({93500, 463900})});
    CHECK_FALSE(desk.dossier.changed_outside());
    sqlite(desk.path, "VACUUM");
    CHECK(desk.dossier.changed_outside());
    CHECK(desk.dossier.take_in_outside_edits().empty());
    CHECK_FALSE(desk.dossier.changed_outside());
}

TEST_CASE("A row that was seen without uuid stands in the next snapshot once, with the one it got",
          "[dossier][outside]") {
    test::Desk desk;
    desk.record();
    test::ogr_sql(desk.path, "INSERT INTO finding (title) VALUES ('without anything')");
    auto dossier = Dossier::open(desk.path, test::author());
    CHECK(dossier.snapshot()->findings.size() == 2);
    dossier.take_in_outside_edits();
    const auto snapshot = dossier.snapshot();
    REQUIRE(snapshot->findings.size() == 2);
    for (const auto& finding : snapshot->findings) {
        CHECK_FALSE(finding->uuid.empty());
        CHECK(snapshot->find(finding->uuid) == finding.get());
    }
}
