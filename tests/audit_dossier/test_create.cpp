// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <utility>

TEST_CASE("A new dossier is a GeoPackage that its validator accepts", "[dossier][create]") {
    test::Desk desk;
    desk.record();
    auto validator = test::run("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg '" + desk.path.string() + "'");
    INFO(validator.output);
    CHECK(validator.exit_code == 0);
    CHECK(desk.dossier.check().problems.empty());
}

TEST_CASE("A new dossier never replaces a file", "[dossier][create]") {
    test::TemporaryFolder folder;
    std::ofstream(folder / "mine.gpkg") << "precious";
    CHECK_THROWS_AS(audit::Dossier::create(folder / "mine.gpkg", {}, test::author()), base::Refusal);
    CHECK(base::read_file(folder / "mine.gpkg") == "precious");
}

TEST_CASE("A dossier that cannot be made leaves nothing behind", "[dossier][create]") {
    test::TemporaryFolder folder;
    audit::NewDossier options;
    options.agenda = "nowhere";
    CHECK_THROWS_AS(audit::Dossier::create(folder / "new.gpkg", options, test::author()), base::Error);
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK_THROWS_AS(audit::Dossier::create(folder / "missing" / "new.gpkg", {}, test::author()), base::Error);
}

TEST_CASE("A dossier can be in another CRS, also one without a number", "[dossier][create]") {
    for (const char* crs :
         {"EPSG:25831", "EPSG:4326", "+proj=tmerc +lat_0=52 +lon_0=4.5 +ellps=GRS80 +units=m +type=crs"}) {
        test::TemporaryFolder folder;
        audit::NewDossier options;
        options.crs = geo::Crs::parse(crs);
        auto dossier = audit::Dossier::create(folder / "d.gpkg", options, test::author());
        CHECK(dossier.info().crs == options.crs);
        CHECK(dossier.check().problems.empty());
        auto validator =
            test::run("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg '" + (folder / "d.gpkg").string() + "'");
        INFO(crs << ": " << validator.output);
        CHECK(validator.exit_code == 0);
    }
}

TEST_CASE("The same author makes the same dossier, byte for byte", "[dossier][create]") {
    auto bytes = [] {
        test::TemporaryFolder folder;
        auto who = test::author();
        who.file_identity = [](const auto&) { return std::string(); };
        auto dossier = audit::Dossier::create(folder / "d.gpkg", {}, who);
        dossier.perform(
            audit::RecordFinding{.category = "terrace-passage", .shape = geo::Shape::point({93500, 463900})});
        return base::read_file(folder / "d.gpkg");
    };
    CHECK(bytes() == bytes());
}

TEST_CASE("A file that is no dossier is refused with what to do", "[dossier][open]") {
    test::TemporaryFolder folder;
    std::ofstream(folder / "text.gpkg") << std::string(5000, 'x');
    CHECK_THROWS_AS(audit::Dossier::open(folder / "text.gpkg", test::author()), base::Error);
    CHECK_THROWS_AS(audit::Dossier::open(folder / "missing.gpkg", test::author()), base::Error);
    SQLite::Database((folder / "other.gpkg").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE a (b)");
    try {
        audit::Dossier::open(folder / "other.gpkg", test::author());
        FAIL("opened");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "dossier-none");
        CHECK_FALSE(error.problem().advice.msgid.empty());
    }
}

TEST_CASE("A newer layout is refused with advice", "[dossier][open]") {
    test::Desk desk;
    SQLite::Database(desk.path.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE dossier SET value = '2' WHERE key = 'layout'");
    try {
        audit::Dossier::open(desk.path, test::author());
        FAIL("opened");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "dossier-layout");
    }
}

TEST_CASE("A dossier that lacks a column is refused in a sentence, whatever column it is", "[dossier][open]") {
    const auto [table, column] = GENERATE(std::pair{"finding", "responsible"}, std::pair{"layer", "style"},
                                          std::pair{"draft", "changed"}, std::pair{"facility", "address"});
    test::Desk desk;
    SQLite::Database(desk.path.string(), SQLite::OPEN_READWRITE)
        .exec(std::string("ALTER TABLE ") + table + " DROP COLUMN " + column);
    try {
        audit::Dossier::open(desk.path, test::author());
        FAIL("opened");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "dossier-column");
        CHECK(error.problem().where.file == desk.path.string());
        CHECK_FALSE(error.problem().advice.msgid.empty());
        CHECK(error.problem().detail == std::string("no column ") + table + "." + column);
    }
}
