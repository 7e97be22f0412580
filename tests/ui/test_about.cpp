// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <algorithm>
#include <fstream>

using test::Bench;

namespace {

/// A layer of that name: one square of 60 m around the middle of the view, or of `side` m.
void add_square(Bench& bench, const test::TemporaryFolder& folder, const std::string& name, double side = 60) {
    const auto at = [side](double x, double y) {
        return std::to_string(93500 + x * side / 2) + " " + std::to_string(463900 + y * side / 2);
    };
    std::ofstream(folder / (name + ".csv")) << "naam,WKT\nNieuwe Rijn,\"POLYGON ((" << at(-1, -1) << "," << at(1, -1)
                                            << "," << at(1, 1) << "," << at(-1, 1) << "," << at(-1, -1) << "))\"\n";
    bench.desk().add_layers(folder / (name + ".csv"), {}, "EPSG:28992", {});
    bench.settle();
    bench.look_at({93500, 463900}, 200);
    bench.settle();
}

void click_middle(Bench& bench, double east = 0) {
    const auto map = bench.face().map_area();
    const auto at = bench.state().camera.to_screen({93500 + east, 463900});
    bench.click_at(map.x0 + at.x, map.y0 + at.y);
}

}  // namespace

TEST_CASE("What lies under the pointer is shown with its attributes, and a finding is recorded about it",
          "[ui][about]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    add_square(bench, folder, "footway");
    click_middle(bench, 20);
    REQUIRE(bench.state().feature);
    bench.until("its attributes are there", [&] { return bench.widget("feature/attribute/naam") != nullptr; });
    CHECK(bench.said("feature/attribute/naam") == "Nieuwe Rijn");
    bench.click("feature/record");
    REQUIRE(bench.state().draft);
    CHECK_FALSE(bench.state().feature);
    REQUIRE(bench.state().draft->layer_refs.size() == 1);
    CHECK(bench.state().draft->layer_refs.front().find(bench.state().snapshot->layers.front().uuid) == 0);
}

TEST_CASE("Where several things lie, a list asks which one is meant", "[ui][about]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    add_square(bench, folder, "footway");
    add_square(bench, folder, "square", 30);
    click_middle(bench);
    REQUIRE(bench.state().under);
    CHECK(bench.state().under->things.size() == 2);
    bench.click("under/row/1");
    REQUIRE(bench.state().feature);
    CHECK(bench.widget("feature/record"));
}

TEST_CASE("All kinds that fit what lies there are offered, the first of them chosen", "[ui][about]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    add_square(bench, folder, "footway");
    bench.key("N");
    REQUIRE(bench.state().draft);
    const auto fitting = bench.state().suggested.categories;
    REQUIRE(fitting.size() > 2);
    CHECK(bench.state().draft->category == fitting.front());
    for (const auto& id : fitting) {
        const auto& grounds = bench.state().snapshot->catalogue->category(id)->suggested_on;
        CHECK(std::find(grounds.begin(), grounds.end(), "footway") != grounds.end());
    }
    CHECK_FALSE(bench.widget("form/suggested/" + fitting[1]));
    bench.click("form/suggested");
    CHECK_FALSE(bench.widget("form/suggested/" + fitting.front()));
    bench.click("form/suggested/" + fitting[1]);
    CHECK(bench.state().draft->category == fitting[1]);
    CHECK_FALSE(bench.widget("form/suggested/" + fitting[2]));
}
