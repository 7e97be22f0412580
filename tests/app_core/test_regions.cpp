// SPDX-License-Identifier: EUPL-1.2
#include "app/core/map_hand.hpp"
#include "geo/source/writer.hpp"
#include "tests/app_core/desk_bench.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <chrono>
#include <set>
#include <thread>

using namespace app;

namespace {

constexpr int k_row = 400, k_trees = 120'000;

/// A wood: every ten metres a tree from (90000, 460000), in rows of 400, oaks and limes in turn.
std::filesystem::path wood(const test::TemporaryFolder& folder, int trees = k_trees) {
    auto path = folder / "wood.gpkg";
    geo::GeoPackageWriter writer(path, geo::rd_new());
    writer.begin_layer("tree", geo::Kind::point, {{"kind", geo::FieldType::text}});
    for (int i = 0; i < trees; ++i)
        writer.add(geo::Shape::point({90000.0 + 10 * (i % k_row), 460000.0 + 10 * (i / k_row)}),
                   {std::string(i % 2 == 0 ? "oak" : "lime")});
    writer.commit();
    return path;
}

/// A desk with a dossier and the wood, looked at from (90800, 460500) at a quarter of a metre for a pixel.
struct InTheWood {
    test::TemporaryFolder folder{};
    Desk desk{test::desk_options(folder)};

    InTheWood() {
        audit::Dossier::create(folder / "a.gpkg", {}, test::desk_options(folder).author);
        desk.open(folder / "a.gpkg");
        wait();
        desk.add_layers(wood(folder), {}, {}, {});
        desk.state().camera.width = 800;
        desk.state().camera.height = 600;
        wait();
        REQUIRE(desk.layers().all().size() == 1);
        look(90800, 460500, 0.25);
    }
    const LoadedLayer& layer() { return desk.layers().all().front(); }
    void look(double x, double y, double units) {
        desk.state().wants_fit = false;
        desk.state().camera.view = {{x, y}, units};
        wait();
    }
    /// Until nothing is done any more.
    void wait() {
        for (int i = 0; i < 2; ++i) test::tick_until(desk, [this] { return desk.at_rest(); });
    }
};

}  // namespace

TEST_CASE("Of a large layer all is known and only what is in view is held", "[layers][regions]") {
    InTheWood at;
    const auto& layer = at.layer();
    REQUIRE(layer.data);
    CHECK(layer.data->is_by_place);
    CHECK(layer.data->feature_count == k_trees);
    CHECK(layer.data->layer->report.features == k_trees);
    CHECK(layer.data->layer->shapes.size() == 0);
    CHECK(layer.extent() == geo::Box{90000, 460000, 93990, 462990});
    REQUIRE(layer.region());
    const auto& near = layer.region()->all->layer->shapes;
    CHECK(near.size() > 300);
    CHECK(near.size() < k_trees / 4);
    CHECK(layer.region()->box.encloses(at.desk.state().camera.visible()));
}

TEST_CASE("How a large layer looks from afar is kept for the next time", "[layers][regions][overviews]") {
    InTheWood at;
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(at.folder / "cache" / "overviews"))
        files += entry.is_regular_file();
    CHECK(files == 1);
}

