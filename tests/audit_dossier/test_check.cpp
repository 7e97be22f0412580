// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

namespace {
// What plain SQLite or another program may do to a dossier, and the code by which check() names it.
struct Harm {
    const char* sql;
    const char* code;
};
}  // namespace

TEST_CASE("Every harm another program can do is named by check", "[dossier][check]") {
    const Harm harms[]{
        {"DELETE FROM rtree_finding_geom", "rtree-missing"},
        {"INSERT INTO rtree_finding_geom VALUES (999, 0, 1, 0, 1)", "rtree-stray"},
        {"UPDATE gpkg_ogr_contents SET feature_count = 7 WHERE table_name = 'finding'", "gpkg-count"},
        {"UPDATE measurement SET finding = 'nobody'", "measurement-stray"},
        {"UPDATE finding_goal SET goal = 'nothing'", "link-stray"},
        {"UPDATE finding_goal SET base_id = 99", "link-ids"},
        {"UPDATE catalogue SET content = '{}' WHERE name = 'criteria.json'", "catalogue-changed"},
        {"PRAGMA user_version = 10400", "gpkg-version"},
        {"PRAGMA application_id = 0", "gpkg-application-id"},
    };
    for (const auto& harm : harms) {
        INFO(harm.sql);
        test::Desk desk;
        desk.record();
        SQLite::Database(desk.path.string(), SQLite::OPEN_READWRITE).exec(harm.sql);
        CHECK(desk.dossier.check().problems.count(harm.code) > 0);
    }
}

TEST_CASE("What ogr2ogr adds is found: no uuid, no status", "[dossier][check]") {
    test::Desk desk;
    desk.record();
    std::ofstream(desk.folder / "in.csv") << "title,x,y\nVan buiten,93500,463901\n";
    auto added =
        test::run("ogr2ogr -append -update '" + desk.path.string() + "' '" + (desk.folder / "in.csv").string() +
                  "' -nln finding -oo X_POSSIBLE_NAMES=x -oo Y_POSSIBLE_NAMES=y -a_srs EPSG:28992");
    INFO(added.output);
    REQUIRE(added.exit_code == 0);
    auto problems = desk.dossier.check().problems;
    CHECK(problems.count("uuid-missing") == 1);
    CHECK(problems.count("status-unknown") == 1);
    CHECK(desk.dossier.snapshot()->findings.size() == 2);
}

TEST_CASE("A reader mends what a killed writer left half written", "[dossier][check]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto crashed = desk.folder / "crashed.gpkg";
    {
        // The file and its rollback journal as they lie on the disk in the middle of a transaction.
        SQLite::Database writer(desk.path.string(), SQLite::OPEN_READWRITE);
        writer.exec("PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE measurement SET value = 99");
        writer.exec("CREATE TABLE filler (bytes); INSERT INTO filler VALUES (zeroblob(200000))");
        std::filesystem::copy_file(desk.path, crashed);
        std::filesystem::copy_file(desk.path.string() + "-journal", crashed.string() + "-journal");
        writer.exec("ROLLBACK");
    }
    auto reader = audit::Dossier::open(crashed, test::author(), audit::Dossier::Access::read);
    CHECK(reader.snapshot()->find(uuid)->measurements.at(0).value == 1.32);
    CHECK(reader.check().problems.empty());
    CHECK_THROWS_AS(reader.perform(audit::DeleteFinding{uuid, ""}), base::Refusal);
}

TEST_CASE("A finding whose geometry was broken is named by check, and can still be mended or deleted",
          "[dossier][check]") {
    test::Desk desk;
    auto uuid = desk.record();
    {
        SQLite::Database file(desk.path.string(), SQLite::OPEN_READWRITE);
        file.exec(
            "DROP TRIGGER rtree_finding_geom_update1; DROP TRIGGER rtree_finding_geom_update2; DROP TRIGGER "
            "rtree_finding_geom_update3; "
            "DROP TRIGGER rtree_finding_geom_update4; UPDATE finding SET geom = x'00'");
    }
    auto problems = desk.dossier.check().problems;
    CHECK(problems.count("gpkg-geometry-broken") == 1);
    CHECK(problems.count("row-outside") == 1);
    desk.dossier.perform(audit::EditFinding{.uuid = uuid, .shape = geo::Shape::point({93500, 463900})});
    CHECK(desk.dossier.check().problems.count("gpkg-geometry-broken") == 0);
}

TEST_CASE("Looking whether a file is a dossier changes nothing about it", "[dossier][open]") {
    test::Desk desk;
    CHECK(audit::Dossier::is_one(desk.path));
    auto city = desk.folder / "city % # ?.gpkg";
    SQLite::Database writer(city.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    writer.exec("PRAGMA journal_mode = WAL; CREATE TABLE a (b); INSERT INTO a VALUES (1)");
    auto wal = std::filesystem::file_size(city.string() + "-wal");
    CHECK_FALSE(audit::Dossier::is_one(city));
    CHECK(std::filesystem::file_size(city.string() + "-wal") == wal);
    CHECK_FALSE(audit::Dossier::is_one(desk.folder / "missing.gpkg"));
    CHECK_FALSE(audit::Dossier::is_one(desk.folder.path()));
}
