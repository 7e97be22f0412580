// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <algorithm>

using test::Bench;

namespace {

bool is_printing(Bench& bench) {
    const auto work = bench.desk().work();
    return std::any_of(work.begin(), work.end(),
                       [](const auto& each) { return base::say(each.name).find("picture") != std::string::npos; });
}

}  // namespace

TEST_CASE("The map is saved for paper by keyboard alone, and the dialog says what comes", "[ui][print][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("Ctrl+P");
    REQUIRE(bench.state().print_form);
    CHECK(bench.face().focus() == "print/title");
    CHECK(bench.state().print_form->title == "binnenstad");
    const auto landscape = bench.widget("print/preview")->rect;
    CHECK(landscape.width() > landscape.height());
    CHECK(bench.said("print/facts").find("297 by 210 mm") != std::string::npos);
    CHECK(bench.said("print/facts").find("1 :") != std::string::npos);
    bench.tab_to("print/paper/a4");
    bench.key("Right");
    bench.key("Space");
    CHECK(bench.state().print_form->paper == "a3");
    bench.click("print/orientation/portrait");
    bench.click("print/dpi/150");
    CHECK(bench.said("print/facts").find("297 by 420 mm") != std::string::npos);
    const auto portrait = bench.widget("print/preview")->rect;
    CHECK(portrait.height() > portrait.width());
    bench.tab_to("print/place");
    bench.key("Enter");
    REQUIRE(bench.state().browse);
    CHECK(bench.state().browse->name == "binnenstad.png");
    bench.key("Escape");
    REQUIRE(bench.state().print_form);
    bench.key("Escape");
    CHECK_FALSE(bench.state().print_form);
}

TEST_CASE("A picture that is being made stands among the jobs, is stopped there, and is the only one", "[ui][print]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    // Nothing draws here, so that it goes on until it is stopped.
    bench.desk().dispatch("print-to", (folder / "page.png").string());
    CHECK(is_printing(bench));
    CHECK_FALSE(bench.desk().idle());
    bench.until("the page is laid out", [&] { return bench.desk().printing()->page() != nullptr; });
    const auto* page = bench.desk().printing()->page();
    CHECK(page->camera.visible().encloses(bench.state().camera.visible()));
    for (const auto& line : page->texts) CHECK(line.text.find("Fatma") == std::string::npos);
    const auto failures = bench.desk().failures();
    bench.desk().dispatch("print-to", (folder / "other.png").string());
    CHECK(bench.desk().failures() == failures + 1);
    REQUIRE(bench.desk().work().front().job);
    bench.desk().stop_job(*bench.desk().work().front().job);
    bench.settle();
    CHECK_FALSE(is_printing(bench));
    CHECK_FALSE(std::filesystem::exists(folder / "page.png"));
}

TEST_CASE("Another dossier ends the picture of the one before", "[ui][print]") {
    const test::TemporaryFolder folder, other;
    const auto second = test::new_dossier(other);
    Bench bench(test::new_dossier(folder));
    bench.desk().dispatch("print-to", (folder / "page.png").string());
    REQUIRE(bench.desk().printing());
    bench.desk().open(second);
    bench.until("the other is open",
                [&] { return bench.state().snapshot && bench.state().snapshot->info.path == second.string(); });
    bench.settle();
    CHECK_FALSE(bench.desk().printing());
}
