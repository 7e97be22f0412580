// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace {

using namespace audit;

Measurement width(double metres) {
    return {.quantity = "passage-width", .value = metres, .unit = "m", .accuracy = 0.01, .method = "tape"};
}

/// A finding with passages of 1.32 m (from the desk) and of 1.1 m.
struct TwoPassages {
    test::Desk desk;
    std::string finding = desk.record();

    TwoPassages() { desk.dossier.perform(EditFinding{.uuid = finding, .added_measurements = {width(1.1)}}); }

    std::vector<double> widths() {
        std::vector<double> all;
        for (const auto& m : desk.finding(finding).measurements)
            if (m.quantity == "passage-width") all.push_back(m.value);
        std::sort(all.begin(), all.end());
        return all;
    }
    std::string uuid_of(double metres) {
        for (const auto& m : desk.finding(finding).measurements)
            if (m.value == metres) return m.uuid;
        return {};
    }
    base::Problem refusal(const EditFinding& edit) {
        return test::refusal_of(desk.dossier, edit).value_or(base::Problem{});
    }
};

}  // namespace

TEST_CASE("Several measurements of one quantity live side by side, each with a uuid of its own") {
    TwoPassages at;
    CHECK(at.widths() == std::vector{1.1, 1.32});
    CHECK(at.uuid_of(1.1) != at.uuid_of(1.32));
    CHECK(base::is_uuid(at.uuid_of(1.1)));
}

TEST_CASE("One measurement is changed by its uuid and keeps it; the other stays as it was") {
    TwoPassages at;
    auto uuid = at.uuid_of(1.1), other = at.uuid_of(1.32);
    auto changed = width(0.95);
    changed.uuid = uuid;
    at.desk.dossier.perform(EditFinding{.uuid = at.finding, .measurements = {changed}});
    CHECK(at.widths() == std::vector{0.95, 1.32});
    CHECK(at.uuid_of(0.95) == uuid);
    CHECK(at.uuid_of(1.32) == other);
    at.desk.dossier.perform(Undo{});
    CHECK(at.widths() == std::vector{1.1, 1.32});
}

TEST_CASE("A quantity alone names a measurement only while there is one of it") {
    TwoPassages at;
    auto refusal = at.refusal({.uuid = at.finding, .measurements = {width(0.95)}});
    CHECK(refusal.code == "several-measurements");
    auto sentence = base::say(refusal);
    CHECK_THAT(sentence, Catch::Contains(at.uuid_of(1.1)));
    CHECK_THAT(sentence, Catch::Contains(at.uuid_of(1.32)));
    CHECK(at.widths() == std::vector{1.1, 1.32});

    at.desk.dossier.perform(EditFinding{.uuid = at.finding, .removed_measurements = {at.uuid_of(1.32)}});
    at.desk.dossier.perform(EditFinding{.uuid = at.finding, .measurements = {width(0.95)}});
    CHECK(at.widths() == std::vector{0.95});
}

TEST_CASE("A measurement of another finding cannot be changed or removed through this one") {
    TwoPassages at;
    auto stranger = at.desk.finding(at.desk.record(93700)).measurements.at(0).uuid;
    auto changed = width(0.95);
    changed.uuid = stranger;
    CHECK(at.refusal({.uuid = at.finding, .measurements = {changed}}).code == "unknown-measurement");
    CHECK(at.refusal({.uuid = at.finding, .removed_measurements = {stranger}}).code == "unknown-measurement");
    CHECK(at.refusal({.uuid = at.finding, .removed_measurements = {"nothing"}}).code == "unknown-measurement");
}

TEST_CASE("Removing a quantity removes every measurement of it, and undo brings all back") {
    TwoPassages at;
    at.desk.dossier.perform(EditFinding{.uuid = at.finding, .removed_quantities = {"passage-width"}});
    CHECK(at.widths().empty());
    at.desk.dossier.perform(Undo{});
    CHECK(at.widths() == std::vector{1.1, 1.32});
}
