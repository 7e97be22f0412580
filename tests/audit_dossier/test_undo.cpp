// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

using namespace audit;

namespace {

// Everything but the journal and what follows from the clock.
std::vector<Finding> state_of(Dossier& dossier) {
    std::vector<Finding> all;
    dossier.for_each_finding([&](const Finding& finding) {
        all.push_back(finding);
        all.back().changed.clear();
        all.back().fid = 0;
    });
    return all;
}

}  // namespace

TEST_CASE("Undo restores everything an action changed, redo repeats it, for every action", "[dossier][undo]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.perform(LinkGoal{uuid, "LIA-G9"});
    std::ofstream(desk.folder / "a.jpg", std::ios::binary) << "\xFF\xD8\xFF photo";
    auto layer = desk.dossier.perform(AddLayer{.path = "/nowhere/city.gpkg"}).uuid;
    RecordFinding another{.category = "entrance-threshold", .shape = geo::Shape::point({93600, 463950})};
    another.photos = {desk.folder / "a.jpg"};
    EditFinding edit{.uuid = uuid, .fields = {{"title", "Anders"}, {"notes", "meer"}}};
    edit.measurements = {{.quantity = "narrowing-length", .value = 5, .unit = "m"}};
    edit.removed_quantities = {"passage-width"};
    edit.shape = geo::Shape::point({93501, 463901});
    const std::vector<DossierAction> actions{another,
                                             edit,
                                             SetStatus{uuid, Status::solved, "versmald"},
                                             UnlinkGoal{uuid, "LIA-G9"},
                                             DeleteFinding{uuid, "dubbel"},
                                             EditLayer{.uuid = layer, .name = "Stad", .visible = false},
                                             EditLayer{.uuid = layer,
                                                       .path = "/elsewhere/city.gpkg",
                                                       .layer = "footway",
                                                       .crs = "EPSG:4326",
                                                       .opacity = 0.4,
                                                       .style = R"({"colour_by":"kind"})"},
                                             RemoveLayer{layer},
                                             AddLayer{.path = "/nowhere/other.gpkg"}};
    for (const auto& action : actions) {
        INFO(name_of(action));
        auto before = state_of(desk.dossier);
        auto layers_before = desk.dossier.layers();
        desk.dossier.perform(action);
        auto after = state_of(desk.dossier);
        auto layers_after = desk.dossier.layers();
        CHECK((before != after || layers_before != layers_after));
        desk.dossier.perform(Undo{});
        CHECK(state_of(desk.dossier) == before);
        CHECK(desk.dossier.layers() == layers_before);
        desk.dossier.perform(Redo{});
        CHECK(state_of(desk.dossier) == after);
        CHECK(desk.dossier.layers() == layers_after);
        desk.dossier.perform(Undo{});
        CHECK(state_of(desk.dossier) == before);
        auto checked = desk.dossier.check();
        for (const auto& remark : checked.problems.remarks()) UNSCOPED_INFO(base::say(remark.problem));
        CHECK(checked.problems.empty());
    }
}

TEST_CASE("Undo goes back step by step, and a new action ends redoing", "[dossier][undo]") {
    test::Desk desk;
    auto a = desk.record(), b = desk.record();
    desk.dossier.perform(Undo{});
    desk.dossier.perform(Undo{});
    CHECK(state_of(desk.dossier).empty());
    CHECK_THROWS_AS(desk.dossier.perform(Undo{}), base::Refusal);
    desk.dossier.perform(Redo{});
    CHECK(state_of(desk.dossier).size() == 1);
    CHECK(state_of(desk.dossier)[0].uuid == a);
    desk.record();
    CHECK_THROWS_AS(desk.dossier.perform(Redo{}), base::Refusal);
    CHECK(desk.dossier.snapshot()->undo);
    CHECK_FALSE(desk.dossier.snapshot()->redo);
    (void)b;
}

TEST_CASE("Undo stays with this device's own actions", "[dossier][undo]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto colleague = Dossier::open(desk.path, test::author(2));
    CHECK_THROWS_AS(colleague.perform(Undo{}), base::Refusal);
    colleague.perform(EditFinding{.uuid = uuid, .fields = {{"title", "Van een collega"}}});
    // The record cannot be undone: somebody else changed the row since.
    try {
        desk.dossier.perform(Undo{});
        FAIL("undone");
    } catch (const base::Refusal& refusal) {
        CHECK(refusal.problem().code == "undo-refused");
    }
    colleague.perform(Undo{});
    desk.dossier.perform(Undo{});
    CHECK(state_of(desk.dossier).empty());
    CHECK(desk.dossier.check().problems.empty());
}

TEST_CASE("An action whose values were blanked for privacy cannot be undone, and the chain still verifies",
          "[dossier][undo][journal]") {
    test::Desk desk;
    desk.record();
    SQLite::Database(desk.path.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE journal SET patch = NULL, salt = NULL WHERE table_name = 'finding'");
    CHECK_THROWS_AS(desk.dossier.perform(Undo{}), base::Refusal);
    CHECK(desk.dossier.check().problems.count("journal-hash") == 0);
    CHECK(desk.dossier.check().problems.count("journal-patch") == 0);
}

TEST_CASE("Undo of a record stops when an empty field was filled in since", "[dossier][undo]") {
    test::Desk desk;
    auto uuid = desk.record();
    Dossier::open(desk.path, test::author(2))
        .perform(EditFinding{.uuid = uuid, .fields = {{"district", "Binnenstad"}}});
    CHECK_THROWS_AS(desk.dossier.perform(Undo{}), base::Refusal);
    CHECK(desk.finding(uuid).district == "Binnenstad");
}
