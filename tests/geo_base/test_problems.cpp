// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "geo/base/problem.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <fstream>

using base::text;

TEST_CASE("A problem says where, what and what to do, in both languages", "[base][problem]") {
    base::Problem problem{.code = "x",
                          .message = text("The file could not be read."),
                          .where = {.file = "kerbs.gpkg", .layer = "kerb", .feature = 17},
                          .advice = text("Check the name and the rights on the file.")};
    CHECK(
        say(problem, base::Language::english) ==
        "kerbs.gpkg, layer “kerb”, feature 17: The file could not be read. Check the name and the rights on the file.");
    CHECK(say(problem, base::Language::dutch) ==
          "kerbs.gpkg, laag ‘kerb’, object 17: Het bestand kon niet worden gelezen. Controleer de naam en of u het "
          "bestand mag lezen.");
}

TEST_CASE("Context is filled in on the way up and never overwritten", "[base][problem]") {
    try {
        base::at({.file = "outer", .layer = "roads"}, [] {
            base::at({.layer = "kerb"},
                     []() -> int { throw base::Error({.code = "x", .message = text("no"), .where = {}}); });
        });
        FAIL("no error");
    } catch (const base::Error& error) {
        CHECK(error.problem().where.layer == "kerb");
        CHECK(error.problem().where.file == "outer");
    }
}

TEST_CASE("A million remarks of one kind are one remark with a count", "[base][problem]") {
    base::Problems problems;
    for (int i = 0; i < 1'000'000; ++i)
        problems.add({.code = "broken", .message = text("no"), .where = {.layer = "a", .feature = i}});
    REQUIRE(problems.remarks().size() == 1);
    CHECK(problems.remarks()[0].count == 1'000'000);
    CHECK(problems.remarks()[0].first.size() == base::k_listed_features);

    base::Problems others;
    others.add(problems);
    others.add(problems);
    CHECK(others.count("broken") == 2'000'000);
}

TEST_CASE("A placeholder's value is not read as a template", "[base][texts]") {
    CHECK(base::say(text("{a} and {b}", {{"a", "{b}"}, {"b", "x"}}), base::Language::english) == "{b} and x");
}

TEST_CASE("A new file is whole or not there", "[base][files]") {
    test::TemporaryFolder folder;
    auto target = folder / "out.txt";
    std::ofstream(target) << "old";
    {
        base::NewFile file(target);
        file.write("half");
    }
    CHECK(base::read_file(target) == "old");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    base::NewFile file(target);
    file.write("new");
    file.commit();
    CHECK(base::read_file(target) == "new");
    CHECK_THROWS_AS(base::NewFile(folder / "missing/out.txt"), base::Error);
}

TEST_CASE("Remarks of the same code about different fields stay apart", "[base][problem]") {
    base::Problems problems;
    for (const auto* field : {"OR-02", "OR-03", "OR-02"})
        problems.add(
            {.code = "unknown", .message = base::text("Unknown."), .where = {.file = "criteria.json", .field = field}});
    REQUIRE(problems.remarks().size() == 2);
    CHECK(problems.remarks()[0].count == 2);
    CHECK(problems.remarks()[1].problem.where.field == "OR-03");
    CHECK(problems.count("unknown") == 3);
}
