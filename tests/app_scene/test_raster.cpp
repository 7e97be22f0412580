// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/raster.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

/// An image of the ground from (0, 0) to (4096, 4096) with pixels of half a unit.
RasterPicture picture() {
    RasterPicture picture;
    picture.serial = 1;
    picture.extent = {0, 0, 4096, 4096};
    picture.finest_units = 0.5;
    return picture;
}

Camera camera(double units_per_pixel) {
    Camera camera{.width = 1000, .height = 600};
    camera.view = {{2048, 2048}, units_per_pixel};
    return camera;
}

void add(RasterPicture& picture, const PiecePlace& place) {
    picture.pieces[place] =
        make_piece(place, {.side = k_piece, .rgba = std::vector<std::uint8_t>(4 * k_piece * k_piece)});
}

}  // namespace

TEST_CASE("A view asks for pieces of its own scale that cover it, the middle first", "[raster]") {
    const auto wanted = wanted_pieces(picture(), camera(1));
    geo::Box covered;
    for (const auto& place : wanted) {
        CHECK(place.level == 0);
        covered.grow(place.box());
    }
    CHECK(covered.contains({1548, 1748}));
    CHECK(covered.contains({2548, 2348}));
    CHECK(wanted.size() == 4);
    CHECK(std::abs(wanted.front().box().centre().x - 2048) <= 256);
}

TEST_CASE("No piece is finer than the image, and none lies beside it", "[raster]") {
    for (const auto& place : wanted_pieces(picture(), camera(0.01))) CHECK(place.level == -1);
    CHECK(wanted_pieces(picture(), camera(1000)).size() <= 4);
    auto elsewhere = camera(1);
    elsewhere.view.centre = {-9000, 0};
    CHECK(wanted_pieces(picture(), elsewhere).empty());
}

TEST_CASE("What covers the ground at the best scale is painted alone; otherwise all there is", "[raster]") {
    auto image = picture();
    const geo::Box ground{0, 0, 512, 512};
    CHECK(pieces_for(image, ground, 1).empty());
    add(image, {2, 0, 0});
    REQUIRE(pieces_for(image, ground, 1).size() == 1);
    add(image, {0, 0, 0});
    auto painted = pieces_for(image, ground, 1);
    REQUIRE(painted.size() == 1);
    CHECK(painted[0]->place.level == 0);
    CHECK(pieces_for(image, {0, 0, 1024, 512}, 1).front()->place.level == 2);
    image.pieces.erase({2, 0, 0});
    add(image, {2, 1, 1});
    add(image, {1, 0, 0});
    painted = pieces_for(image, {0, 0, 5000, 5000}, 1);
    REQUIRE(painted.size() == 3);
    CHECK(painted.front()->place.level == 2);
    CHECK(painted.back()->place.level == 0);
}

TEST_CASE("A piece is premultiplied and has a serial of its own", "[raster]") {
    geo::Pixels pixels{.side = k_piece, .rgba = std::vector<std::uint8_t>(4 * k_piece * k_piece, 200)};
    pixels.rgba[3] = 0;
    pixels.rgba[7] = 255;
    const auto one = make_piece({}, pixels), other = make_piece({}, pixels);
    CHECK(one->rgba[0] == 0);
    CHECK(one->rgba[4] == 200);
    CHECK(one->rgba[8] == 157);
    CHECK(one->serial != other->serial);
}
