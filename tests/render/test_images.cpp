// SPDX-License-Identifier: EUPL-1.2
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

using namespace app;
using test::at;

namespace {

/// An image of which one piece of one colour was read: the ground from (0, 0) to (512, 512).
std::shared_ptr<RasterPicture> image_of(Colour colour, const PiecePlace& place = {}) {
    auto picture = std::make_shared<RasterPicture>();
    picture->serial = 1;
    picture->extent = {0, 0, 512, 512};
    geo::Pixels pixels{.side = k_piece, .rgba = {}};
    for (int i = 0; i < k_piece * k_piece; ++i)
        pixels.rgba.insert(pixels.rgba.end(), {colour.r, colour.g, colour.b, colour.a});
    picture->pieces[place] = make_piece(place, std::move(pixels));
    return picture;
}

SceneLayer layer_of(std::shared_ptr<const RasterPicture> picture, double opacity = 1) {
    return {.id = "image", .raster = std::move(picture), .opacity = opacity};
}

}  // namespace

TEST_CASE("An image is drawn under the layers that lie on it", "[render][images]") {
    test::Stage stage(64, 64);
    Scene scene;
    scene.layers = {layer_of(image_of(Colour::of(0x336699))),
                    test::layer({"POLYGON ((0 0, 32 0, 32 64, 0 64, 0 0))"}, test::filled(Colour::of(0xAA0000)))};
    const auto picture = stage.shoot(scene, test::camera(64, 64));
    CHECK(at(picture, 48, 32) == Colour::of(0x336699));
    CHECK(at(picture, 16, 32) == Colour::of(0xAA0000));
}

TEST_CASE("Where an image is transparent or ends, the ground is seen", "[render][images]") {
    test::Stage stage(64, 64);
    Scene scene;
    const auto ground = map_colours(scene.theme).ground;
    scene.layers = {layer_of(image_of(Colour::of(0x336699, 0)))};
    CHECK(at(stage.shoot(scene, test::camera(64, 64)), 32, 32) == ground);
    scene.layers = {layer_of(image_of(Colour::of(0x000000)), 0.5)};
    const auto half = at(stage.shoot(scene, test::camera(64, 64)), 32, 32);
    CHECK(half.r == Approx(ground.r / 2.0).margin(1));
    auto beside = test::camera(64, 64);
    beside.view.centre = {-500, -500};
    CHECK(at(stage.shoot(scene, beside), 32, 32) == ground);
}

TEST_CASE("A finer piece takes the place of a coarser one as it comes", "[render][images]") {
    test::Stage stage(64, 64);
    Scene scene;
    auto coarse = image_of(Colour::of(0x111111), {2, 0, 0});
    scene.layers = {layer_of(coarse)};
    CHECK(at(stage.shoot(scene, test::camera(64, 64)), 32, 32) == Colour::of(0x111111));
    auto finer = std::make_shared<RasterPicture>(*coarse);
    const auto piece = image_of(Colour::of(0xEEEEEE))->pieces.begin()->second;
    finer->pieces[{}] = piece;
    scene.layers = {layer_of(finer)};
    CHECK(at(stage.shoot(scene, test::camera(64, 64)), 32, 32) == Colour::of(0xEEEEEE));
}

TEST_CASE("North is up in an image too", "[render][images]") {
    test::Stage stage(64, 64);
    auto picture = std::make_shared<RasterPicture>();
    picture->serial = 7;
    picture->extent = {0, 0, 64, 64};
    geo::Pixels pixels{.side = k_piece, .rgba = std::vector<std::uint8_t>(4 * k_piece * k_piece, 255)};
    for (std::size_t i = 0; i < pixels.rgba.size() / 2; i += 4) pixels.rgba[i] = 0;  // the northern half is cyan
    const PiecePlace place{-3, 0, 0};
    picture->pieces[place] = make_piece(place, std::move(pixels));
    Scene scene;
    scene.layers = {layer_of(picture)};
    const auto drawn = stage.shoot(scene, test::camera(64, 64));
    CHECK(at(drawn, 32, 10) == Colour::of(0x00FFFF));
    CHECK(at(drawn, 32, 54) == Colour::of(0xFFFFFF));
}
