// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <epoxy/gl.h>

#include <utility>

namespace app::gl {

/// Owns one GL object. Belongs to the thread of its context and must go before the context does.
template <class Kind>
class Owned {
public:
    Owned() = default;
    static Owned make() {
        Owned object;
        object.id_ = Kind::make();
        return object;
    }
    ~Owned() { reset(); }
    Owned(Owned&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    Owned& operator=(Owned&& other) noexcept {
        if (this != &other) {
            reset();
            id_ = std::exchange(other.id_, 0);
        }
        return *this;
    }
    GLuint id() const { return id_; }
    explicit operator bool() const { return id_ != 0; }
    void reset() {
        if (id_ != 0) Kind::destroy(std::exchange(id_, 0));
    }

private:
    GLuint id_ = 0;
};

struct BufferKind {
    static GLuint make() {
        GLuint id = 0;
        glGenBuffers(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteBuffers(1, &id); }
};
struct TextureKind {
    static GLuint make() {
        GLuint id = 0;
        glGenTextures(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteTextures(1, &id); }
};
struct FramebufferKind {
    static GLuint make() {
        GLuint id = 0;
        glGenFramebuffers(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteFramebuffers(1, &id); }
};
struct RenderbufferKind {
    static GLuint make() {
        GLuint id = 0;
        glGenRenderbuffers(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteRenderbuffers(1, &id); }
};
struct VertexArrayKind {
    static GLuint make() {
        GLuint id = 0;
        glGenVertexArrays(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteVertexArrays(1, &id); }
};
struct ProgramKind {
    static GLuint make() { return glCreateProgram(); }
    static void destroy(GLuint id) { glDeleteProgram(id); }
};

using Buffer = Owned<BufferKind>;
using Texture = Owned<TextureKind>;
using Framebuffer = Owned<FramebufferKind>;
using Renderbuffer = Owned<RenderbufferKind>;
using VertexArray = Owned<VertexArrayKind>;

/// Puts back what a user interface around the map relies on.
class StateGuard {
public:
    StateGuard();
    ~StateGuard();
    StateGuard(const StateGuard&) = delete;
    StateGuard& operator=(const StateGuard&) = delete;

private:
    GLint read_ = 0, draw_ = 0, program_ = 0, vertex_array_ = 0, buffer_ = 0, texture_ = 0, unit_ = 0;
    GLint viewport_[4]{}, scissor_[4]{}, blend_[4]{};
    GLfloat clear_[4]{};
    GLboolean blends_ = GL_FALSE, scissors_ = GL_FALSE;
};

}  // namespace app::gl
