// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_model/shipped.hpp"
#include "tests/support/catch.hpp"

using audit::Outcome;
using test::outcome;
using test::verdict_on;

TEST_CASE("A width alone fails the general norm for certain, and the passage only possibly", "[audit][verdict]") {
    CHECK(verdict_on("OR-01", {"passage-width=1.32m±0.01@tape"}) == "fails certain");
    CHECK(verdict_on("OR-02", {"passage-width=1.32m±0.01@tape"}) == "fails certain");
    CHECK(verdict_on("OR-03", {"passage-width=1.32m±0.01@tape"}) == "not-tested possible");
    CHECK(verdict_on("OR-04", {"passage-width=1.32m±0.01@tape"}) == "not-tested possible");
    CHECK(verdict_on("OR-PASSAGE", {"passage-width=1.32m±0.01@tape"}) == "fails possible");
}

TEST_CASE("With the length of the narrowing the passage is decided", "[audit][verdict]") {
    CHECK(verdict_on("OR-03", {"passage-width=1.32m@tape", "narrowing-length=5m@tape"}) == "meets certain");
    CHECK(verdict_on("OR-04", {"passage-width=1.32m@tape", "narrowing-length=5m@tape"}) == "none");
    CHECK(verdict_on("OR-PASSAGE", {"passage-width=1.32m@tape", "narrowing-length=5m@tape"}) == "meets certain");
    CHECK(verdict_on("OR-PASSAGE", {"passage-width=1.10m@tape", "narrowing-length=5m@tape"}) == "fails certain");
    CHECK(verdict_on("OR-PASSAGE", {"passage-width=0.95m@tape", "narrowing-length=40cm@tape"}) == "meets certain");
    CHECK(verdict_on("OR-PASSAGE", {"passage-width=1.32m@tape", "narrowing-length=30m@tape"}) == "fails certain");
}

TEST_CASE("A passage that is too narrow for any narrowing fails for certain without a length", "[audit][verdict]") {
    CHECK(verdict_on("OR-PASSAGE", {"passage-width=0.80m@tape"}) == "fails certain");
    CHECK(verdict_on("OR-PASSAGE", {"passage-width=0.895m±0.01"}) == "fails within-tolerance");
}

TEST_CASE("Certainty needs a distance to the threshold that is larger than the accuracy", "[audit][verdict]") {
    CHECK(verdict_on("OR-02", {"passage-width=1.49m±0.02"}) == "fails within-tolerance");
    CHECK(verdict_on("OR-02", {"passage-width=1.51m±0.02"}) == "meets within-tolerance");
    CHECK(verdict_on("OR-02", {"passage-width=1.48m±0.02"}) == "fails within-tolerance");
    CHECK(verdict_on("OR-02", {"passage-width=1.47m±0.02"}) == "fails certain");
    CHECK(verdict_on("OR-02", {"passage-width=1.50m±0.02"}) == "meets within-tolerance");
    CHECK(verdict_on("OR-02", {"passage-width=1.2m"}) == "fails possible");
}

TEST_CASE("A value from the map never decides with certainty", "[audit][verdict]") {
    CHECK(verdict_on("OR-02", {"passage-width=0.2m±0.01@map"}) == "fails possible");
    auto verdicts = audit::verdicts_of(test::shipped_catalogue(), test::measured({"passage-width=9m±0.01@estimate"}));
    REQUIRE_FALSE(verdicts.empty());
    for (const auto& verdict : verdicts) {
        CHECK(verdict.basis == audit::Basis::indicative);
        CHECK(verdict.certainty == audit::Certainty::possible);
    }
}

