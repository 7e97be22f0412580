// SPDX-License-Identifier: EUPL-1.2
#include "app/core/scratch.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <fstream>

using test::Bench;

namespace {

/// Work that has no dossier of its own, open in the window. @returns its file
std::filesystem::path begin_scratch(Bench& bench) {
    bench.desk().open_scratch({});
    bench.until("the scratch dossier is open", [&] { return bench.state().scratch; });
    bench.settle();
    bench.record("Found on the way");
    return bench.state().snapshot->info.path;
}

}  // namespace

TEST_CASE("What was recorded without a dossier is kept as one, and nothing is left of it elsewhere", "[ui][scratch]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    CHECK_FALSE(bench.widget("top/keep"));
    const auto scratch = begin_scratch(bench);
    bench.click("top/keep");
    bench.key("Ctrl+A");
    bench.type(folder.path().string() + "/");
    bench.until("the folder is read",
                [&] { return bench.widget("files/add") && bench.widget("files/add")->reason.empty(); });
    bench.click("files/name");
    bench.key("Ctrl+A");
    bench.type("oost");
    bench.click("files/add");
    bench.until("the work goes on in it", [&] { return !bench.state().scratch; });
    bench.settle();
    CHECK(bench.state().snapshot->info.path == (folder / "oost.gpkg").string());
    CHECK(bench.state().snapshot->findings.size() == 1);
    CHECK(bench.state().settings.recent_dossiers.front() == (folder / "oost.gpkg").string());
    CHECK_FALSE(std::filesystem::exists(scratch));
    bench.record("And one more");
    CHECK(bench.state().snapshot->findings.size() == 2);
}

TEST_CASE("What is recorded while a scratch dossier is being kept stays to be found", "[ui][scratch]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    const auto scratch = begin_scratch(bench);
    bench.desk().dispatch("scratch-keep-to", (folder / "oost.gpkg").string());
    bench.record("Just in time");
    bench.until("the copy is open", [&] { return !bench.state().scratch; });
    bench.settle();
    CHECK(std::filesystem::exists(scratch));
}

TEST_CASE("Unfinished work is thrown away from the start screen and brought back", "[ui][scratch]") {
    const test::TemporaryFolder folder;
    const auto path = test::new_dossier(folder);
    Bench bench(path, 1280, 800);
    const auto scratch = begin_scratch(bench);
    bench.desk().open(path);
    bench.until("the dossier is open", [&] { return !bench.state().scratch; });
    bench.desk().show_start();
    bench.settle();
    REQUIRE(bench.widget("start/recovered/" + scratch.string()));
    bench.click("start/drop/" + scratch.string());
    bench.until("it is gone", [&] { return bench.state().start && bench.state().start->recovered.empty(); });
    CHECK_FALSE(std::filesystem::exists(scratch));
    bench.settle();
    CHECK(bench.said("start/aside").find(scratch.stem().string()) != std::string::npos);
    bench.click("start/restore");
    bench.until("it is back", [&] { return bench.state().start && bench.state().start->recovered.size() == 1; });
    CHECK(std::filesystem::exists(scratch));
    bench.settle();
    bench.click("start/recovered/" + scratch.string());
    bench.until("it is open", [&] { return bench.state().scratch; });
    CHECK(bench.state().snapshot->findings.size() == 1);
}

TEST_CASE("A dossier is laid aside with its photos, and only the last one", "[ui][scratch]") {
    const test::TemporaryFolder data;
    const auto place = app::scratch_folder(data.path());
    std::filesystem::create_directories(place / "a.media");
    std::ofstream(place / "a.media" / "photo.jpg") << "photo";
    for (const auto* name : {"a.gpkg", "b.gpkg"}) std::ofstream(place / name) << name;
    app::lay_aside(data.path(), place / "a.gpkg");
    CHECK_FALSE(std::filesystem::exists(place / "a.media"));
    REQUIRE(app::put_back(data.path()));
    CHECK(std::filesystem::exists(place / "a.media" / "photo.jpg"));
    CHECK_FALSE(app::put_back(data.path()));
    app::lay_aside(data.path(), place / "a.gpkg");
    app::lay_aside(data.path(), place / "b.gpkg");
    CHECK(app::laid_aside(data.path()).value().filename() == "b.gpkg");
    std::ofstream(place / "b.gpkg") << "a newer one";
    CHECK_FALSE(app::put_back(data.path()));
}
