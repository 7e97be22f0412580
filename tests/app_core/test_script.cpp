// SPDX-License-Identifier: EUPL-1.2
#include "app/core/script.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

std::string failure_of(const std::string& script) {
    try {
        parse_script(script, "tour.txt");
        return "";
    } catch (const base::Error& error) {
        return base::say(error.problem(), base::Language::english);
    }
}

}  // namespace

TEST_CASE("A script is one step a line with comments, and quotes around words with spaces", "[app][script]") {
    const auto steps =
        parse_script("# a tour\n\n  fit  # all\ntype form/title \"Nieuwe Rijn 12\"\r\nexpect a/b \"\"\n", "tour.txt");
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].words == std::vector<std::string>{"fit"});
    CHECK(steps[0].line == 3);
    CHECK(steps[1].words == std::vector<std::string>{"type", "form/title", "Nieuwe Rijn 12"});
    CHECK(steps[2].words.back().empty());
}

TEST_CASE("A wrong step is named with file and line", "[app][script]") {
    CHECK(failure_of("fit\nfly 1 2\n").find("tour.txt:2") != std::string::npos);
    CHECK(failure_of("fit\nfly 1 2\n").find("fly") != std::string::npos);
    CHECK_FALSE(failure_of("view 1 2\n").empty());
    CHECK_FALSE(failure_of("type a \"b\n").empty());
    CHECK_FALSE(failure_of("quit now\n").empty());
}

TEST_CASE("Every verb of the contract is known", "[app][script]") {
    for (const auto* step : {"layer a.gpkg", "layer a.gpkg Streets EPSG:28992", "open a.gpkg", "fit", "fit water",
                             "view 1 2 3", "pan 1 2 3", "zoom 2 5", "settle", "mode review", "click a/b", "map 1 2",
                             "type a/b c", "key Ctrl+Z", "drop a.gpkg", "expect a/b c", "shot a.png", "wait 1", "quit"})
        CHECK(failure_of(step) == "");
}
