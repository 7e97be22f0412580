// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

using namespace audit;
namespace fs = std::filesystem;

TEST_CASE("A copy has the findings, the photos and the layers, and a chain of its own", "[dossier][copy]") {
    test::Desk desk;
    std::ofstream(desk.folder / "a.jpg", std::ios::binary) << "\xFF\xD8\xFF photo";
    std::ofstream(desk.folder / "city.gpkg") << "x";
    RecordFinding finding{.category = "terrace-passage", .shape = geo::Shape::point({93500, 463900})};
    finding.photos = {desk.folder / "a.jpg"};
    auto uuid = desk.dossier.perform(finding).uuid;
    desk.dossier.perform(AddLayer{.path = desk.folder / "city.gpkg"});
    fs::create_directory(desk.folder / "stick");

    CHECK(desk.dossier.copy_to(desk.folder / "stick" / "kopie.gpkg").empty());
    auto copy = Dossier::open(desk.folder / "stick" / "kopie.gpkg", test::author());
    auto photo = copy.snapshot()->find(uuid)->photos.at(0);
    CHECK(photo.path.starts_with("kopie.media/"));
    CHECK(fs::exists(desk.folder / "stick" / photo.path));
    CHECK(copy.layers().at(0).path == (desk.folder / "city.gpkg").string());
    CHECK(copy.check().problems.empty());
    copy.perform(SetStatus{uuid, Status::solved, ""});
    CHECK(copy.history().back().device != desk.dossier.history().back().device);
    CHECK(desk.finding(uuid).status == Status::open);
    CHECK_THROWS_AS(desk.dossier.copy_to(desk.folder / "stick" / "kopie.gpkg"), base::Refusal);
}

TEST_CASE("A missing photo is a remark of the copy, not its end", "[dossier][copy]") {
    test::Desk desk;
    std::ofstream(desk.folder / "a.jpg", std::ios::binary) << "\xFF\xD8\xFF photo";
    RecordFinding finding{.category = "terrace-passage", .shape = geo::Shape::point({93500, 463900})};
    finding.photos = {desk.folder / "a.jpg"};
    auto uuid = desk.dossier.perform(finding).uuid;
    fs::remove(desk.folder / desk.finding(uuid).photos.at(0).path);
    CHECK(desk.dossier.check().problems.count("photo-missing") == 1);
    CHECK(desk.dossier.copy_to(desk.folder / "kopie.gpkg").count("photo-missing") == 1);
}

TEST_CASE("A copy that cannot be made leaves nothing behind", "[dossier][copy]") {
    test::Desk desk;
    CHECK_THROWS_AS(desk.dossier.copy_to(desk.folder / "missing" / "kopie.gpkg"), base::Error);
    CHECK_FALSE(fs::exists(desk.folder / "missing"));
}

TEST_CASE("A copy made by a file manager gets a chain of its own too", "[dossier][copy]") {
    test::Desk desk;
    auto uuid = desk.record();
    fs::copy_file(desk.path, desk.folder / "kopie.gpkg");
    auto copy = Dossier::open(desk.folder / "kopie.gpkg", test::author());
    copy.perform(SetStatus{uuid, Status::solved, ""});
    desk.dossier.perform(SetStatus{uuid, Status::in_progress, ""});
    CHECK(copy.history().back().device != desk.dossier.history().back().device);
    CHECK(copy.check().problems.empty());
}

TEST_CASE("A dossier that was renamed keeps its chain and its photos", "[dossier][copy]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto device = desk.dossier.history().back().device;
    fs::rename(desk.path, desk.folder / "anders.gpkg");
    auto renamed = Dossier::open(desk.folder / "anders.gpkg", test::author());
    renamed.perform(SetStatus{uuid, Status::solved, ""});
    CHECK(renamed.history().back().device == device);
    renamed.perform(Undo{});
    CHECK(renamed.snapshot()->find(uuid)->status == Status::open);
}

TEST_CASE("A copy tells how far it is, and one that is stopped leaves nothing behind", "[dossier][copy]") {
    test::Desk desk;
    std::ofstream(desk.folder / "a.jpg", std::ios::binary) << "\xFF\xD8\xFF photo";
    RecordFinding finding{.category = "terrace-passage", .shape = geo::Shape::point({93500, 463900})};
    finding.photos = {desk.folder / "a.jpg"};
    desk.dossier.perform(finding);
    auto state = std::make_shared<base::ProgressState>();
    desk.dossier.copy_to(desk.folder / "kopie.gpkg", base::Progress(state));
    CHECK(state->fraction > 0);
    state->cancelled = true;
    CHECK_THROWS_AS(desk.dossier.copy_to(desk.folder / "nog-een.gpkg", base::Progress(state)), base::Cancelled);
    for (const auto& entry : fs::directory_iterator(desk.folder.path()))
        CHECK(entry.path().filename().string().find("nog-een") == std::string::npos);
}
