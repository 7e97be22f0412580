// SPDX-License-Identifier: EUPL-1.2
#include "app/core/page_layout.hpp"
#include "app/map/page_painter.hpp"
#include "geo/base/files.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

namespace {

const std::string k_folder = "/usr/share/fonts/truetype/noto/NotoSans-";
app::LabelFaces faces() { return {k_folder + "Regular.ttf", k_folder + "Bold.ttf", k_folder + "Italic.ttf"}; }

app::Scene corner() {
    app::Scene scene;
    scene.layers.push_back(test::layer("water", {"POLYGON ((0 0, 300 20, 300 60, 0 40, 0 0))"}, app::Theme::light));
    scene.layers.push_back(test::layer(
        "building",
        {"POLYGON ((60 70, 150 70, 150 150, 60 150, 60 70))", "POLYGON ((170 80, 260 90, 250 160, 170 150, 170 80))"},
        app::Theme::light));
    std::vector<app::Mark> marks;
    for (int i = 0; i < 6; ++i)
        marks.push_back(
            {.shape = geo::Shape::point({30.0 + 48 * i, 66}), .severity = static_cast<audit::Severity>(1 + i % 3)});
    scene.marks = std::make_shared<app::MarkLayer>(marks);
    return scene;
}

/// A small page: as one for paper, with few dots to the inch.
app::Page small_page() {
    const app::PrintForm form{.title = "Een straathoek", .dpi = "60"};
    auto page = app::blank_page(form, {0, 0, 300, 180}, 1, app::Theme::light);
    const auto scene = corner();
    app::PageWords words{.crs = "Amersfoort / RD New", .date = "22 november 2026", .attribution = "Iemand"};
    words.legend.push_back({.text = "Kaart", .is_heading = true});
    app::Scene sample;
    sample.layers.push_back(test::layer("water", {"POLYGON ((2 3, 28 3, 28 19, 2 19, 2 3))"}, app::Theme::light));
    words.legend.push_back({.text = "Water", .sample = sample});
    app::lay_out(page, form, words, app::read_letter_widths(faces()), base::Language::dutch);
    return page;
}

app::Picture painted(const app::Page& page, const app::Scene& scene, app::Budget budget) {
    app::PagePainter painter(page, faces());
    int calls = 0;
    while (painter.tile()) {
        painter.paint_tile(scene, budget);
        REQUIRE(++calls < 10000);
    }
    double before = painter.fraction();
    while (painter.paint_next()) {
        CHECK(painter.fraction() >= before);
        before = painter.fraction();
    }
    CHECK(painter.fraction() == Approx(1));
    return painter.take_picture();
}

}  // namespace

TEST_CASE("A page looks as it was approved", "[render][golden][print]") {
    test::Stage stage(64, 64);
    base::load_texts(base::assets_folder() / "texts");
    CHECK(test::is_golden(painted(small_page(), corner(), app::k_no_limit), "page"));
}

TEST_CASE("The map of a page is one picture, though it is painted in tiles and a little at a time", "[render][print]") {
    app::PrintForm form{.dpi = "170"};
    const auto page = app::blank_page(form, {0, 0, 300, 180}, 1, app::Theme::light);
    REQUIRE(app::tiles_of(page, 1024).size() > 2);
    test::Stage stage(page.map.width, page.map.height);
    const auto scene = corner();
    const auto whole = stage.shoot(scene, app::camera_of(page, page.map));
    for (const auto budget : {app::k_no_limit, app::Budget(2000)}) {
        const auto picture = painted(page, scene, budget);
        int differing = 0;
        for (int y = 0; y < page.map.height; ++y)
            for (int x = 0; x < page.map.width; ++x)
                differing += test::at(picture, page.map.left + x, page.map.top + y) != test::at(whole, x, y);
        CHECK(differing == 0);
        CHECK(test::at(picture, 2, 2) == app::Colour::of(0xFFFFFF));
    }
}

TEST_CASE("A picture for paper is read back as it was, and knows its size", "[render][print]") {
    const test::TemporaryFolder folder;
    app::Picture picture{257, 131, {}};
    for (int i = 0; i < 257 * 131; ++i)
        for (const int byte : {i * 7 % 256, i / 257, i % 5 * 50, 255})
            picture.rgba.push_back(static_cast<std::uint8_t>(byte));
    app::write_png(picture, folder / "page.png", 300);
    CHECK(app::read_png(folder / "page.png") == picture);
    const auto bytes = base::read_file(folder / "page.png");
    const auto at = bytes.find("pHYs");
    REQUIRE(at != std::string::npos);
    // 300 dots to 25.4 mm are 11,811 to a metre.
    CHECK(bytes.substr(at + 4, 9) == std::string("\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", 9));
    app::write_png(picture, folder / "page.png", 150);  // the one before is replaced
    CHECK(app::read_png(folder / "page.png") == picture);
}

TEST_CASE("A picture for paper that is stopped or finds no folder leaves nothing behind", "[render][print]") {
    const test::TemporaryFolder folder;
    const app::Picture picture{300, 300, std::vector<std::uint8_t>(300 * 300 * 4, 200)};
    CHECK_THROWS_AS(app::write_png(picture, folder / "no" / "page.png", 300), base::Error);
    auto state = std::make_shared<base::ProgressState>();
    state->cancelled = true;
    CHECK_THROWS_AS(app::write_png(picture, folder / "page.png", 300, base::Progress(state)), base::Cancelled);
    CHECK(std::filesystem::is_empty(folder.path()));
}
