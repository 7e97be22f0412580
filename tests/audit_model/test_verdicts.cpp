// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_model/shipped.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>

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

TEST_CASE("A ramp is judged by the slope that fits its rise", "[audit][verdict]") {
    CHECK(verdict_on("HB-03", {"slope=1:12±0.1", "ramp-rise=0.20m±0.01"}) == "meets within-tolerance");
    CHECK(verdict_on("HB-04", {"slope=1:12±0.1", "ramp-rise=0.20m±0.01"}) == "none");
    CHECK(verdict_on("HB-SLOPE", {"slope=8%±0.2@level", "ramp-rise=0.20m@tape"}) == "meets certain");
    CHECK(verdict_on("HB-SLOPE", {"slope=8%±0.2@level", "ramp-rise=0.40m@tape"}) == "fails certain");
    CHECK(verdict_on("HB-SLOPE", {"slope=8%±0.2@level", "ramp-rise=1.40m@tape"}) == "none");
    CHECK(verdict_on("HB-06", {"slope=8%±0.2@level", "ramp-rise=1.40m@tape"}) == "fails certain");
}

TEST_CASE("A slope without its rise is not tested, unless it is too steep for any rise", "[audit][verdict]") {
    CHECK(verdict_on("HB-03", {"slope=8%@level"}) == "not-tested possible");
    CHECK(verdict_on("HB-SLOPE", {"slope=8%@level"}) == "not-tested possible");
    CHECK(outcome({"slope=8%@level"}) == Outcome::not_tested);
    CHECK(verdict_on("HB-SLOPE", {"slope=25%@level"}) == "fails certain");
    CHECK(outcome({"slope=25%@level"}) == Outcome::fails);
}

TEST_CASE("A ratio, a percentage and degrees give the same verdict on a slope", "[audit][verdict]") {
    for (const auto* slope : {"slope=1:14±0.2", "slope=7.14%±0.1", "slope=4.09deg±0.05"}) {
        INFO(slope);
        CHECK(verdict_on("HB-03", {slope, "ramp-rise=0.20m±0.01"}) == "meets certain");
        CHECK(verdict_on("HB-04", {slope, "ramp-rise=0.30m±0.01"}) == "fails certain");
    }
    CHECK(verdict_on("HB-03", {"slope=1:12±0", "ramp-rise=0.2m±0"}) == "meets certain");
}

TEST_CASE("A threshold may be higher where a wedge lies before it", "[audit][verdict]") {
    CHECK(verdict_on("GB-02", {"threshold-height=35mm@ruler"}) == "fails certain");
    CHECK(verdict_on("GB-THRESHOLD", {"threshold-height=35mm@ruler"}) == "fails possible");
    CHECK(verdict_on("GB-THRESHOLD", {"threshold-height=35mm@ruler", "threshold-wedge=no"}) == "fails certain");
    CHECK(verdict_on("GB-THRESHOLD", {"threshold-height=35mm@ruler", "threshold-wedge=yes"}) == "meets certain");
    CHECK(verdict_on("GB-THRESHOLD", {"threshold-height=60mm@ruler"}) == "fails certain");
    CHECK(outcome({"threshold-height=35mm@ruler", "threshold-wedge=yes"}) == Outcome::meets);
}

TEST_CASE("A yes or no is certain when it was seen, and possible when it was estimated", "[audit][verdict]") {
    CHECK(verdict_on("GL-08", {"guide-line-free=no"}) == "fails certain");
    CHECK(verdict_on("GL-08", {"guide-line-free=ja@observation"}) == "meets certain");
    CHECK(verdict_on("GL-08", {"guide-line-free=no@map"}) == "fails possible");
}

TEST_CASE("A range is met between its limits, and decided by the nearer one", "[audit][verdict]") {
    CHECK(verdict_on("SM-07", {"operating-height=1.05m±0.02"}) == "meets certain");
    CHECK(verdict_on("SM-07", {"operating-height=1.19m±0.02"}) == "meets within-tolerance");
    CHECK(verdict_on("SM-07", {"operating-height=1.21m±0.02"}) == "fails within-tolerance");
    CHECK(verdict_on("SM-07", {"operating-height=0.5m±0.02"}) == "fails certain");
}

