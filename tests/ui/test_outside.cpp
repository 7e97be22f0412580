// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

using test::Bench;

namespace {

/// What another program does to the open dossier; GDAL knows the functions of the spatial index.
void change(Bench& bench, const std::string& sql) {
    const auto ran = test::run("ogrinfo '" + bench.state().snapshot->info.path + "' -sql \"" + sql + "\"");
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
}

}  // namespace

TEST_CASE("All that is the matter with the edits of another program stands among the remarks", "[ui][outside]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.record("One");
    change(bench, "INSERT INTO finding (title) VALUES ('without anything')");
    bench.until("it is noticed", [&] { return bench.widget("notice/remarks") != nullptr; });
    bench.settle();
    CHECK(bench.said("notice/text").find("Another program changed the dossier") == 0);
    CHECK(bench.said("bottom/remarks") == "4 remarks");
    CHECK(bench.state().snapshot->findings.size() == 2);
    bench.click("notice/remarks");
    REQUIRE(bench.widget("remarks/dossier"));
    std::string all;
    for (int i = 0; i < 4; ++i) all += bench.said("remarks/dossier/" + std::to_string(i)) + "\n";
    for (const auto* remark :
         {"A row added by another program had no uuid and got one.", "A finding has no status that is known.",
          "A finding has a category that is not in the dossier's catalogue.",
          "A finding has no place, or one that cannot be read."}) {
        INFO(all);
        CHECK(all.find(remark) != std::string::npos);
    }
    CHECK_FALSE(bench.widget("remarks/none"));
}

TEST_CASE("A copy that is stopped leaves nothing behind", "[ui][export]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.record("One");
    bench.desk().dispatch("copy-to", (folder / "copy.gpkg").string());
    const auto work = bench.desk().work();
    REQUIRE(work.size() == 1);
    REQUIRE(work.front().job);
    bench.desk().stop_job(*work.front().job);
    bench.settle();
    const bool was_too_late = std::filesystem::exists(folder / "copy.gpkg");
    CHECK_FALSE(bench.state().export_done);
    if (!was_too_late)
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            CHECK(entry.path().filename().string().find("copy") == std::string::npos);
}
