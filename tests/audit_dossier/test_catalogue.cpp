// SPDX-License-Identifier: EUPL-1.2
// A dossier judges by a newer catalogue: as an action that is told in the history and can be undone.
#include "audit/catalogue/changes.hpp"
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

using namespace audit;
using nlohmann::json;

CatalogueFiles ours() { return read_catalogue_files(standard_catalogue_folder(), "crow", "leiden"); }

/// Our files with one of them changed.
template <class Change>
CatalogueFiles ours_with(const std::string& name, Change change) {
    auto files = ours();
    auto content = json::parse(files.at(name));
    change(content);
    files[name] = content.dump();
    return files;
}

json& entry(json& content, const std::string& id) {
    for (auto& one : content["entries"])
        if (one["id"] == id) return one;
    throw std::runtime_error("no entry " + id);
}

CatalogueFiles stricter() {
    return ours_with("criteria.json", [](json& content) { entry(content, "OR-02")["threshold"] = 1.8; });
}

/// Without the category of the desk's findings, and without the goal they are linked to.
CatalogueFiles without_terraces() {
    auto is_terrace = [](const json& category) { return category["id"] == "terrace-passage"; };
    auto files = ours_with("categories.json", [&](json& content) {
        auto& all = content["entries"].get_ref<json::array_t&>();
        all.erase(std::remove_if(all.begin(), all.end(), is_terrace), all.end());
    });
    auto agenda = json::parse(files.at("agendas/leiden.json"));
    for (auto& one : agenda["entries"])
        for (auto& theme : one["themes"]) {
            auto& goals = theme["goals"].get_ref<json::array_t&>();
            std::erase_if(goals, [](const json& goal) { return goal["id"] == "LIA-T1"; });
        }
    std::erase_if(agenda["default_goals"].get_ref<json::array_t&>(),
                  [](const json& own) { return own["goals"] == json::array({"LIA-T1"}); });
    files["agendas/leiden.json"] = agenda.dump();
    return files;
}

double norm_of(const Dossier& dossier) { return dossier.catalogue()->criterion("OR-02")->threshold.value(); }

std::int64_t count(const test::Desk& desk, const std::string& sql) {
    return SQLite::Database(desk.path.string(), SQLite::OPEN_READONLY).execAndGet(sql).getInt64();
}

}  // namespace

TEST_CASE("A dossier judges by a newer catalogue after an update, and by the older one after undo", "[dossier]") {
    test::Desk desk;
    desk.record();
    CHECK(norm_of(desk.dossier) == 1.5);
    auto done = desk.dossier.perform(UpdateCatalogue{stricter()});
    CHECK(norm_of(desk.dossier) == 1.8);
    CHECK(desk.dossier.snapshot()->catalogue->criterion("OR-02")->threshold == 1.8);
    CHECK_THAT(base::say(done.message, base::Language::english), Catch::Contains("0 entries added, 1 changed"));
    CHECK(desk.dossier.check().problems.empty());

    desk.dossier.perform(Undo{});
    CHECK(norm_of(desk.dossier) == 1.5);
    desk.dossier.perform(Redo{});
    CHECK(norm_of(desk.dossier) == 1.8);
    CHECK(norm_of(Dossier::open(desk.path, test::author(2))) == 1.8);
    CHECK(desk.dossier.history().back().command == "redo");
    CHECK(desk.dossier.check().problems.empty());
}

TEST_CASE("An update to the same catalogue changes nothing", "[dossier]") {
    test::Desk desk;
    auto entries = desk.dossier.history().size();
    CHECK(desk.dossier.perform(UpdateCatalogue{ours()}).message.msgid.starts_with("Nothing changed"));
    CHECK(desk.dossier.history().size() == entries);
}

