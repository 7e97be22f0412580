// SPDX-License-Identifier: EUPL-1.2
#include "app/platform/window.hpp"
#include "geo/base/problem.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <epoxy/gl.h>

#include <cstdlib>

TEST_CASE("Without a display the window says so and names the way without one", "[platform]") {
    std::string before = std::getenv("DISPLAY") ? std::getenv("DISPLAY") : "";
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    try {
        app::Window window({});
        FAIL("a window without a display");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "no-display");
        CHECK(base::say(error.problem(), base::Language::english).find("--headless --shot") != std::string::npos);
    }
    if (!before.empty()) setenv("DISPLAY", before.c_str(), 1);
}

TEST_CASE("Waking a window that is not there does nothing", "[platform]") { CHECK_NOTHROW(app::Window::wake()); }

TEST_CASE("A headless picture takes on another size", "[platform]") {
    test::Stage stage(40, 30);
    stage.headless.resize(64, 48);
    auto picture = stage.shoot({}, test::camera(64, 48));
    CHECK(picture.width == 64);
    CHECK(test::at(picture, 63, 47) == app::map_colours(app::Theme::light).ground);
}

TEST_CASE("A picture survives being written and read", "[picture]") {
    test::TemporaryFolder folder;
    app::Picture picture{3, 2, {}};
    for (int i = 0; i < 24; ++i) picture.rgba.push_back(static_cast<std::uint8_t>(i % 4 == 3 ? 255 : i * 10));
    app::write_png(picture, folder / "a.png");
    CHECK(app::read_png(folder / "a.png") == picture);
}

TEST_CASE("A broken picture is an error that names the file", "[picture]") {
    try {
        app::read_png(test::source_tree() / "CMakeLists.txt");
        FAIL("read a picture from a text");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "picture-broken");
        CHECK(error.problem().where.file.find("CMakeLists.txt") != std::string::npos);
    }
}

TEST_CASE("Drawing the map leaves the state that a user interface relies on", "[render]") {
    test::Stage stage(50, 50);
    app::Scene scene;
    scene.marks = std::make_shared<app::MarkLayer>(std::vector<app::Mark>{{.shape = geo::Shape::point({5, 5})}});
    stage.draw(scene, test::camera(50, 50), app::k_no_limit);
    glDisable(GL_BLEND);
    glEnable(GL_SCISSOR_TEST);
    glScissor(1, 2, 3, 4);
    glViewport(5, 6, 7, 8);
    glUseProgram(0);
    glBindFramebuffer(GL_FRAMEBUFFER, stage.headless.framebuffer());
    stage.draw(scene, test::camera(50, 50), app::k_no_limit);
    GLint box[4], program = -1, framebuffer = -1;
    glGetIntegerv(GL_SCISSOR_BOX, box);
    CHECK((box[0] == 1 && box[1] == 2 && box[2] == 3 && box[3] == 4));
    glGetIntegerv(GL_VIEWPORT, box);
    CHECK((box[0] == 5 && box[1] == 6 && box[2] == 7 && box[3] == 8));
    glGetIntegerv(GL_CURRENT_PROGRAM, &program);
    CHECK(program == 0);
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &framebuffer);
    CHECK(static_cast<std::uint32_t>(framebuffer) == stage.headless.framebuffer());
    CHECK(glIsEnabled(GL_SCISSOR_TEST));
    CHECK_FALSE(glIsEnabled(GL_BLEND));
    CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("Making a map leaves the window bound that the user interface draws into", "[render]") {
    const test::Stage stage(50, 50);
    glBindFramebuffer(GL_FRAMEBUFFER, stage.headless.framebuffer());
    const app::MapRenderer another;
    GLint framebuffer = -1;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &framebuffer);
    CHECK(static_cast<std::uint32_t>(framebuffer) == stage.headless.framebuffer());
}
