// SPDX-License-Identifier: EUPL-1.2
#include "tests/render/stage.hpp"

#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <cstdlib>
#include <filesystem>

namespace test {
namespace fs = std::filesystem;
namespace {

/// The software driver adapts itself to the machine; here it must not.
int steady(int width) {
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    setenv("LP_NUM_THREADS", "0", 1);
    setenv("LP_NATIVE_VECTOR_WIDTH", "128", 1);
    return width;
}

}  // namespace

Stage::Stage(int width, int height, const app::LabelFaces& faces) : headless(steady(width), height), renderer(faces) {}

app::Frame Stage::draw(const app::Scene& scene, const app::Camera& camera, app::Budget budget) {
    return renderer.draw(scene, camera, {headless.framebuffer(), headless.height(), 0, 0}, budget);
}

app::Picture Stage::picture() const {
    return app::read_picture(headless.framebuffer(), headless.width(), headless.height());
}

app::Picture Stage::shoot(const app::Scene& scene, const app::Camera& camera) {
    auto frame = draw(scene, camera, app::k_no_limit);
    REQUIRE(frame.complete);
    return picture();
}

std::shared_ptr<const app::PreparedLayer> prepared(std::initializer_list<std::string> wkts) {
    auto layer = std::make_shared<geo::Layer>();
    for (const auto& wkt : wkts) layer->shapes.add(geo::shape_from_wkt(wkt));
    return app::prepare(layer);
}

app::SceneLayer layer(std::initializer_list<std::string> wkts, const app::LayerStyle& style) {
    return {.id = "layer", .data = prepared(wkts), .style = style};
}

app::SceneLayer layer(const std::string& name, std::initializer_list<std::string> wkts, app::Theme theme) {
    auto data = prepared(wkts);
    auto kind = data->kind;
    return {.id = name, .data = data, .style = app::default_style(name, kind, theme)};
}

app::LayerStyle filled(app::Colour colour) {
    app::LayerStyle style;
    style.fill = colour;
    return style;
}

app::Camera camera(int width, int height, double units_per_pixel) {
    app::Camera camera;
    camera.width = width;
    camera.height = height;
    camera.view = {{width / 2.0 * units_per_pixel, height / 2.0 * units_per_pixel}, units_per_pixel};
    return camera;
}

app::Colour at(const app::Picture& picture, int x, int y) {
    const auto* p = picture.pixel(x, y);
    return {p[0], p[1], p[2], p[3]};
}

bool is_golden(const app::Picture& picture, const std::string& name) {
    auto wanted = source_tree() / "tests" / "golden" / "render" / (name + ".png");
    if (fs::exists(wanted) && app::read_png(wanted) == picture) return true;
    auto left = programs().parent_path() / "golden" / "render" / (name + ".png");
    fs::create_directories(left.parent_path());
    app::write_png(picture, left);
    WARN((fs::exists(wanted) ? "differs from " : "is not there: ")
         << wanted.string() << "; drawn: " << left.string() << "; look at it, then: tools/dev/approve");
    return false;
}

}  // namespace test
