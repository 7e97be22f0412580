// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

using namespace audit;

namespace {

std::string code_of_refusal(Dossier& dossier, const DossierAction& action) {
    try {
        dossier.perform(action);
        return "performed";
    } catch (const base::Refusal& refusal) {
        return refusal.problem().code;
    }
}

void write_photo(const std::filesystem::path& path, const std::string& content = "picture") {
    std::ofstream(path, std::ios::binary) << "\xFF\xD8\xFF\xE0" << content;
}

}  // namespace

TEST_CASE("A recorded finding has its measurements, the category's goals and the day of today", "[dossier][record]") {
    test::Desk desk;
    auto uuid = desk.record();
    const auto& finding = desk.finding(uuid);
    CHECK(finding.category == "terrace-passage");
    CHECK(finding.status == Status::open);
    CHECK(finding.date == "2026-03-01");
    CHECK(finding.by == "Inspector 1");
    CHECK(finding.shape == geo::Shape::point({93500, 463900}));
    REQUIRE(finding.measurements.size() == 1);
    CHECK(finding.measurements[0].value == 1.32);
    CHECK(finding.goals == desk.dossier.catalogue()->category("terrace-passage")->default_goals);
    CHECK(finding.recorded.ends_with("Z"));
}

TEST_CASE("What cannot be recorded is refused with a reason and leaves no trace", "[dossier][record]") {
    test::Desk desk;
    auto entries = desk.dossier.history().size();
    RecordFinding good{.category = "terrace-passage", .shape = geo::Shape::point({93500, 463900})};
    auto with = [&](auto change) {
        auto finding = good;
        change(finding);
        return code_of_refusal(desk.dossier, finding);
    };
    CHECK(with([](RecordFinding& f) { f.category = "dragon"; }) == "category-unknown");
    CHECK(with([](RecordFinding& f) { f.shape = {}; }) == "place-missing");
    CHECK(with([](RecordFinding& f) { f.shape = geo::Shape::point({4.49, 52.16}); }) == "place-in-degrees");
    CHECK(with([](RecordFinding& f) { f.goals = std::vector<std::string>{"LIA-X9"}; }) == "goal-unknown");
    CHECK(with([](RecordFinding& f) { f.date = "1 maart"; }) == "date-broken");
    CHECK(with([](RecordFinding& f) { f.facility = "town hall"; }) == "facility-unknown");
    std::vector<geo::Point> bow_tie{{93500, 463900}, {93510, 463910}, {93510, 463900}, {93500, 463910}};
    CHECK(with([&](RecordFinding& f) { f.shape = geo::Shape::polygon(bow_tie); }) == "place-invalid");
    CHECK(desk.dossier.snapshot()->findings.empty());
    CHECK(desk.dossier.history().size() == entries);
    CHECK(desk.dossier.check().problems.empty());
}

TEST_CASE("A place outside the CRS's area is recorded with a remark", "[dossier][record]") {
    test::Desk desk;
    auto done = desk.dossier.perform(
        RecordFinding{.category = "terrace-passage", .shape = geo::Shape::point({900000, 100000})});
    CHECK(done.remarks.count("place-outside") == 1);
}

