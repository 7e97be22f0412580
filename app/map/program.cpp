// SPDX-License-Identifier: EUPL-1.2
#include "app/map/program.hpp"

#include "geo/base/files.hpp"
#include "geo/base/problem.hpp"

#include <array>

namespace app {
namespace {

[[noreturn]] void fail(const std::string& file, std::string detail) {
    throw base::Error({.code = "gl-failed",
                       .message = base::text("The map cannot be drawn: the graphics driver does not accept a shader."),
                       .where = {.file = file},
                       .advice = base::text("Update the graphics driver, or start with LIBGL_ALWAYS_SOFTWARE=1."),
                       .detail = std::move(detail)});
}

void add_stage(GLuint program, GLenum stage, const std::string& define, const std::string& body,
               const std::string& file) {
    auto shader = glCreateShader(stage);
    auto source = "#version 330 core\n#define " + define + "\n#line 1\n" + body;
    const char* text = source.c_str();
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    GLint fine = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &fine);
    if (!fine) {
        std::array<char, 4000> log{};
        glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
        glDeleteShader(shader);
        fail(file, log.data());
    }
    glAttachShader(program, shader);
    // It lives on as long as the program needs it.
    glDeleteShader(shader);
}

float share(std::uint8_t value) { return static_cast<float>(value) / 255.0F; }

}  // namespace

Program::Program(std::string_view name) : program_(gl::Owned<gl::ProgramKind>::make()) {
    auto path = base::assets_folder() / "shaders" / (std::string(name) + ".glsl");
    auto body = base::read_file(path);
    add_stage(program_.id(), GL_VERTEX_SHADER, "VERTEX", body, path.string());
    add_stage(program_.id(), GL_FRAGMENT_SHADER, "FRAGMENT", body, path.string());
    glLinkProgram(program_.id());
    GLint fine = GL_FALSE;
    glGetProgramiv(program_.id(), GL_LINK_STATUS, &fine);
    if (fine) return;
    std::array<char, 4000> log{};
    glGetProgramInfoLog(program_.id(), static_cast<GLsizei>(log.size()), nullptr, log.data());
    fail(path.string(), log.data());
}

GLint Program::place(const std::string& uniform) const {
    auto found = places_.find(uniform);
    if (found != places_.end()) return found->second;
    return places_[uniform] = glGetUniformLocation(program_.id(), uniform.c_str());
}

void Program::set_premultiplied(const std::string& uniform, Colour c) const {
    float a = share(c.a);
    set(uniform, share(c.r) * a, share(c.g) * a, share(c.b) * a, a);
}

void Program::set_plain(const std::string& uniform, Colour c) const {
    set(uniform, share(c.r), share(c.g), share(c.b), share(c.a));
}

}  // namespace app
