// SPDX-License-Identifier: EUPL-1.2
#include "app/core/page_layout.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace app;

namespace {

LetterWidths even_widths() {
    LetterWidths widths;
    for (auto& cut : widths.advance)
        for (char32_t c = 32; c < 0x250; ++c) cut[c] = 0.5F;
    return widths;
}

const geo::Box k_view{93000, 463000, 94000, 463600};

PageWords words(std::size_t legend_lines) {
    PageWords words{.crs = "Amersfoort / RD New", .date = "22 November 2026", .attribution = "Kadaster"};
    for (std::size_t i = 0; i < legend_lines; ++i)
        words.legend.push_back({.text = "Line " + std::to_string(i), .is_heading = i % 7 == 0});
    return words;
}

bool says(const Page& page, const std::string& text) {
    return std::any_of(page.texts.begin(), page.texts.end(),
                       [&](const auto& line) { return line.text.find(text) != std::string::npos; });
}

}  // namespace

TEST_CASE("A page has the size of its paper at its sharpness", "[print]") {
    const auto size = [](const std::string& look) {
        const auto page = blank_page(*changed({}, look), k_view, 1, Theme::light);
        return std::pair{page.width, page.height};
    };
    CHECK((size("a3 landscape 300") == std::pair{4961, 3508}));
    CHECK((size("a4 portrait 300") == std::pair{2480, 3508}));
    CHECK((size("a4 landscape 150") == std::pair{1754, 1240}));
    CHECK_FALSE(changed({}, "a5"));
    CHECK_FALSE(changed({}, "a4 sideways"));
    CHECK(changed({.title = "T", .paper = "a3"}, "")->paper == "a3");
}

TEST_CASE("What is in view is on the page, at a round scale that a ruler confirms", "[print]") {
    for (const auto* look : {"a4 landscape 300", "a4 portrait 150", "a3 portrait 300", "a3 landscape 150"}) {
        INFO(look);
        const auto page = blank_page(*changed({.title = "T"}, look), k_view, 1, Theme::light);
        CHECK(page.camera.visible().encloses(k_view));
        CHECK(page.camera.width == page.map.width);
        CHECK(page.map.left > 0);
        CHECK(page.map.right() < page.width);
        CHECK(page.map.bottom() < page.height);
        // A metre of ground on paper: 1 / scale metres, in pixels.
        const double pixels = 1 / page.camera.view.units_per_pixel;
        CHECK(pixels / page.dpi * 0.0254 * page.scale == Approx(1));
        const double digits = page.scale / std::pow(10, std::floor(std::log10(page.scale)));
        CHECK(std::abs(digits * 4 - std::round(digits * 4)) < 1e-9);
    }
    // A style pixel is the same on paper however sharp it is.
    const auto soft = blank_page(*changed({}, "150"), k_view, 1, Theme::light);
    const auto sharp = blank_page(*changed({}, "300"), k_view, 1, Theme::light);
    CHECK(sharp.pixel_ratio == Approx(2 * soft.pixel_ratio));
    CHECK(sharp.scale == soft.scale);
    CHECK(blank_page({}, k_view, 0.3048, Theme::light).scale < soft.scale / 3);  // feet
}

TEST_CASE("The tiles of a page cover its map once, and their cameras meet pixel for pixel", "[print]") {
    const auto page = blank_page({}, k_view, 1, Theme::light);
    const auto tiles = tiles_of(page, 1024);
    long area = 0;
    const double units = page.camera.view.units_per_pixel;
    const auto first = camera_of(page, tiles.front()).visible();
    for (const auto& tile : tiles) {
        area += static_cast<long>(tile.width) * tile.height;
        const auto ground = camera_of(page, tile).visible();
        CHECK((ground.min_x - first.min_x) / units == Approx(tile.left - page.map.left).margin(1e-5));
        CHECK((first.max_y - ground.max_y) / units == Approx(tile.top - page.map.top).margin(1e-5));
    }
    CHECK(area == static_cast<long>(page.map.width) * page.map.height);
}

TEST_CASE("Everything that explains the map stands on the page, and within it", "[print]") {
    for (const auto* look : {"a4 landscape 300", "a4 portrait 150", "a3 landscape 150"}) {
        INFO(look);
        const PrintForm form =
            *changed({.title = "Toegankelijkheid van de binnenstad en alles wat daarbij hoort, 2026"}, look);
        auto page = blank_page(form, k_view, 1, Theme::light);
        const auto widths = even_widths();
        lay_out(page, form, words(12), widths, base::Language::english);
        for (const auto* text : {"Toegankelijkheid", "Line 0", "Line 11", "Scale 1 :", "Amersfoort / RD New",
                                 "Kadaster", "22 November 2026"})
            CHECK(says(page, text));
        for (const auto& text : page.texts) {
            INFO(text.text);
            CHECK(text.left >= 0);
            CHECK(text.left + static_cast<double>(widths.width_of(text.text, text.cut)) * text.size <= page.width);
            CHECK(text.middle < page.height);
        }
        // The bar is as long as it says.
        const auto bar = std::find_if(page.texts.begin(), page.texts.end(),
                                      [](const auto& text) { return text.text.ends_with(" m"); });
        REQUIRE(bar != page.texts.end());
        int longest = 0;
        for (const auto& fill : page.fills)
            if (fill.box.top > page.map.bottom() + 10) longest = std::max(longest, fill.box.width);
        CHECK(longest * page.camera.view.units_per_pixel == Approx(std::stod(bar->text)).epsilon(0.01));
    }
}

TEST_CASE("A legend that is too long says how many lines are missing", "[print]") {
    PrintForm form;
    auto page = blank_page(form, k_view, 1, Theme::light);
    lay_out(page, form, words(200), even_widths(), base::Language::english);
    const auto told = std::find_if(page.texts.begin(), page.texts.end(), [](const auto& text) {
        return text.text.find("find no room") != std::string::npos;
    });
    std::string missing;
    std::size_t lines = 0;
    for (const auto& text : page.texts) {
        lines += text.text.starts_with("Line ");
        if (text.text.ends_with("more") || text.text.find(" more lines") != std::string::npos) missing = text.text;
    }
    CHECK(lines > 20);
    CHECK(lines < 60);
    CHECK(missing.starts_with(std::to_string(200 - lines) + " "));
    CHECK((told != page.texts.end() || !missing.empty()));
    for (const auto& text : page.texts)
        if (text.text.starts_with("Line ")) CHECK(text.middle < page.map.bottom());
}