TEST_CASE("A narrowing whose length lies at the limit is decided only within the tolerance", "[audit][verdict]") {
    CHECK(verdict_on("OR-03", {"passage-width=1.32m±0.01", "narrowing-length=20m±0.1"}) == "meets within-tolerance");
    CHECK(verdict_on("OR-03", {"passage-width=1.32m±0.01", "narrowing-length=20.05m±0.1"}) == "none");
    CHECK(verdict_on("OR-PASSAGE", {"passage-width=1.32m±0.01", "narrowing-length=20.05m±0.1"}) ==
          "fails within-tolerance");
}

TEST_CASE("A value in centimetres is judged like the same value in metres", "[audit][verdict]") {
    CHECK(verdict_on("OR-02", {"passage-width=150cm±1"}) == "meets within-tolerance");
    CHECK(verdict_on("OR-03", {"passage-width=120cm±0", "narrowing-length=200cm"}) == "meets possible");
    auto verdicts = audit::verdicts_of(test::shipped_catalogue(), test::measured({"passage-width=132cm±1"}));
    REQUIRE_FALSE(verdicts.empty());
    CHECK(verdicts.front().unit == "m");
    CHECK(verdicts.front().value == Approx(1.32));
    CHECK(*verdicts.front().accuracy == Approx(0.01));
}

TEST_CASE("The least favourable of several measurements decides", "[audit][verdict]") {
    CHECK(verdict_on("OR-02", {"passage-width=2m@tape", "passage-width=1.1m@tape"}) == "fails certain");
    CHECK(verdict_on("OR-03", {"passage-width=1.3m@tape", "narrowing-length=2m@tape", "narrowing-length=25m@tape"}) ==
          "none");
}

TEST_CASE("The outcome of a finding is the worst of its minimum norms, with rules in place of their criteria",
          "[audit][verdict]") {
    CHECK(outcome({"passage-width=1.32m@tape", "narrowing-length=5m@tape"}) == Outcome::meets);
    CHECK(outcome({"passage-width=1.32m@tape"}) == Outcome::fails);
    CHECK(outcome({"passage-width=1.6m@tape"}) == Outcome::meets);
    CHECK(outcome({"passage-width=1.6m@tape", "overrun-depth=0.3m@tape"}) == Outcome::fails);
    CHECK(outcome({"narrowing-length=5m@tape"}) == Outcome::not_tested);
    CHECK(outcome({}) == Outcome::not_tested);
}

TEST_CASE("Measurements that the catalogue cannot read are left aside", "[audit][verdict]") {
    using audit::Measurement;
    const auto& catalogue = test::shipped_catalogue();
    CHECK(audit::verdicts_of(catalogue, {Measurement{.quantity = "gone", .value = 1, .unit = "m"}}).empty());
    CHECK(audit::verdicts_of(catalogue, {Measurement{.quantity = "passage-width", .value = 1, .unit = "N"}}).empty());
    CHECK(audit::verdicts_of(catalogue, {Measurement{.quantity = "passage-width", .value = 1, .unit = "ell"}}).empty());
}

TEST_CASE("A larger width never makes a verdict on a width worse", "[audit][verdict]") {
    // fails < not tested < meets
    auto rank = [](Outcome o) { return o == Outcome::fails ? 0 : o == Outcome::not_tested ? 1 : 2; };
    for (double length : {-1.0, 0.3, 5.0, 30.0}) {
        std::map<std::string, int> before;
        for (double mm = 500; mm <= 2500; mm += 5) {
            std::vector<audit::Measurement> all{
                {.quantity = "passage-width", .value = mm, .unit = "mm", .accuracy = 10}};
            if (length > 0)
                all.push_back({.quantity = "narrowing-length", .value = length, .unit = "m", .accuracy = 0.1});
            for (const auto& verdict : audit::verdicts_of(test::shipped_catalogue(), all)) {
                INFO(verdict.criterion << " at " << mm << " mm, length " << length);
                auto now = rank(verdict.outcome);
                CHECK(now >= before[verdict.criterion]);
                before[verdict.criterion] = now;
            }
        }
        CHECK(before["OR-PASSAGE"] == 2);
    }
}