TEST_CASE("A broken catalogue is refused whole and changes nothing", "[dossier]") {
    test::Desk desk;
    auto broken = ours_with("criteria.json", [](json& content) {
        entry(content, "OR-02")["threshold"] = 1.8;
        entry(content, "OR-01")["comparison"] = "roughly";
    });
    auto refusal = test::refusal_of(desk.dossier, UpdateCatalogue{broken});
    REQUIRE(refusal);
    CHECK(refusal->code == "catalogue-broken");
    CHECK_THAT(base::say(*refusal), Catch::Contains("OR-01"));
    CHECK_THROWS_AS(desk.dossier.perform(UpdateCatalogue{broken}), base::Refusal);
    CHECK(norm_of(desk.dossier) == 1.5);
    CHECK(count(desk, "SELECT count(*) FROM catalogue") == static_cast<std::int64_t>(ours().size()));
}

TEST_CASE("Findings keep a category and a goal that the newer catalogue lacks, and are named", "[dossier]") {
    test::Desk desk;
    auto uuid = desk.record();
    auto done = desk.dossier.perform(UpdateCatalogue{without_terraces()});
    CHECK(done.remarks.count("category-gone") == 1);
    CHECK(done.remarks.count("goal-gone") == 1);
    for (const auto& remark : done.remarks.remarks()) CHECK_THAT(base::say(remark.problem), Catch::Contains(uuid));
    CHECK(desk.finding(uuid).category == "terrace-passage");
    CHECK(desk.finding(uuid).goals == std::vector<std::string>{"LIA-T1"});
    CHECK(desk.dossier.check().problems.empty());

    // It stays usable: the title changes, and the same goals can be given again.
    EditFinding edit{
        .uuid = uuid, .fields = {{"title", "Anders"}}, .goals = std::vector<std::string>{"LIA-T1", "LIA-T2"}};
    desk.dossier.perform(edit);
    CHECK(desk.finding(uuid).goals.size() == 2);
    RecordFinding another{.category = "terrace-passage", .shape = geo::Shape::point({93600, 463900})};
    CHECK(test::refusal_of(desk.dossier, another)->code == "category-unknown");
}

TEST_CASE("What other programs see of the catalogue follows it there and back", "[dossier]") {
    test::Desk desk;
    auto published = [&] {
        return std::pair{count(desk,
                               "SELECT count(*) FROM gpkg_data_column_constraints WHERE constraint_name = "
                               "'category' AND value = 'terrace-passage'"),
                         count(desk, "SELECT count(*) FROM goal WHERE goal_id = 'LIA-T1'")};
    };
    CHECK(published() == std::pair<std::int64_t, std::int64_t>{1, 1});
    desk.dossier.perform(UpdateCatalogue{without_terraces()});
    CHECK(published() == std::pair<std::int64_t, std::int64_t>{0, 0});
    desk.dossier.perform(Undo{});
    CHECK(published() == std::pair<std::int64_t, std::int64_t>{1, 1});
}

TEST_CASE("Another program that has the dossier open judges by the newer catalogue too", "[dossier]") {
    test::Desk desk;
    auto colleague = Dossier::open(desk.path, test::author(2));
    colleague.snapshot();
    desk.dossier.perform(UpdateCatalogue{stricter()});
    CHECK(colleague.snapshot()->catalogue->criterion("OR-02")->threshold == 1.8);
    desk.dossier.perform(UpdateCatalogue{without_terraces()});
    RecordFinding record{.category = "terrace-passage", .shape = geo::Shape::point({93600, 463900})};
    CHECK(test::refusal_of(colleague, record)->code == "category-unknown");
}

TEST_CASE("A dossier takes over other norms and names them", "[dossier]") {
    test::Desk desk;
    desk.dossier.perform(UpdateCatalogue{read_catalogue_files(standard_catalogue_folder(), "zwolle", "leiden")});
    CHECK(desk.dossier.info().norms == "zwolle");
    CHECK(desk.dossier.snapshot()->info.norms == "zwolle");
    desk.dossier.perform(Undo{});
    CHECK(desk.dossier.info().norms == "crow");
}