TEST_CASE("Photos are copied in by content, once, and go when the record fails", "[dossier][photo]") {
    test::Desk desk;
    write_photo(desk.folder / "a.jpg");
    write_photo(desk.folder / "b.jpg");
    RecordFinding finding{.category = "terrace-passage", .shape = geo::Shape::point({93500, 463900})};
    finding.photos = {desk.folder / "a.jpg", desk.folder / "b.jpg"};
    auto done = desk.dossier.perform(finding);
    CHECK(done.remarks.count("photo-twice") == 1);
    auto photos = desk.finding(done.uuid).photos;
    REQUIRE(photos.size() == 1);
    EditFinding again{.uuid = done.uuid, .added_photos = {desk.folder / "b.jpg"}};
    CHECK(desk.dossier.perform(again).remarks.count("photo-twice") == 1);
    CHECK(photos[0].path == "binnenstad.media/" + photos[0].sha256 + ".jpg");
    CHECK(std::filesystem::exists(desk.folder / photos[0].path));

    write_photo(desk.folder / "c.jpg", "another");
    finding.photos = {desk.folder / "c.jpg"};
    finding.category = "dragon";
    CHECK(code_of_refusal(desk.dossier, finding) == "category-unknown");
    CHECK(std::distance(std::filesystem::directory_iterator(desk.folder / "binnenstad.media"), {}) == 1);

    std::ofstream(desk.folder / "letter.jpg") << "Dear council";
    finding.photos = {desk.folder / "letter.jpg"};
    CHECK_THROWS_AS(desk.dossier.perform(finding), base::Error);
}

TEST_CASE("An edit changes only what it names", "[dossier][edit]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto before = desk.finding(uuid);
    EditFinding edit{.uuid = uuid, .fields = {{"title", "Nieuwe titel"}, {"severity", "blocking"}}};
    edit.measurements = {{.quantity = "passage-width", .value = 1.1, .unit = "m", .accuracy = 0.02, .method = "tape"}};
    desk.dossier.perform(edit);
    auto after = desk.finding(uuid);
    CHECK(after.title == "Nieuwe titel");
    CHECK(after.severity == Severity::blocking);
    REQUIRE(after.measurements.size() == 1);
    CHECK(after.measurements[0].value == 1.1);
    CHECK(after.measurements[0].uuid == before.measurements[0].uuid);
    CHECK(after.goals == before.goals);
    CHECK(after.created == before.created);
    CHECK(after.changed > before.changed);

    CHECK(code_of_refusal(desk.dossier, EditFinding{.uuid = uuid, .fields = {{"fid", "7"}}}) == "field-unknown");
    CHECK(code_of_refusal(desk.dossier, EditFinding{.uuid = uuid, .fields = {{"severity", "terrible"}}}) ==
          "severity-unknown");
    CHECK(code_of_refusal(desk.dossier, EditFinding{.uuid = "nobody"}) == "finding-unknown");
}

TEST_CASE("Dropping a finding needs a reason", "[dossier][status]") {
    test::Desk desk;
    auto uuid = desk.record();
    CHECK(code_of_refusal(desk.dossier, SetStatus{uuid, Status::dropped, ""}) == "reason-missing");
    desk.dossier.perform(SetStatus{uuid, Status::dropped, "Op eigen terrein"});
    CHECK(desk.finding(uuid).status == Status::dropped);
    CHECK(desk.finding(uuid).status_reason == "Op eigen terrein");
}

TEST_CASE("Goals are linked once and unlinked", "[dossier][link]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.perform(LinkGoal{uuid, "LIA-G9"});
    auto entries = desk.dossier.history().size();
    desk.dossier.perform(LinkGoal{uuid, "LIA-G9"});
    CHECK(desk.dossier.history().size() == entries);
    auto goals = desk.finding(uuid).goals;
    CHECK(std::count(goals.begin(), goals.end(), "LIA-G9") == 1);
    desk.dossier.perform(UnlinkGoal{uuid, "LIA-G9"});
    goals = desk.finding(uuid).goals;
    CHECK(std::count(goals.begin(), goals.end(), "LIA-G9") == 0);
    CHECK(code_of_refusal(desk.dossier, UnlinkGoal{uuid, "LIA-G9"}) == "goal-not-linked");
}

TEST_CASE("A deleted finding takes its parts with it, and its reason stays in the history", "[dossier][delete]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.dossier.perform(DeleteFinding{uuid, "dubbel"});
    CHECK(desk.dossier.snapshot()->findings.empty());
    CHECK(desk.dossier.check().problems.empty());
    bool reason_kept = false;
    for (const auto& entry : desk.dossier.history(uuid))
        for (const auto& [field, before, after] : entry.changes) reason_kept = reason_kept || after == "\"dubbel\"";
    CHECK(reason_kept);
}

