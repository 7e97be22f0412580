// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace audit;

TEST_CASE("A snapshot shares what did not change and keeps what was", "[dossier][snapshot]") {
    test::Desk desk;
    auto a = desk.record(), b = desk.record();
    auto first = desk.dossier.snapshot();
    CHECK(desk.dossier.snapshot() == first);
    desk.dossier.perform(SetStatus{a, Status::solved, ""});
    auto second = desk.dossier.snapshot();
    CHECK(second->generation > first->generation);
    CHECK(second->find(b) == first->find(b));
    CHECK(second->find(a) != first->find(a));
    CHECK(first->find(a)->status == Status::open);
    CHECK(second->find(a)->status == Status::solved);
    CHECK(second->find("nobody") == nullptr);
}

TEST_CASE("A snapshot notices what another program wrote", "[dossier][snapshot]") {
    test::Desk desk;
    auto a = desk.record();
    auto b = desk.record();
    auto first = desk.dossier.snapshot();
    auto colleague = Dossier::open(desk.path, test::author(2));
    colleague.perform(SetStatus{a, Status::solved, ""});
    auto second = desk.dossier.snapshot();
    CHECK(second->find(a)->status == Status::solved);
    CHECK(second->find(b) == first->find(b));
}

TEST_CASE("The streamed findings are the snapshot's findings, in the same order", "[dossier][snapshot]") {
    test::Desk desk;
    std::vector<DossierAction> many;
    for (int i = 0; i < 300; ++i) {
        RecordFinding finding{.category = i % 2 ? "terrace-passage" : "entrance-threshold",
                              .shape = geo::Shape::point({93000.0 + i, 463000.0})};
        if (i % 3) finding.measurements = {{.quantity = "passage-width", .value = 1.0 + i / 1000.0, .unit = "m"}};
        if (i % 5 == 0) finding.goals = std::vector<std::string>{"LIA-T1", "LIA-G9"};
        many.push_back(finding);
    }
    auto done = desk.dossier.perform_together("demo", many);
    desk.dossier.perform(DeleteFinding{done[7].uuid, ""});
    auto snapshot = desk.dossier.snapshot();
    std::size_t i = 0;
    desk.dossier.for_each_finding([&](const Finding& finding) { REQUIRE(finding == *snapshot->findings.at(i++)); });
    CHECK(i == 299);
    CHECK(std::is_sorted(snapshot->findings.begin(), snapshot->findings.end(),
                         [](const auto& x, const auto& y) { return x->uuid < y->uuid; }));
    desk.dossier.perform(Undo{});
    desk.dossier.perform(Undo{});
    CHECK(desk.dossier.snapshot()->findings.empty());
    CHECK(desk.dossier.check().problems.empty());
}
