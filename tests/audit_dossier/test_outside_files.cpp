// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tests/audit_dossier/desk.hpp"
#include "tests/audit_dossier/other_programs.hpp"
#include "tests/support/catch.hpp"

using namespace audit;
using test::check_is_clean;
using test::findings_of;

TEST_CASE("A program that works in WAL mode is followed while it is open, and our own mode comes back after it",
          "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    {
        SQLite::Database other(desk.path.string(), SQLite::OPEN_READWRITE);
        other.exec("PRAGMA journal_mode = WAL; UPDATE measurement SET value = 2");
        CHECK(desk.dossier.changed_outside());
        CHECK(desk.dossier.take_in_outside_edits().count("outside-edits") == 1);
        CHECK_FALSE(desk.dossier.changed_outside());
        other.exec("UPDATE measurement SET value = 3");
        CHECK(desk.dossier.changed_outside());
        auto done = desk.dossier.perform(EditFinding{.uuid = uuid, .fields = {{"title", "Anders"}}});
        CHECK(done.remarks.count("outside-edits") == 1);
        CHECK_FALSE(desk.dossier.changed_outside());
        other.exec("UPDATE measurement SET value = 4");
    }
    CHECK(desk.dossier.take_in_outside_edits().count("outside-edits") == 1);
    CHECK(desk.finding(uuid).measurements.at(0).value == 4);
    for (const char* ending : {"-wal", "-shm", "-journal"})
        CHECK_FALSE(std::filesystem::exists(desk.path.string() + ending));
    check_is_clean(desk.dossier);
}

TEST_CASE("A copy holds what another program changed, journaled, with the same uuids", "[dossier][outside][copy]") {
    test::Desk desk;
    desk.record();
    test::ogr_append(desk.path, "title,category,status,x,y\nNieuw,terrace-passage,open,93510,463910\n");
    bool may_write = GENERATE(true, false);
    auto source = Dossier::open(desk.path, test::author(), may_write ? Dossier::Access::write : Dossier::Access::read);
    source.copy_to(desk.folder / "kopie.gpkg");
    auto copy = Dossier::open(desk.folder / "kopie.gpkg", test::author(2));
    CHECK_FALSE(copy.changed_outside());
    check_is_clean(copy);
    auto copied = findings_of(copy);
    REQUIRE(copied.size() == 2);
    CHECK(base::is_uuid(copied[1].uuid));
    if (may_write) CHECK(copied[1].uuid == findings_of(source)[1].uuid);
}

TEST_CASE("A table that was written anew with the same rows holds no edits, and gets its indexes back",
          "[dossier][outside]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.copy_to(desk.folder / "kopie.gpkg");
    test::succeed("ogr2ogr -update -overwrite '" + desk.path.string() + "' '" + (desk.folder / "kopie.gpkg").string() +
                  "' finding");
    CHECK(desk.dossier.changed_outside());
    CHECK(desk.dossier.take_in_outside_edits().empty());
    SQLite::Database file(desk.path.string());
    CHECK(file.execAndGet("SELECT count(*) FROM sqlite_master WHERE name = 'finding_uuid'").getInt() == 1);
    CHECK(desk.finding(uuid).measurements.size() == 1);
    check_is_clean(desk.dossier);
}
