// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/clusters.hpp"
#include "app/scene/label_placer.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

namespace {

const std::string k_folder = "/usr/share/fonts/truetype/noto/NotoSans-";

app::LabelFaces faces() { return {k_folder + "Regular.ttf", k_folder + "Bold.ttf", k_folder + "Italic.ttf"}; }

/// Names placed for one unit for a style pixel on 400 by 300 units.
std::shared_ptr<const app::Labels> names(const std::vector<std::string>& wkts, const std::vector<std::string>& texts,
                                         app::LabelRole role) {
    geo::Shapes shapes;
    for (const auto& wkt : wkts) shapes.add(geo::shape_from_wkt(wkt));
    static const auto widths = app::read_letter_widths(faces());
    const app::LabelInput input{.sources = {app::label_source(shapes, texts, role, widths)}};
    const auto wanted = app::label_cells({0, 0, 400, 300}, 0);
    const auto cells = app::place_labels(input, wanted, {});
    auto labels = std::make_shared<app::Labels>();
    for (const auto& place : wanted) labels->cells.push_back(cells.at(place));
    return labels;
}

/// The box of pixels that are darker than the ground, empty (left > right) when there are none.
struct Extent {
    int left = 10000, top = 10000, right = -1, bottom = -1, count = 0;
};
Extent dark(const app::Picture& picture) {
    Extent extent;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const auto c = test::at(picture, x, y);
            if (c.r + c.g + c.b > 400) continue;
            extent.left = std::min(extent.left, x);
            extent.right = std::max(extent.right, x);
            extent.top = std::min(extent.top, y);
            extent.bottom = std::max(extent.bottom, y);
            ++extent.count;
        }
    return extent;
}

app::Scene scene_with(std::shared_ptr<const app::Labels> labels, app::Theme theme = app::Theme::light) {
    app::Scene scene;
    scene.theme = theme;
    scene.labels = std::move(labels);
    return scene;
}

}  // namespace

TEST_CASE("Letters with marks have a width, and each cut its own", "[render][names]") {
    const auto widths = app::read_letter_widths(faces());
    for (const char32_t c : U"Aéïşžßø’€")
        if (c) CHECK(widths.advance[0].count(c) == 1);
    CHECK(widths.width_of("Breestraat", app::Cut::bold) > widths.width_of("Breestraat", app::Cut::regular));
    CHECK(widths.width_of("Breestraat", app::Cut::regular) == Approx(5.1).margin(0.4));
    CHECK(app::read_letter_widths({}).width_of("Breestraat", app::Cut::regular) == 0);
}

TEST_CASE("A name is drawn where it was placed and as wide as it was taken to be", "[render][names]") {
    test::Stage stage(400, 300, faces());
    const auto labels = names({"LINESTRING (20 150, 380 150)"}, {"Hooglandse Kerkgracht"}, app::LabelRole::street);
    REQUIRE(labels->cells[0]->labels.size() == 1);
    const auto& label = labels->cells[0]->labels[0];
    const auto extent = dark(stage.shoot(scene_with(labels), test::camera(400, 300)));
    CHECK(extent.right - extent.left == Approx(label.width).margin(4));
    CHECK((extent.left + extent.right) / 2.0 == Approx(200).margin(3));
    CHECK((extent.top + extent.bottom) / 2.0 == Approx(150).margin(4));
}

TEST_CASE("A name follows its street upwards and around a bend", "[render][names]") {
    test::Stage stage(400, 300, faces());
    const auto up = names({"LINESTRING (200 20, 200 280)"}, {"Noordeinde"}, app::LabelRole::street);
    const auto extent = dark(stage.shoot(scene_with(up), test::camera(400, 300)));
    CHECK(extent.bottom - extent.top > 3 * (extent.right - extent.left));
    CHECK(extent.count > 100);
    std::string bow = "LINESTRING (";
    for (int x = 40; x <= 360; x += 8)
        bow += (x > 40 ? ", " : "") + std::to_string(x) + " " + std::to_string(240 - (x - 200) * (x - 200) / 300);
    const auto bent = names({bow + ")"}, {"Witte Singel"}, app::LabelRole::water);
    CHECK(test::is_golden(stage.shoot(scene_with(bent), test::camera(400, 300)), "name_on_bend"));
}

TEST_CASE("Names have twice the size in pixels on a screen of twice the density", "[render][names]") {
    test::Stage stage(800, 600, faces());
    const auto labels = names({"POLYGON ((0 0, 390 0, 390 290, 0 290, 0 0))"}, {"Binnenstad"}, app::LabelRole::place);
    const auto once = dark(stage.shoot(scene_with(labels), test::camera(800, 600)));
    auto dense = test::camera(800, 600, 0.5);
    dense.pixel_ratio = 2;
    const auto twice = dark(stage.shoot(scene_with(labels), dense));
    CHECK(twice.right - twice.left == Approx(2 * (once.right - once.left)).margin(4));
    CHECK(twice.count > 3.4 * once.count);
}

TEST_CASE("Names look the same as approved in every theme", "[render][names]") {
    test::Stage stage(400, 300, faces());
    const auto labels =
        names({"POINT (60 250)", "POINT (60 150)"}, {"Halte Zuid", "Bibliotheek"}, app::LabelRole::thing);
    for (const auto& [theme, name] :
         {std::pair{app::Theme::light, "names_light"}, std::pair{app::Theme::dark, "names_dark"},
          std::pair{app::Theme::contrast, "names_contrast"}})
        CHECK(test::is_golden(stage.shoot(scene_with(labels, theme), test::camera(400, 300)), name));
}

TEST_CASE("Without the typeface the map is drawn without names", "[render][names]") {
    test::Stage stage(400, 300);
    const auto labels = names({"POINT (60 250)"}, {"Halte"}, app::LabelRole::thing);
    CHECK(dark(stage.shoot(scene_with(labels), test::camera(400, 300))).count == 0);
}

TEST_CASE("Names that were placed for quite another scale are not drawn", "[render][names]") {
    test::Stage stage(400, 300, faces());
    const auto labels = names({"POINT (200 150)"}, {"Halte"}, app::LabelRole::thing);
    CHECK(dark(stage.shoot(scene_with(labels), test::camera(400, 300, 0.8))).count > 0);
    CHECK(dark(stage.shoot(scene_with(labels), test::camera(400, 300, 4))).count == 0);
}

TEST_CASE("A cluster is a pile with the sign of the gravest and its number beside it", "[render][clusters]") {
    test::Stage stage(160, 90, faces());
    app::Scene scene;
    std::vector<app::Mark> marks;
    for (int i = 0; i < 12; ++i)
        marks.push_back({.shape = geo::Shape::point({50.0 + i % 3, 45.0 + i % 4}),
                         .severity = i == 5 ? audit::Severity::blocking : audit::Severity::attention});
    scene.marks = std::make_shared<app::MarkLayer>(marks);
    scene.clusters = app::cluster(scene.marks, 0);
    REQUIRE(scene.clusters->all.size() == 1);
    const auto plain = stage.shoot(scene, test::camera(160, 90));
    CHECK(test::is_golden(plain, "cluster"));
    scene.hovered_cluster = 0;
    const auto hovered = stage.shoot(scene, test::camera(160, 90));
    CHECK_FALSE(hovered == plain);
    scene.hovered_cluster.reset();
    scene.selected = {7};
    CHECK_FALSE(stage.shoot(scene, test::camera(160, 90)) == plain);
}
