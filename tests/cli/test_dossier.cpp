// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

using nlohmann::json;

namespace {

/// A folder that is also the home of the person, so that nothing of the real one is touched.
struct Shell {
    test::TemporaryFolder folder;

    test::Run operator()(const std::string& words, const std::string& language = "en") const {
        return test::run("cd '" + folder.path().string() + "' && env -u XDG_CONFIG_HOME HOME=\"$PWD\" '" +
                         (test::programs() / "doorgangctl").string() + "' --language " + language + " " + words +
                         " 2>&1");
    }
    std::string last_word(const std::string& words) const {
        auto run = (*this)(words);
        INFO(words << "\n" << run.output);
        REQUIRE(run.exit_code == 0);
        auto end = run.output.find_last_not_of("\n");
        auto begin = run.output.find_last_of(" \n", end);
        return run.output.substr(begin + 1, end - begin);
    }
    json parsed(const std::string& words) const { return json::parse((*this)(words).output); }
};

/// With a dossier in it.
struct Office : Shell {
    Office() { REQUIRE((*this)("new d.gpkg").exit_code == 0); }
    std::string record(const std::string& more = {}) const {
        return last_word("record d.gpkg --category entrance-threshold --at 93500,463900 " + more);
    }
};

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

TEST_CASE("A command that does not exist is answered with those that do", "[cli]") {
    Shell shell;
    for (const auto* words : {"bogus", "bogus d.gpkg --json", ""}) {
        auto run = shell(words);
        CHECK(run.exit_code == 2);
        CHECK_THAT(run.output, Catch::Contains("record") && Catch::Contains("catalogue"));
    }
    CHECK_THAT(shell("bogus").output, Catch::Contains("There is no command “bogus”."));
    CHECK_THAT(shell("bogus", "nl").output, Catch::Contains("Er is geen opdracht ‘bogus’."));
    CHECK_THAT(shell("record --bogus").output, !Catch::Contains("There is no command"));
}

TEST_CASE("A finding beside an open one of its kind is recorded, with a hint before the line of its uuid",
          "[cli][record]") {
    Office office;
    auto first = office.record("--title Voordeur");
    auto second = office("record d.gpkg --category entrance-threshold --at 93502,463900");
    CHECK(second.exit_code == 0);
    CHECK_THAT(second.output, Catch::Contains("2.0 m away: Voordeur (" + first + ")"));
    CHECK(office.parsed("list d.gpkg --json").size() == 2);
    CHECK(office("record d.gpkg --category toilet --at 93502,463900").exit_code == 0);
    CHECK(office("record d.gpkg --category entrance-threshold --at 93520,463900").exit_code == 0);
}

TEST_CASE("Among several measurements the one to change is named by its uuid", "[cli][edit]") {
    Office office;
    auto uuid = office.record("--measure threshold-height=35mm --measure threshold-height=60mm");
    auto refused = office("edit d.gpkg " + uuid + " --measure threshold-height=30mm");
    CHECK(refused.exit_code == 3);
    auto measurements = office.parsed("list d.gpkg --json")[0]["measurements"];
    auto second = measurements[1]["uuid"].get<std::string>();
    CHECK_THAT(refused.output, Catch::Contains(second));
    CHECK(office("edit d.gpkg " + uuid + " --measure " + second + "=30mm").exit_code == 0);
    measurements = office.parsed("list d.gpkg --json")[0]["measurements"];
    CHECK(measurements[0]["value"] == 35);
    CHECK(measurements[1]["value"] == 30);
    CHECK(office("edit d.gpkg " + uuid + " --measure " + uuid + "=30mm").exit_code == 3);
    CHECK(office("edit d.gpkg " + uuid + " --remove-measure " + second).exit_code == 0);
    CHECK(office("edit d.gpkg " + uuid + " --add-measure door-width=0.8m").exit_code == 0);
    CHECK(office("edit d.gpkg " + uuid + " --remove-measure dragons").exit_code == 2);
    CHECK(office.parsed("list d.gpkg --json")[0]["measurements"].size() == 2);
}

TEST_CASE("An edit that names nothing to change is wrong usage", "[cli][edit]") {
    Office office;
    auto run = office("edit d.gpkg " + office.record());
    CHECK(run.exit_code == 2);
    CHECK_THAT(run.output, Catch::Contains("Nothing was named to change."));
}

TEST_CASE("Findings belong to facilities that are there", "[cli][facility]") {
    Office office;
    auto hall = office.last_word("facility add d.gpkg --name 'Sporthal De Zijl' --kind sporthal --at 93500,463900");
    CHECK(office.parsed("facility list d.gpkg --json")[0]["uuid"] == hall);
    office.record("--facility " + hall);
    CHECK(office.parsed("list d.gpkg --json --where facility:" + hall).size() == 1);
    auto run =
        office("record d.gpkg --category toilet --at 93500,463900 --facility 019abc00-0000-7000-8000-000000000001");
    CHECK(run.exit_code == 3);
    CHECK_THAT(run.output, Catch::Contains("facility list"));
}

TEST_CASE("Who must act and by when can be recorded, filtered and changed", "[cli]") {
    Office office;
    auto uuid = office.record("--responsible Handhaving --due 2026-06-01");
    CHECK(office.parsed("list d.gpkg --json --where 'due<2026-07 responsible:handhaving'").size() == 1);
    CHECK(office("edit d.gpkg " + uuid + " --set due= --set responsible=Vastgoed").exit_code == 0);
    auto finding = office.parsed("list d.gpkg --json")[0];
    CHECK(finding["due"].is_null());
    CHECK(finding["responsible"] == "Vastgoed");
    CHECK(office("edit d.gpkg " + uuid + " --set due=morgen").exit_code == 2);
}

TEST_CASE("The history of something unknown is refused", "[cli][history]") {
    Office office;
    auto uuid = office.record();
    CHECK(office("history d.gpkg " + uuid).exit_code == 0);
    auto run = office("history d.gpkg 019abc00-0000-7000-8000-000000000001");
    CHECK(run.exit_code == 3);
    CHECK_THAT(run.output, Catch::Contains("The journal knows nothing of"));
}

TEST_CASE("A dossier without a name is wrong usage", "[cli][new]") {
    Shell shell;
    auto run = shell("new ''");
    CHECK(run.exit_code == 2);
    CHECK_THAT(run.output, Catch::Contains("The name of the new dossier is empty."));
    CHECK(std::filesystem::is_empty(shell.folder.path()));
}

TEST_CASE("Without a home nothing is laid in the folder one works in", "[cli]") {
    test::TemporaryFolder folder;
    auto run = test::run("cd '" + folder.path().string() + "' && env -i '" +
                         (test::programs() / "doorgangctl").string() + "' catalogue norms");
    CHECK(run.exit_code == 0);
    run = test::run("cd '" + folder.path().string() + "' && env -i XDG_CONFIG_HOME=config '" +
                    (test::programs() / "doorgangctl").string() + "' list missing.gpkg");
    CHECK(run.exit_code == 1);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("A city's own catalogue is tried out, taken over and taken back", "[cli][catalogue]") {
    Office office;
    auto own = office.folder / "own";
    std::filesystem::copy(test::source_tree() / "assets" / "catalogue", own, std::filesystem::copy_options::recursive);
    auto norms = own / "norms" / "crow.json";
    std::ifstream in(norms);
    auto content = json::parse(in);
    content["entries"][0]["thresholds"] = {{"OR-02", {{"threshold", 1.8}, {"source", "raadsbesluit"}, {"trust", "C"}}}};
    write(norms, content.dump());
    auto norm = [&] {
        auto uuid =
            office.last_word("record d.gpkg --category terrace-passage --at 93500,463900 --measure passage-width=1.7m");
        auto finding = office.parsed("list d.gpkg --json --where category:terrace-passage")[0];
        REQUIRE(office("delete d.gpkg " + uuid).exit_code == 0);
        for (const auto& verdict : finding["verdicts"])
            if (verdict["criterion"] == "OR-02") return verdict["threshold"].get<double>();
        return 0.0;
    };
    CHECK(norm() == 1.5);
    auto looked = office("catalogue update d.gpkg --catalogue own --dry-run");
    CHECK(looked.exit_code == 0);
    CHECK_THAT(looked.output, Catch::Contains("norms") && Catch::Contains("crow"));
    CHECK(norm() == 1.5);
    CHECK(office("catalogue update d.gpkg --catalogue own").exit_code == 0);
    CHECK(office("undo d.gpkg").exit_code == 0);
    CHECK(norm() == 1.5);
    CHECK(office("catalogue update d.gpkg --catalogue own").exit_code == 0);
    CHECK(norm() == 1.8);
    CHECK(office("check d.gpkg").exit_code == 0);
}

TEST_CASE("A catalogue with faults is refused whole, for a new dossier and for one there is", "[cli][catalogue]") {
    Office office;
    auto own = office.folder / "own";
    std::filesystem::copy(test::source_tree() / "assets" / "catalogue", own, std::filesystem::copy_options::recursive);
    write(own / "rules.json", R"({"format": "doorgang-catalogue/1", "version": "2026.1", "entries": [{"id": "BAD"}]})");
    for (const auto* words : {"new e.gpkg --catalogue own", "catalogue update d.gpkg --catalogue own"}) {
        auto run = office(words);
        CHECK(run.exit_code == 3);
        CHECK_THAT(run.output, Catch::Contains("rules.json") && Catch::Contains("Faults in the catalogue"));
    }
    CHECK_FALSE(std::filesystem::exists(office.folder / "e.gpkg"));
    write(own / "rules.json", "{ not json");
    CHECK(office("catalogue update d.gpkg --catalogue own").exit_code == 1);
    CHECK(office("catalogue --catalogue nowhere").exit_code == 1);
    CHECK(office("check d.gpkg").exit_code == 0);
}

TEST_CASE("Only what a map can show becomes a layer; a table without geometry is told", "[cli][layer]") {
    Office office;
    auto make = [&](const std::string& words) {
        auto run = test::run("cd '" + office.folder.path().string() + "' && " + words + " 2>&1");
        INFO(run.output);
        REQUIRE(run.exit_code == 0);
    };
    write(
        office.folder / "place.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[4.49,52.16]}}]})");
    write(office.folder / "table.csv", "name,number\nWaag,1\n");
    make(
        "ogr2ogr -f GPKG city.gpkg place.geojson -nln place && ogr2ogr -f GPKG -update city.gpkg table.csv -nln "
        "numbers");
    auto run = office("layer add d.gpkg city.gpkg");
    INFO(run.output);
    CHECK(run.exit_code == 4);
    CHECK_THAT(run.output, Catch::Contains("The table “numbers” has no geometry"));
    auto layers = office.parsed("layer list d.gpkg --json");
    REQUIRE(layers.size() == 1);
    CHECK(layers[0]["layer"] == "place");
    CHECK(office("layer add d.gpkg table.csv").exit_code == 3);
}
