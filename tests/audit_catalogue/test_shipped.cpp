// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/catalogue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

namespace {

std::filesystem::path shipped() { return test::source_tree() / "assets" / "catalogue"; }

std::string remarks_in_words(const base::Problems& problems) {
    std::string words;
    for (const auto& remark : problems.remarks()) words += base::say(remark.problem, base::Language::english) + "\n";
    return words;
}

}  // namespace

TEST_CASE("The shipped catalogue loads without a single remark, with every choice of norms and agenda",
          "[audit][catalogue]") {
    for (const auto& norms : audit::norms_in(shipped()))
        for (const auto& agenda : audit::agendas_in(shipped())) {
            auto loaded = audit::load_catalogue(audit::read_catalogue_files(shipped(), norms, agenda));
            INFO(norms << " with " << agenda << "\n" << remarks_in_words(loaded.problems));
            CHECK(loaded.problems.empty());
            CHECK(loaded.value.norms.id == norms);
            CHECK(loaded.value.agenda_id == agenda);
            CHECK(loaded.value.norms.version == loaded.value.version);
        }
}

TEST_CASE("The four categories of the inspector are there, each with a form and default goals", "[audit][catalogue]") {
    auto catalogue = audit::load_catalogue(audit::read_catalogue_files(shipped(), "crow", "leiden")).value;
    for (const auto* id : {"terrace-over-boundary", "terrace-passage", "object-on-footway", "entrance-threshold"}) {
        INFO(id);
        const auto* category = catalogue.category(id);
        REQUIRE(category);
        CHECK_FALSE(category->quantities.empty());
        CHECK(category->anchors.size() == 3);
        REQUIRE_FALSE(category->default_goals.empty());
        for (const auto& goal : category->default_goals) CHECK(catalogue.goal(goal));
    }
}