TEST_CASE("Of a very large layer a sample is shown until all of it was looked through", "[layers][regions]") {
    const test::TemporaryFolder folder;
    auto options = test::desk_options(folder);
    options.first_looks.most_at_once = 150'000;
    Desk desk(options);
    audit::Dossier::create(folder / "a.gpkg", {}, options.author);
    desk.open(folder / "a.gpkg");
    test::tick_until_idle(desk);
    desk.add_layers(wood(folder, 200'000), {}, {}, {});
    std::set<std::uint64_t> seen;
    test::tick_until(desk, [&] {
        const auto& all = desk.layers().all();
        if (all.empty() || all.front().state != LoadedLayer::State::ready) return false;
        seen.insert(all.front().data->serial);
        return desk.at_rest();
    });
    CHECK(seen.size() == 2);
    CHECK(desk.layers().all().front().data->layer->report.features == 200'000);
    CHECK(desk.layers().all().front().data->feature_count == 200'000);
}

TEST_CASE("A large layer is read anew where the view goes, and not while what was read is enough",
          "[layers][regions]") {
    InTheWood at;
    const auto before = at.layer().in_view->region();
    at.look(90810, 460505, 0.25);
    CHECK(at.layer().in_view->region() == before);
    at.look(93000, 462000, 0.25);
    const auto after = at.layer().in_view->region();
    CHECK(after != before);
    CHECK(after->box.contains(geo::Point{93000, 462000}));
    CHECK(at.desk.views().scene().layers.front().near == after->all);
}

TEST_CASE("Of a large layer what is in view comes first, and what is around it when nobody waits",
          "[layers][regions]") {
    InTheWood at;
    at.desk.state().camera.view = {{92000, 461500}, 2};
    test::tick_until_idle(at.desk);
    const auto shown = at.layer().region()->box;
    CHECK(shown.encloses(at.desk.state().camera.visible()));
    at.wait();
    CHECK(at.layer().region()->box.encloses(shown));
    CHECK_FALSE(shown.encloses(at.layer().region()->box));
    const auto ahead = at.layer().in_view->region();
    at.look(92100, 461500, 2);
    CHECK(at.layer().in_view->region() == ahead);
}

TEST_CASE("What is in view of a large layer stays when nothing around it can be read", "[layers][regions]") {
    InTheWood at;
    at.desk.state().camera.view = {{92000, 461500}, 2};
    test::tick_until(
        at.desk, [&] { return at.desk.idle() && at.layer().region()->box.encloses(at.desk.state().camera.visible()); });
    const auto shown = at.layer().in_view->region();
    std::filesystem::remove(at.folder / "wood.gpkg");
    at.wait();
    CHECK(at.layer().region()->all->feature_count > 0);
    CHECK(at.layer().region()->box.encloses(shown->box));
    CHECK_FALSE(at.layer().in_view->problem());
}

TEST_CASE("What is in view of a large layer is picked with its id and shape", "[layers][regions]") {
    InTheWood at;
    const auto& scene = at.desk.views().scene();
    const auto& camera = at.desk.state().camera;
    const auto picked = pick(scene, camera, camera.to_screen({90800, 460500}));
    REQUIRE(picked.size() == 1);
    const auto& features = *scene.layers[picked[0].layer].features()->layer;
    CHECK(features.fids[picked[0].item] == 50 * k_row + 80 + 1);
    CHECK(features.shapes.shape(picked[0].item).points.front() == geo::Point{90800, 460500});
}

TEST_CASE("A large layer is coloured by its values, from afar and in view", "[layers][regions]") {
    InTheWood at;
    at.desk.dispatch("layer-colour", at.layer().source.uuid + " kind");
    at.wait();
    REQUIRE(at.layer().coloured);
    REQUIRE(at.layer().coloured->parts.size() == 2);
    for (const auto& part : at.layer().coloured->parts) CHECK(part->feature_count == k_trees / 2);
    REQUIRE(at.layer().region());
    REQUIRE(at.layer().region()->parts.size() == 2);
    const auto& parts = at.layer().region()->parts;
    CHECK(parts[0]->feature_count + parts[1]->feature_count == at.layer().region()->all->feature_count);
    // Features as they were numbered in the file: odd ids are oaks.
    const auto& part = *parts[0];
    const bool first_is_oak = part.layer->fids[part.order.front()] % 2 == 1;
    for (const auto feature : part.order) REQUIRE((part.layer->fids[feature] % 2 == 1) == first_is_oak);
}

TEST_CASE("A large layer whose file goes away meanwhile stays on the map, and says why nothing more comes",
          "[layers][regions]") {
    InTheWood at;
    std::filesystem::remove(at.folder / "wood.gpkg");
    at.look(93000, 462000, 0.25);
    CHECK(at.layer().in_view->problem().has_value());
    CHECK(at.layer().region()->all->feature_count == 0);
    CHECK(at.desk.views().remark_count() == 1);
    CHECK_FALSE(at.desk.views().scene().layers.front().is_awaited(
        {.left_bottom = {93000, 462000}, .units_per_pixel = 0.25, .width = 64, .height = 64}));
}

TEST_CASE("A dossier may be closed while a large layer is read", "[layers][regions]") {
    const test::TemporaryFolder folder;
    const auto path = wood(folder);
    audit::Dossier::create(folder / "a.gpkg", {}, test::desk_options(folder).author);
    for (int steps : {0, 5, 50}) {
        Desk desk(test::desk_options(folder));
        desk.open(folder / "a.gpkg");
        while (!desk.idle()) desk.tick();
        desk.add_layers(path, {}, {}, {});
        for (int i = 0; i < steps; ++i) {
            desk.tick();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    SUCCEED();
}
