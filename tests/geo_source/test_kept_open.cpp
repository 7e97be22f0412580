// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/wkb.hpp"
#include "geo/source/kept_open.hpp"
#include "geo/source/large.hpp"
#include "geo/source/writer.hpp"
#include "tests/geo_source/files.hpp"

#include <fmt/format.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace geo;
namespace fs = std::filesystem;

namespace {

/// Plots of 5 by 5 m, ten metres apart, in rows of 100 from (90000, 460000).
fs::path write_plots(const fs::path& path, int plots, const std::string& name = "plot") {
    fs::remove(path);
    GeoPackageWriter writer(path, rd_new());
    writer.begin_layer("plot", Kind::polygon, {{"name", FieldType::text}});
    for (int i = 0; i < plots; ++i) {
        const double x = 90000 + 10 * (i % 100), y = 460000 + 10 * (i / 100);
        writer.add(
            shape_from_wkt(fmt::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", x, y, x + 5, y + 5)),
            {fmt::format("{} {}", name, i)});
    }
    writer.commit();
    return path;
}

/// How often this program has the file open.
int times_open(const fs::path& path) {
    int times = 0;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        times += fs::read_symlink(entry.path(), gone) == path ? 1 : 0;
    }
    return times;
}

const Box k_corner{90000, 460000, 90041, 460021};

}  // namespace

TEST_CASE("A database stays open for the next reading, and is closed when nobody reads it", "[source][kept]") {
    test::TemporaryFolder folder;
    const auto path = write_plots(fs::canonical(folder.path()) / "town.gpkg", 2'000);
    close_unused();
    CHECK(times_open(path) == 0);
    read_layer(path, {}, rd_new());
    read_region(path, {}, rd_new(), k_corner, {}, 100);
    CHECK(times_open(path) == 1);
    close_unused();
    CHECK(times_open(path) == 0);
}

TEST_CASE("Nothing of a reading is left for the next one", "[source][kept]") {
    test::TemporaryFolder folder;
    const auto path = write_plots(folder / "town.gpkg", 2'000);
    CHECK(read_region(path, {}, rd_new(), k_corner, {"name"}, 4).layer.shapes.size() == 4);
    CHECK(read_region(path, {}, rd_new(), k_corner, {"name"}, 100).layer.shapes.size() == 15);
    CHECK(read_layer(path, {}, rd_new()).shapes.size() == 2'000);
    CHECK(field_of(path, "plot", "name").at(1'999) == "plot 1999");
    const auto state = std::make_shared<base::ProgressState>();
    state->cancelled = true;
    CHECK_THROWS_AS(read_layer(path, {}, rd_new(), base::Progress(state)), base::Cancelled);
    CHECK(read_layer(path, {}, rd_new()).shapes.size() == 2'000);
}

TEST_CASE("A database that was written anew is opened anew", "[source][kept]") {
    test::TemporaryFolder folder;
    const auto path = write_plots(folder / "town.gpkg", 300);
    CHECK(read_layer(path, {}, rd_new()).shapes.size() == 300);
    write_plots(path, 400, "house");
    CHECK(read_layer(path, {}, rd_new()).shapes.size() == 400);
    CHECK(field_of(path, "plot", "name").at(7) == "house 7");
    fs::remove(path);
    CHECK(test::error_code([&] { read_layer(path, {}, rd_new()); }) == "source-missing");
}

TEST_CASE("Several read the same database at the same time, each its own", "[source][kept]") {
    test::TemporaryFolder folder;
    const auto path = write_plots(folder / "town.gpkg", 10'000);
    std::atomic<int> right = 0;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 4; ++reader)
        readers.emplace_back([&, reader] {
            for (int i = 0; i < 20; ++i) {
                const double y = 460000 + 10.0 * (reader * 20 + i);
                const auto region = read_region(path, {}, rd_new(), {90000, y, 90995, y + 5}, {}, 1'000);
                right += region.layer.shapes.size() == 100 ? 1 : 0;
            }
        });
    for (auto& reader : readers) reader.join();
    CHECK(right == 80);
}

TEST_CASE("Values that are asked for come with a layer; what it lacks is passed over", "[source][values]") {
    test::TemporaryFolder folder;
    const auto path = write_plots(folder / "town.gpkg", 300);
    const auto layer = read_layer(path, {.fields = {"name", "colour"}}, rd_new());
    REQUIRE(layer.values.size() == 1);
    REQUIRE(layer.values.at("name").size() == layer.shapes.size());
    CHECK(layer.values.at("name").at(299) == "plot 299");
    CHECK(read_layer(path, {}, rd_new()).values.empty());
}
