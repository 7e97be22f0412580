// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/gl.hpp"
#include "app/scene/style.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace app {

/// A shader program of one file in assets/shaders; the file holds both stages.
class Program {
public:
    /// @param name "fill" for assets/shaders/fill.glsl
    /// @throws base::Error code "gl-failed" naming the file, with the compiler's words
    explicit Program(std::string_view name);

    void use() const { glUseProgram(program_.id()); }
    void set(const std::string& uniform, float x) const { glUniform1f(place(uniform), x); }
    void set(const std::string& uniform, float x, float y) const { glUniform2f(place(uniform), x, y); }
    void set(const std::string& uniform, float x, float y, float z) const { glUniform3f(place(uniform), x, y, z); }
    void set(const std::string& uniform, float x, float y, float z, float w) const {
        glUniform4f(place(uniform), x, y, z, w);
    }
    void set(const std::string& uniform, int x) const { glUniform1i(place(uniform), x); }
    void set_premultiplied(const std::string& uniform, Colour colour) const;
    void set_plain(const std::string& uniform, Colour colour) const;

private:
    GLint place(const std::string& uniform) const;

    gl::Owned<gl::ProgramKind> program_;
    mutable std::unordered_map<std::string, GLint> places_;
};

}  // namespace app
