// SPDX-License-Identifier: EUPL-1.2
// What people agree about a finding: who must act and by when, what becomes of it, which facility it belongs to.
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace audit;

std::string code_of(Dossier& dossier, const DossierAction& action) {
    auto refusal = test::refusal_of(dossier, action);
    return refusal ? refusal->code : std::string();
}

}  // namespace

TEST_CASE("Who must act and by when are recorded, changed, cleared and told in the history") {
    test::Desk desk;
    RecordFinding record{.category = "terrace-passage",
                         .shape = geo::Shape::point({93500, 463900}),
                         .responsible = "Handhaving",
                         .due = "2026-06-01"};
    auto uuid = desk.dossier.perform(record).uuid;
    CHECK(desk.finding(uuid).responsible == "Handhaving");
    CHECK(desk.finding(uuid).due == "2026-06-01");

    desk.dossier.perform(EditFinding{.uuid = uuid, .fields = {{"responsible", "Beheer openbare ruimte"}, {"due", ""}}});
    CHECK(desk.finding(uuid).responsible == "Beheer openbare ruimte");
    CHECK(desk.finding(uuid).due.empty());
    std::string story;
    for (const auto& entry : desk.dossier.history(uuid))
        for (const auto& [field, before, after] : entry.changes) story += field + " " + before + " " + after + "\n";
    CHECK_THAT(story, Catch::Contains("responsible \"Handhaving\" \"Beheer openbare ruimte\""));
    CHECK_THAT(story, Catch::Contains("due \"2026-06-01\" null"));

    desk.dossier.perform(Undo{});
    CHECK(desk.finding(uuid).due == "2026-06-01");
    CHECK(desk.dossier.check().problems.empty());
}

TEST_CASE("A day to act by that is no date is refused") {
    test::Desk desk;
    RecordFinding record{
        .category = "terrace-passage", .shape = geo::Shape::point({93500, 463900}), .due = "volgende week"};
    CHECK(code_of(desk.dossier, record) == "date-broken");
    auto uuid = desk.record();
    CHECK(code_of(desk.dossier, EditFinding{.uuid = uuid, .fields = {{"due", "2026-02-30"}}}) == "date-broken");
}

TEST_CASE("Only what is solved can be verified, and what was dropped is opened again first") {
    test::Desk desk;
    auto uuid = desk.record();
    CHECK(code_of(desk.dossier, SetStatus{uuid, Status::verified}) == "status-order");
    desk.dossier.perform(SetStatus{uuid, Status::solved, "Teruggezet"});
    desk.dossier.perform(SetStatus{uuid, Status::verified, "Op locatie gezien"});
    CHECK(desk.finding(uuid).status == Status::verified);
    CHECK(code_of(desk.dossier, SetStatus{uuid, Status::open, "Staat er weer"}).empty());

    desk.dossier.perform(SetStatus{uuid, Status::dropped, "Dubbel"});
    CHECK(code_of(desk.dossier, SetStatus{uuid, Status::solved}) == "status-order");
    CHECK(code_of(desk.dossier, SetStatus{uuid, Status::verified}) == "status-order");
    CHECK(code_of(desk.dossier, SetStatus{uuid, Status::dropped, "Toch op eigen terrein"}).empty());
    desk.dossier.perform(SetStatus{uuid, Status::open});
    CHECK(desk.finding(uuid).status_reason.empty());
}

TEST_CASE("A facility is added with name and place, shown in snapshots, and findings belong to it") {
    test::Desk desk;
    auto hall = desk.dossier
                    .perform(AddFacility{.name = "Sporthal De Zijl",
                                         .kind = "sporthal",
                                         .address = "Paramaribostraat 66",
                                         .shape = geo::Shape::point({94500, 464500})})
                    .uuid;
    RecordFinding record{.category = "entrance-threshold", .shape = geo::Shape::point({94501, 464500})};
    record.facility = hall;
    auto uuid = desk.dossier.perform(record).uuid;
    CHECK(desk.finding(uuid).facility == hall);

    REQUIRE(desk.snapshot->facility(hall));
    CHECK(desk.snapshot->facility(hall)->name == "Sporthal De Zijl");
    CHECK(desk.snapshot->facility(hall)->shape == geo::Shape::point({94500, 464500}));
    CHECK_FALSE(desk.snapshot->facility("nothing"));
    CHECK(desk.dossier.facilities() == desk.snapshot->facilities);
}

TEST_CASE("A new facility alone makes a new snapshot") {
    test::Desk desk;
    auto before = desk.dossier.snapshot();
    desk.dossier.perform(AddFacility{.name = "Stadhuis", .kind = "gemeentelijk gebouw"});
    CHECK(desk.dossier.snapshot()->facilities.size() == before->facilities.size() + 1);
}

TEST_CASE("A facility that is not in the dossier, or has no name, is refused") {
    test::Desk desk;
    auto uuid = desk.record();
    CHECK(code_of(desk.dossier, EditFinding{.uuid = uuid, .fields = {{"facility", test::author(9).machine}}}) ==
          "facility-unknown");
    CHECK(code_of(desk.dossier, EditFinding{.uuid = uuid, .fields = {{"facility", ""}}}).empty());
    CHECK(code_of(desk.dossier, AddFacility{.name = "  ", .kind = "sporthal"}) == "facility-nameless");
    CHECK(code_of(desk.dossier, AddFacility{.name = "Hal", .kind = "", .shape = geo::Shape::point({4.49, 52.16})}) ==
          "place-in-degrees");
}

TEST_CASE("Findings in a box are found through the index, also after they moved") {
    test::Desk desk;
    auto here = desk.record(93500, 463900), there = desk.record(95000, 463900);
    auto in = [&](geo::Box box) {
        std::vector<std::string> uuids;
        for (const auto& finding : desk.dossier.findings_in(box)) uuids.push_back(finding->uuid);
        return uuids;
    };
    CHECK(in({93490, 463890, 93510, 463910}) == std::vector{here});
    desk.dossier.perform(EditFinding{.uuid = there, .shape = geo::Shape::point({93505, 463905})});
    CHECK(in({93490, 463890, 93510, 463910}) == std::vector{here, there});
    CHECK(in(geo::Box{}).empty());
    CHECK(*desk.dossier.finding(here) == desk.finding(here));
    CHECK(desk.dossier.finding("nothing") == nullptr);
}
