// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <fstream>

using namespace audit;

namespace {
SQLite::Database other_program(const test::Desk& desk) {
    return SQLite::Database(desk.path.string(), SQLite::OPEN_READWRITE);
}
}  // namespace

TEST_CASE("The journal's hashes are what its description says, computed here by other code", "[dossier][journal]") {
    test::Desk desk;
    desk.record();
    auto file = other_program(desk);
    SQLite::Statement rows(
        file,
        "SELECT device, seq, time, person, action, action_seq, outside, table_name, row_uuid, patch, salt, patch_hash, "
        "previous, hash FROM journal ORDER BY id");
    std::string previous;
    int entries = 0;
    while (rows.executeStep()) {
        auto text = [&](int i) { return rows.getColumn(i).getString(); };
        CHECK(base::sha256_hex(text(10) + text(9)) == text(11));
        auto header = "{\"action\":\"" + text(4) + "\",\"action_seq\":" + text(5) + ",\"device\":\"" + text(0) +
                      "\",\"outside\":false,\"patch\":\"" + text(11) + "\",\"person\":\"" + text(3) +
                      "\",\"previous\":\"" + previous + "\",\"row\":\"" + text(8) + "\",\"seq\":" + text(1) +
                      ",\"table\":\"" + text(7) + "\",\"time\":\"" + text(2) + "\",\"undoes\":null}";
        CHECK(base::sha256_hex(header) == text(13));
        CHECK(text(12) == previous);
        previous = text(13);
        CHECK(rows.getColumn(1).getInt() == ++entries);
    }
    CHECK(entries >= 3);
}

TEST_CASE("Whoever changes the journal is noticed", "[dossier][journal]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.perform(SetStatus{uuid, Status::solved, ""});
    auto file = other_program(desk);
    SECTION("a changed header") {
        file.exec("UPDATE journal SET person = 'Somebody else' WHERE id = 2");
        CHECK(desk.dossier.check().problems.count("journal-hash") == 1);
    }
    SECTION("a changed patch") {
        file.exec("UPDATE journal SET patch = replace(patch, '1.32', '1.52') WHERE table_name = 'measurement'");
        CHECK(desk.dossier.check().problems.count("journal-patch") == 1);
    }
    SECTION("a missing entry") {
        file.exec("DELETE FROM journal WHERE id = 3");
        CHECK(desk.dossier.check().problems.count("journal-gap") == 1);
    }
}

TEST_CASE("Entries that were cut off the end of the journal are missed", "[dossier][journal]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.perform(SetStatus{uuid, Status::solved, ""});
    other_program(desk).exec("DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)");
    auto problems = desk.dossier.check().problems;
    CHECK(problems.count("journal-removed") == 1);
    CHECK(problems.count("row-outside") == 1);
    // Taking the row in as an edit of another program does not hide it.
    desk.dossier.perform(SetStatus{uuid, Status::open, ""});
    CHECK(desk.dossier.check().problems.count("journal-removed") == 1);
}

TEST_CASE("A journal whose values do not fit their fields is named, and keeps nobody from working",
          "[dossier][journal]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto tampered = GENERATE("replace(patch, '1.32', '\"wide\"')", "replace(patch, '\"value\"', '\"worth\"')", "'{'",
                             "'{\"uuid\":[1,2],\"finding\":[3,4]}'");
    auto file = other_program(desk);
    file.exec(std::string("UPDATE journal SET patch = ") + tampered + " WHERE table_name = 'measurement'");
    file.exec(GENERATE("DELETE FROM measurement", "UPDATE measurement SET value = 2, finding = 'nobody'"));
    CHECK(desk.dossier.check().problems.count("journal-patch") == 1);
    desk.dossier.perform(SetStatus{uuid, Status::solved, ""});
    desk.dossier.perform(Undo{});
    CHECK(desk.finding(uuid).status == Status::open);
    CHECK_FALSE(desk.dossier.history(uuid).empty());
}

TEST_CASE("The history of a finding tells of parts that are gone, and is found through indexes", "[dossier][journal]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.record();
    auto part = desk.finding(uuid).measurements.at(0).uuid;
    desk.dossier.perform(DeleteFinding{uuid, ""});
    auto history = desk.dossier.history(uuid);
    auto about_part =
        std::count_if(history.begin(), history.end(), [&](const auto& entry) { return entry.row == part; });
    CHECK(about_part == 2);
    auto file = other_program(desk);
    SQLite::Statement plan(file,
                           "EXPLAIN QUERY PLAN SELECT id FROM journal WHERE row_uuid = 'a' OR row_uuid IN (SELECT "
                           "row_uuid FROM journal WHERE finding = 'a')");
    while (plan.executeStep()) CHECK(plan.getColumn(3).getString().find("SCAN") == std::string::npos);
}

TEST_CASE("A row that another program changed, added or removed is noticed", "[dossier][journal]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto file = other_program(desk);
    SECTION("changed") {
        // An attributes table, because plain SQLite cannot write a table with a spatial index.
        file.exec("UPDATE measurement SET value = 1.52");
        CHECK(desk.dossier.check().problems.count("row-outside") == 1);
    }
    SECTION("removed") {
        file.exec("DELETE FROM measurement");
        CHECK(desk.dossier.check().problems.count("row-outside") == 1);
    }
    SECTION("added") {
        file.exec("INSERT INTO measurement (uuid, finding, quantity, value, unit) VALUES ('x', '" + uuid +
                  "', 'narrowing-length', 2, 'm')");
        CHECK(desk.dossier.check().problems.count("row-outside") == 1);
    }
}

TEST_CASE("The stored change counter is the file's own after every write of ours, and not after others'",
          "[dossier][journal]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.save_draft("form", "{}");
    auto counters = [&] {
        auto file = other_program(desk);
        auto stored = file.execAndGet("SELECT value FROM dossier WHERE key = 'change_counter'").getString();
        std::ifstream raw(desk.path, std::ios::binary);
        raw.seekg(24);
        unsigned char b[4];
        raw.read(reinterpret_cast<char*>(b), 4);
        return std::pair{std::stoul(stored), (b[0] * 16777216ul) + (b[1] * 65536ul) + (b[2] * 256ul) + b[3]};
    };
    auto own = counters();
    CHECK(own.first == own.second);
    desk.dossier.perform(SetStatus{uuid, Status::solved, ""});
    own = counters();
    CHECK(own.first == own.second);
    other_program(desk).exec("UPDATE measurement SET value = 2");
    auto others = counters();
    CHECK(others.first != others.second);
}

TEST_CASE("Every action is one step of history with its person and the values before and after", "[dossier][journal]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.perform(EditFinding{.uuid = uuid, .fields = {{"title", "Anders"}}});
    auto history = desk.dossier.history(uuid);
    auto last = history.back();
    CHECK(last.command == "edit");
    CHECK(last.person == "Inspector 1");
    CHECK(last.row == uuid);
    REQUIRE(last.changes.size() == 1);
    CHECK(last.changes[0] ==
          std::tuple<std::string, std::string, std::string>{"title", "\"Terras te ver\"", "\"Anders\""});
    desk.record();
    CHECK(desk.dossier.history(uuid).size() == history.size());
}