TEST_CASE("A layer beside the dossier is kept relative, one with a password refused", "[dossier][layer]") {
    test::Desk desk;
    std::ofstream(desk.folder / "city.gpkg") << "x";
    auto uuid = desk.dossier.perform(AddLayer{.path = desk.folder / "city.gpkg", .layer = "building"}).uuid;
    REQUIRE(desk.dossier.layers().size() == 1);
    CHECK(desk.dossier.layers()[0].path == (desk.folder / "city.gpkg").string());
    CHECK(desk.dossier.layers()[0].name == "building");
    CHECK(code_of_refusal(desk.dossier, AddLayer{.path = "PG:host=db password=secret"}) == "layer-secret");
    CHECK(code_of_refusal(desk.dossier, AddLayer{.path = "WMS:https://me:secret@maps.example/"}) == "layer-secret");
    desk.dossier.perform(RemoveLayer{uuid});
    CHECK(desk.dossier.layers().empty());
}

TEST_CASE("A draft survives and is no part of the history", "[dossier][draft]") {
    test::Desk desk;
    auto entries = desk.dossier.history().size();
    desk.dossier.save_draft("form", "{\"title\":\"ha\"}");
    desk.dossier.save_draft("form", "{\"title\":\"half\"}");
    auto again = Dossier::open(desk.path, test::author(2));
    CHECK(again.drafts() == std::map<std::string, std::string>{{"form", "{\"title\":\"half\"}"}});
    again.drop_draft("form");
    CHECK(desk.dossier.drafts().empty());
    CHECK(desk.dossier.history().size() == entries);
}

TEST_CASE("Text of any kind comes back as it went in", "[dossier][record]") {
    test::Desk desk;
    for (std::string text :
         {"'; DROP TABLE finding; --", "“aan­halingstekens” \\ / \n\t", "é 漢字 🙂 עברית"}) {
        auto uuid = desk.record(93500, 463900, text);
        CHECK(desk.finding(uuid).title == text);
    }
    CHECK(desk.dossier.check().problems.empty());
}

TEST_CASE("What no person can have meant is refused, what is only odd is kept with a remark", "[dossier][record]") {
    test::Desk desk;
    RecordFinding finding{.category = "terrace-passage", .shape = geo::Shape::point({-1e7, 5e8})};
    CHECK(code_of_refusal(desk.dossier, finding) == "place-far");
    finding.shape = geo::Shape::point({93500, 463900});
    finding.title = "\xFF\xFE";
    CHECK(code_of_refusal(desk.dossier, finding) == "text-broken");
    finding.title = "Brede doorgang";
    finding.measurements = {{.quantity = "passage-width", .value = 132, .unit = "m"}};
    CHECK(desk.dossier.perform(finding).remarks.count("measurement-doubtful") == 1);
}

TEST_CASE("An action that changes nothing says so and is no step of undo", "[dossier][status]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto entries = desk.dossier.history().size();
    CHECK(desk.dossier.perform(SetStatus{uuid, Status::open, ""}).message.msgid.starts_with("Nothing changed"));
    CHECK(desk.dossier.history().size() == entries);
}

TEST_CASE("The address of a service is kept letter by letter", "[dossier][layer]") {
    test::Desk desk;
    const std::string address = "XYZ:https://maps.example:8080/EPSG:28992//{z}/{x}/../{y}@2x.png";
    desk.dossier.perform(AddLayer{.path = address, .name = "Background", .style = R"({"attribution":"Somebody"})"});
    REQUIRE(desk.dossier.layers().size() == 1);
    CHECK(desk.dossier.layers()[0].path == address);
    CHECK(desk.dossier.layers()[0].style == R"({"attribution":"Somebody"})");
}
