// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/filter.hpp"
#include "tests/audit_query/made.hpp"
#include "tests/support/catch.hpp"

using audit::Finding;
using audit::parse_filter;
using made::finding_with;

namespace {

const audit::Catalogue k_catalogue = made::catalogue();

bool holds(const std::string& filter, const Finding& finding = made::finding()) {
    return audit::matches(parse_filter(filter), finding, k_catalogue);
}

}  // namespace

TEST_CASE("An empty filter lets everything through, and all terms must hold", "[audit][query]") {
    CHECK(holds(""));
    CHECK(holds("status:open severity:hindering"));
    CHECK_FALSE(holds("status:open severity:blocking"));
}

TEST_CASE("Bare words are found in title and notes whatever their capitals and accents", "[audit][query]") {
    CHECK(holds("cafe"));
    CHECK(holds("ENGEL gevel"));
    CHECK(holds("\"de engel\""));
    CHECK_FALSE(holds("\"engel de\""));
    CHECK_FALSE(holds("-cafe"));
    CHECK(holds("-\"engel de\""));
    CHECK(holds("geheim", finding_with([](Finding& f) { f.internal_notes = "Geheim"; })));
    CHECK_FALSE(holds("hindering"));
}

TEST_CASE("Texts of fields are compared whole, without regard to capitals", "[audit][query]") {
    CHECK(holds("category:Terrace-Passage"));
    CHECK(holds("category:object-on-footway,terrace-passage"));
    CHECK_FALSE(holds("category:terrace"));
    CHECK(holds("by:\"anja de vries\""));
    CHECK(holds("district:binnenstad-zuid"));
    CHECK_FALSE(holds("district:binnenstad"));
    CHECK(holds("facility:\"\""));
    CHECK_FALSE(holds("district:\"\""));
}

TEST_CASE("Severity is compared by rank, and no severity is neither above nor below", "[audit][query]") {
    CHECK(holds("severity>attention"));
    CHECK_FALSE(holds("severity>hindering"));
    CHECK(holds("severity<blocking"));
    auto none = finding_with([](Finding& f) { f.severity.reset(); });
    CHECK_FALSE(holds("severity>attention", none));
    CHECK_FALSE(holds("severity<blocking", none));
    CHECK(holds("severity:\"\"", none));
    CHECK_FALSE(holds("severity:\"\""));
}

TEST_CASE("Who must act and by when are asked for like other texts and dates", "[audit][query]") {
    auto agreed = finding_with([](Finding& f) {
        f.responsible = "Handhaving";
        f.due = "2026-06-15";
    });
    CHECK(holds("responsible:handhaving", agreed));
    CHECK(holds("responsible:\"\""));
    CHECK(holds("due:2026-06 due>2026-05 due<2026-07-01", agreed));
    CHECK_FALSE(holds("due<2026-06-15", agreed));
    CHECK(holds("due:\"\""));
    CHECK_FALSE(holds("due:\"\"", agreed));
    CHECK_FALSE(holds("due>2020"));
    CHECK_FALSE(holds("due<2030"));
}

TEST_CASE("Dates are compared as far as they are given", "[audit][query]") {
    CHECK(holds("date:2026-04-15"));
    CHECK(holds("date:2026-04"));
    CHECK(holds("date:2025,2026"));
    CHECK_FALSE(holds("date:2026-05"));
    CHECK(holds("date>2026-04-14"));
    CHECK_FALSE(holds("date>2026-04-15"));
    CHECK_FALSE(holds("date>2026-04"));
    CHECK(holds("date<2026-05"));
    CHECK_FALSE(holds("date<2026"));
}

TEST_CASE("Goals are compared by id", "[audit][query]") {
    CHECK(holds("goal:lia-t1"));
    CHECK(holds("goal:LIA-T2,LIA-T1"));
    CHECK_FALSE(holds("goal:LIA-T"));
    CHECK(holds("-goal:LIA-T2"));
    CHECK(holds("goal:\"\"", finding_with([](Finding& f) { f.goals.clear(); })));
}

TEST_CASE("Outcome is the finding's worst verdict, and criterion one that fails", "[audit][query]") {
    auto wide = finding_with([](Finding& f) { f.measurements = {made::passage(1.8)}; });
    auto unmeasured = finding_with([](Finding& f) { f.measurements.clear(); });
    CHECK(holds("outcome:fails"));
    CHECK(holds("outcome:meets", wide));
    CHECK(holds("outcome:not-tested", unmeasured));
    CHECK(holds("criterion:or-02"));
    CHECK_FALSE(holds("criterion:OR-02", wide));
    CHECK_FALSE(holds("criterion:OR-02", unmeasured));
    CHECK(holds("criterion:\"\"", wide));
    CHECK_FALSE(holds("criterion:\"\""));
}

TEST_CASE("Photos can be asked for and counted", "[audit][query]") {
    auto two = finding_with([](Finding& f) { f.photos.resize(2); });
    CHECK(holds("photo:no"));
    CHECK(holds("photo:0"));
    CHECK(holds("photo:yes", two));
    CHECK(holds("photo:2", two));
    CHECK(holds("photo>1", two));
    CHECK_FALSE(holds("photo>2", two));
    CHECK(holds("photo<1"));
}

TEST_CASE("Source and status are compared by their words", "[audit][query]") {
    auto resident = finding_with([](Finding& f) {
        f.source = audit::ReportSource::resident;
        f.status = audit::Status::in_progress;
    });
    CHECK(holds("source:resident -status:open", resident));
    CHECK(holds("-source:resident status:open"));
}

TEST_CASE("What the catalogue does not know is said, and finds nothing", "[audit][query]") {
    auto filter = parse_filter("category:terras goal:LIA-T9,LIA-T1 criterion:OR-02,XX round:3 status:open");
    auto problems = audit::unknown_in(filter, k_catalogue);
    REQUIRE(problems.size() == 4);
    CHECK(base::say(problems[0], base::Language::english) ==
          "There is no category “terras” in the catalogue. The catalogue of the dossier lists the known ones.");
    CHECK(problems[1].code == "filter-unknown-goal");
    CHECK(problems[2].code == "filter-unknown-criterion");
    CHECK(problems[3].code == "filter-no-rounds");
    CHECK_FALSE(holds("round:3"));
    CHECK(audit::unknown_in(parse_filter("goal:lia-t1 category:object-on-footway goal:\"\""), k_catalogue).empty());
}