TEST_CASE("A terrace over its boundary by any depth fails, and an exact zero meets", "[audit][verdict]") {
    CHECK(verdict_on("TS-08", {"overrun-depth=0.35m±0.05"}) == "fails certain");
    CHECK(verdict_on("TS-08", {"overrun-depth=0.03m±0.05"}) == "fails within-tolerance");
    CHECK(outcome({"overrun-depth=0.03m±0.05"}) == Outcome::fails);
    CHECK(verdict_on("TS-08", {"overrun-depth=0m±0"}) == "meets certain");
    CHECK(outcome({"overrun-area=4m2"}) == Outcome::not_tested);
}

TEST_CASE("A count is exact", "[audit][verdict]") {
    CHECK(verdict_on("PK-05-count", {"parking-count=1@counting"}) == "meets certain");
    CHECK(verdict_on("PK-05-count", {"parking-count=0@counting"}) == "fails certain");
}

TEST_CASE("A norm whose threshold is unknown is shown as not tested", "[audit][verdict]") {
    auto leiden = audit::load_catalogue(
                      audit::read_catalogue_files(test::source_tree() / "assets" / "catalogue", "leiden", "leiden"))
                      .value;
    auto verdicts = audit::verdicts_of(leiden, {audit::parse_measurement(leiden, "passage-width=2m@tape")});
    auto unknown = std::find_if(verdicts.begin(), verdicts.end(), [](const auto& v) { return v.criterion == "TS-01"; });
    REQUIRE(unknown != verdicts.end());
    CHECK(unknown->outcome == Outcome::not_tested);
    CHECK_FALSE(unknown->threshold);
    CHECK(audit::outcome_of(leiden, verdicts) == Outcome::meets);
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
    // A length below zero stands for none measured.
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

TEST_CASE("A better accuracy never makes a verdict less certain", "[audit][verdict]") {
    for (double value : {0.85, 1.19, 1.2, 1.45, 1.5, 1.51, 1.79, 2.2}) {
        std::map<std::string, bool> was_certain;
        for (double accuracy : {0.5, 0.1, 0.05, 0.01, 0.001}) {
            std::vector<audit::Measurement> all{
                {.quantity = "passage-width", .value = value, .unit = "m", .accuracy = accuracy},
                {.quantity = "narrowing-length", .value = 0.4, .unit = "m", .accuracy = 0.01}};
            for (const auto& verdict : audit::verdicts_of(test::shipped_catalogue(), all)) {
                INFO(verdict.criterion << " at " << value << " ± " << accuracy);
                bool certain = verdict.certainty == audit::Certainty::certain;
                CHECK((certain || !was_certain[verdict.criterion]));
                was_certain[verdict.criterion] = certain;
            }
        }
    }
}

TEST_CASE("A verdict never has more certainty than its basis allows, whatever was measured", "[audit][verdict]") {
    const auto& catalogue = test::shipped_catalogue();
    for (const auto& quantity : catalogue.quantities)
        for (const auto& unit : quantity.units)
            for (double value : {0.0, 0.5, 1.0, 1e9, -3.0})
                for (const auto* method : {"estimate", "", "tape"}) {
                    audit::Measurement m{.quantity = quantity.id, .value = value, .unit = unit, .method = method};
                    for (const auto& verdict : audit::verdicts_of(catalogue, {m})) {
                        INFO(verdict.criterion << " " << value << " " << unit << " " << method);
                        CHECK((verdict.basis == audit::Basis::indicative) == (m.method == "estimate"));
                        bool may_be_certain = m.method == "tape" || (m.method.empty() && unit == "yes/no");
                        if (!may_be_certain) CHECK(verdict.certainty != audit::Certainty::certain);
                    }
                }
}
