// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/changes.hpp"
#include "tests/audit_catalogue/small.hpp"
#include "tests/support/catch.hpp"

namespace {

using audit::CatalogueChange;
using audit::ChangeKind;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// The changes after one piece of one file was written otherwise.
std::vector<CatalogueChange> after_changing(const std::string& file, const std::string& from, const std::string& to) {
    auto before = test::small_catalogue(), after = before;
    after[file] = replaced(after[file], from, to);
    return audit::catalogue_changes(before, after);
}

}  // namespace

TEST_CASE("A catalogue does not differ from itself, whatever the white space", "[audit][catalogue]") {
    CHECK(after_changing("criteria.json", "\"entries\": [", "\"entries\":\n\n    [").empty());
}

TEST_CASE("A threshold, a goal and a default goal that are another are changes", "[audit][catalogue]") {
    CHECK(after_changing("criteria.json", "1.5", "1.8") ==
          std::vector{CatalogueChange{"criteria", "WIDE", ChangeKind::changed}});
    CHECK(after_changing("agendas/town.json", "advised", "promised") ==
          std::vector{CatalogueChange{"goals", "G1", ChangeKind::changed}});
    CHECK(after_changing("agendas/town.json", "\"goals\": [\"G1\"]", "\"goals\": []") ==
          std::vector{CatalogueChange{"categories", "narrow", ChangeKind::changed}});
}

TEST_CASE("What came and what went is told by its part and id", "[audit][catalogue]") {
    auto small = test::small_catalogue(), larger = small;
    larger["quantities.json"] = test::framed(test::k_width + "," + test::k_length);
    larger["methods.json"] = test::framed(test::k_method + "," + replaced(test::k_method, "tape", "laser"));
    CHECK(audit::catalogue_changes(small, larger) ==
          std::vector{CatalogueChange{"methods", "laser", ChangeKind::added},
                      CatalogueChange{"quantities", "busy", ChangeKind::removed}});
}

TEST_CASE("Other norms are another entry, not a changed one", "[audit][catalogue]") {
    auto small = test::small_catalogue(), other = small;
    other.erase("norms/plain.json");
    other["norms/own.json"] = test::framed(replaced(test::k_norms, "plain", "own"));
    CHECK(audit::catalogue_changes(small, other) ==
          std::vector{CatalogueChange{"norms", "own", ChangeKind::added},
                      CatalogueChange{"norms", "plain", ChangeKind::removed}});
}

TEST_CASE("A catalogue with faults is refused whole, and all of them are told", "[audit][catalogue]") {
    CHECK(audit::load_whole_catalogue(test::small_catalogue()).categories.size() == 1);
    auto broken = test::small_catalogue();
    broken["criteria.json"] = replaced(broken["criteria.json"], "at_least", "about");
    broken["categories.json"] = replaced(broken["categories.json"], "\"N\"", "\"nn\"");
    try {
        audit::load_whole_catalogue(broken);
        FAIL("accepted");
    } catch (const base::Refusal& refusal) {
        CHECK(refusal.problem().code == "catalogue-broken");
        CHECK_THAT(base::say(refusal.problem(), base::Language::english), Catch::Contains("criteria.json"));
        CHECK_THAT(refusal.problem().detail, Catch::Contains("categories.json"));
    }
}
