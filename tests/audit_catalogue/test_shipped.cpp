// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/catalogue.hpp"
#include "audit/catalogue/units.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <algorithm>

namespace {

std::filesystem::path shipped() { return test::source_tree() / "assets" / "catalogue"; }

const audit::Catalogue& catalogue_with(const std::string& norms) {
    static std::map<std::string, audit::Catalogue> loaded;
    auto found = loaded.find(norms);
    if (found == loaded.end())
        found =
            loaded.emplace(norms, audit::load_catalogue(audit::read_catalogue_files(shipped(), norms, "leiden")).value)
                .first;
    return found->second;
}

const audit::Catalogue& catalogue() { return catalogue_with("crow"); }

bool both(const audit::Label& label) { return !label.nl.empty() && !label.en.empty(); }
bool both_or_none(const audit::Label& label) { return label.nl.empty() == label.en.empty(); }

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::vector<const audit::Goal*> goals() {
    std::vector<const audit::Goal*> all;
    for (const auto& agenda : catalogue().agendas)
        for (const auto& theme : agenda.themes)
            for (const auto& goal : theme.goals) all.push_back(&goal);
    return all;
}

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

TEST_CASE("Every category has a form, words, geometry, goals, treaty articles and what severity means for it",
          "[audit][catalogue]") {
    const std::vector<std::string> expected{"terrace-over-boundary",
                                            "terrace-passage",
                                            "object-on-footway",
                                            "display-on-footway",
                                            "parked-bicycles",
                                            "kerb-ramp",
                                            "uneven-surface",
                                            "guide-line-blocked",
                                            "entrance-threshold",
                                            "narrow-door",
                                            "toilet",
                                            "steps-without-alternative",
                                            "changing-room",
                                            "disabled-parking",
                                            "sports-route",
                                            "signs-information"};
    for (const auto& id : expected) {
        INFO(id);
        CHECK(catalogue().category(id));
    }
    for (const auto& category : catalogue().categories) {
        INFO(category.id);
        CHECK((both(category.label) && both(category.help)));
        CHECK_FALSE(category.quantities.empty());
        CHECK_FALSE(category.geometry.empty());
        CHECK_FALSE(category.treaty.empty());
        CHECK_FALSE(category.suggested_on.empty());
        CHECK((category.letter.size() == 1 || category.letter.size() == 2));
        CHECK(category.anchors.size() == (category.has_severity ? 3 : 0));
        for (const auto& [word, anchor] : category.anchors) CHECK(both(anchor));
        REQUIRE_FALSE(category.default_goals.empty());
        for (const auto& goal : category.default_goals) CHECK(catalogue().goal(goal));
    }
}

TEST_CASE("What severity means is written for each category: no anchor stands in two", "[audit][catalogue]") {
    std::map<std::string, std::string> seen;
    for (const auto& category : catalogue().categories)
        for (const auto& [word, anchor] : category.anchors)
            for (const auto& sentence : {anchor.nl, anchor.en}) {
                INFO(category.id << " " << word << ": " << sentence);
                CHECK(seen.emplace(sentence, category.id + word).second);
            }
}

TEST_CASE("Every word of the shipped catalogue stands in Dutch and in English", "[audit][catalogue]") {
    const auto& c = catalogue();
    for (const auto& m : c.methods) CHECK(both(m.label));
    for (const auto& q : c.quantities) CHECK((both(q.label) && both(q.help)));
    for (const auto& one : c.criteria) CHECK((both(one.label) && both_or_none(one.note)));
    for (const auto& r : c.rules) CHECK(both(r.label));
    for (const auto& k : c.categories) CHECK((both(k.label) && both(k.help)));
    for (const auto& d : c.documents) CHECK(both(d.label));
    for (const auto& t : c.target_groups) CHECK(both(t.label));
    for (const auto& t : c.stakeholders) CHECK(both(t.label));
    for (const auto& t : c.treaty) CHECK(both(t.label));
    for (const auto* goal : goals()) CHECK((both(goal->label) && both(goal->indicator)));
    CHECK(both(c.treaty_note));
    for (const auto& norms : audit::norms_in(shipped()))
        CHECK((both(catalogue_with(norms).norms.label) && both(catalogue_with(norms).norms.note)));
}

TEST_CASE("Every goal of the agenda is there, and says whether it was advised, promised, reported or comparable",
          "[audit][catalogue]") {
    const std::vector<std::string> expected{
        "LIA-T1", "LIA-T2", "LIA-T3", "LIA-T4",  "LIA-T5",  "LIA-G1", "LIA-G2", "LIA-G3", "LIA-G4", "LIA-G5", "LIA-G6",
        "LIA-G7", "LIA-G8", "LIA-G9", "LIA-G10", "LIA-G11", "LIA-D1", "LIA-D2", "LIA-D3", "SPO-1",  "SPO-2",  "SPO-3",
        "SPO-4",  "WIJ-1",  "WIJ-2",  "OUD-1",   "EEN-1",   "SVN-1",  "SVN-2",  "SVN-3",  "SVN-4"};
    CHECK(goals().size() == expected.size());
    for (const auto& id : expected) {
        INFO(id);
        const auto* goal = catalogue().goal(id);
        REQUIRE(goal);
        CHECK_FALSE(goal->provenance.empty());
        CHECK_FALSE(goal->documents.empty());
        bool comparable = holds({"SVN-1", "SVN-2", "SVN-3", "SVN-4"}, id);
        CHECK((goal->provenance.front() == audit::Provenance::comparable) == comparable);
    }
}

TEST_CASE("Target values stay empty where no document gives one", "[audit][catalogue]") {
    for (const auto* goal : goals()) CHECK(goal->target == (goal->id == "SPO-3" ? "0 %" : ""));
}

TEST_CASE("Who a goal is for is marked as inferred where no document says it", "[audit][catalogue]") {
    for (const auto& mention : catalogue().goal("LIA-T1")->target_groups) CHECK(mention.inferred);
    for (const auto& mention : catalogue().goal("LIA-T2")->target_groups) CHECK_FALSE(mention.inferred);
}

TEST_CASE("Every norm of the source tables is in the catalogue", "[audit][catalogue]") {
    const std::vector<std::pair<std::string, int>> tables{{"OR", 25}, {"OA", 7},  {"HB", 11}, {"TR", 8},  {"GL", 9},
                                                          {"SM", 11}, {"PK", 10}, {"HA", 2},  {"GB", 11}, {"LI", 2},
                                                          {"TO", 8},  {"BA", 4},  {"TS", 11}, {"SL", 6},  {"SP", 6}};
    for (const auto& [table, last] : tables)
        for (int i = 1; i <= last; ++i) {
            auto id = table + (i < 10 ? "-0" : "-") + std::to_string(i);
            // What other cities do stands under each city's name.
            if (id == "TS-02") id += "-amsterdam";
            INFO(id);
            CHECK(catalogue().criterion(id));
        }
}

TEST_CASE("The norm of Leiden for a passage beside a terrace is there and visibly unknown", "[audit][catalogue]") {
    const auto* unknown = catalogue().criterion("TS-01");
    REQUIRE(unknown);
    CHECK_FALSE(unknown->threshold);
    CHECK(unknown->trust == audit::Trust::unconfirmed);
    CHECK(catalogue().criterion("TS-01-proposal")->threshold == 1.5);
    CHECK(catalogue().criterion("TS-01-proposal-pref")->threshold == 1.8);
    for (const auto& norms : audit::norms_in(shipped()))
        CHECK_FALSE(holds(catalogue_with(norms).norms.criteria, "TS-01-proposal"));
    CHECK(holds(catalogue_with("leiden").norms.criteria, "TS-01"));
}

TEST_CASE("Every quantity of a form is tested by a norm of the catalogue, or says that there is none",
          "[audit][catalogue]") {
    const auto& c = catalogue();
    auto tested = [&](const std::string& quantity) {
        return std::any_of(c.criteria.begin(), c.criteria.end(), [&](const audit::Criterion& one) {
            return one.quantity == quantity || (one.condition && one.condition->quantity == quantity);
        });
    };
    for (const auto& category : c.categories)
        for (const auto& field : category.quantities) {
            INFO(category.id << " " << field.quantity);
            bool says_so = c.quantity(field.quantity)->help.en.find("no norm") != std::string::npos;
            CHECK(tested(field.quantity) != says_so);
        }
}

TEST_CASE("Every norm is reached by the form of some category, together with what its condition asks",
          "[audit][catalogue]") {
    const auto& c = catalogue();
    auto asks = [](const audit::Category& category, const std::string& quantity) {
        return std::any_of(category.quantities.begin(), category.quantities.end(),
                           [&](const audit::Field& field) { return field.quantity == quantity; });
    };
    for (const auto& one : c.criteria) {
        INFO(one.id);
        CHECK(std::any_of(c.categories.begin(), c.categories.end(), [&](const audit::Category& category) {
            return asks(category, one.quantity) && (!one.condition || asks(category, one.condition->quantity));
        }));
    }
}

TEST_CASE("A row of the source tables with two values has become two norms", "[audit][catalogue]") {
    for (const std::string row :
         {"OR-07", "OR-10", "OR-12", "OR-13", "OR-15", "OR-23", "OR-25", "OA-01", "OA-03", "HB-01",
          "HB-02", "HB-07", "HB-08", "HB-09", "TR-01", "TR-06", "GL-01", "GL-05", "GL-06", "SM-03",
          "SM-06", "PK-01", "PK-02", "PK-03", "PK-05", "HA-01", "GB-01", "GB-02", "GB-03", "GB-04",
          "LI-01", "TO-01", "BA-01", "BA-02", "TS-01", "TS-02", "TS-03", "SP-04"}) {
        INFO(row);
        CHECK(std::count_if(catalogue().criteria.begin(), catalogue().criteria.end(),
                            [&](const auto& one) { return one.id == row || one.id.starts_with(row + "-"); }) >= 2);
    }
}

TEST_CASE("A plain passage is judged by few norms, all of which hold on every footway", "[audit][catalogue]") {
    std::vector<std::string> found;
    for (const auto& id : catalogue().norms.criteria)
        if (catalogue().criterion(id)->quantity == "passage-width") found.push_back(id);
    CHECK(found == std::vector<std::string>{"OR-01", "OR-02", "OR-03", "OR-04"});
}

TEST_CASE("Widths of certain streets hold only where the inspector says that it is such a street",
          "[audit][catalogue]") {
    for (const auto* id : {"OR-07", "OR-07-pref", "OR-08", "OR-09", "OR-10", "OR-10-strict", "OR-11"}) {
        INFO(id);
        CHECK(catalogue().criterion(id)->condition);
    }
}

TEST_CASE("The default norms hold nothing unconfirmed and no strict choice", "[audit][catalogue]") {
    for (const auto& id : catalogue().norms.criteria) {
        INFO(id);
        CHECK(catalogue().criterion(id)->trust != audit::Trust::unconfirmed);
        CHECK(catalogue().criterion(id)->level != audit::Level::strict);
    }
}

TEST_CASE("A city's norms put its own thresholds in place, with its own name as source", "[audit][catalogue]") {
    CHECK(catalogue().criterion("OA-03")->threshold == 20);
    const auto* own = catalogue_with("zwolle").criterion("OA-03");
    CHECK(own->threshold == 5);
    CHECK(own->source.find("Zwolle") != std::string::npos);
    CHECK(*catalogue_with("zwolle").criterion("HB-01")->threshold == Approx(10));
}

TEST_CASE("Thresholds lie within what is plausible for their quantity", "[audit][catalogue]") {
    for (const auto& one : catalogue().criteria) {
        if (!one.threshold) continue;
        INFO(one.id);
        const auto& q = *catalogue().quantity(one.quantity);
        auto value = audit::convert_value(*one.threshold, one.unit, q.unit);
        CHECK(value >= q.smallest);
        CHECK(value <= q.largest);
    }
}
