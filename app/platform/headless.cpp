// SPDX-License-Identifier: EUPL-1.2
#include "app/platform/headless.hpp"

#include "app/platform/gl_debug.hpp"
#include "geo/base/problem.hpp"

#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

[[noreturn]] void fail(const char* step) {
    throw base::Error({.code = "gl-missing",
                       .message = base::text("Pictures cannot be drawn on this computer: OpenGL 3.3 is missing."),
                       .advice = base::text("Install the package libgl1-mesa-dri and try again."),
                       .detail = fmt::format("{}: EGL error 0x{:x}", step, eglGetError())});
}

EGLDisplay open_display() {
    // Surfaceless first: it needs neither a screen nor a graphics device nor the right to use one.
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        auto display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
        if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr)) return display;
    }
    auto display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    if (display == EGL_NO_DISPLAY || !eglInitialize(display, nullptr, nullptr)) fail("eglInitialize");
    return display;
}

EGLContext make_context(EGLDisplay display) {
    const EGLint config_wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    if (!eglChooseConfig(display, config_wanted, &config, 1, &found) || found == 0) config = EGL_NO_CONFIG_KHR;
    if (!eglBindAPI(EGL_OPENGL_API)) fail("eglBindAPI");
    const EGLint context_wanted[] = {EGL_CONTEXT_MAJOR_VERSION,
                                     3,
                                     EGL_CONTEXT_MINOR_VERSION,
                                     3,
                                     EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                     EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                     EGL_CONTEXT_OPENGL_DEBUG,
                                     k_gl_checked ? EGL_TRUE : EGL_FALSE,
                                     EGL_NONE};
    auto context = eglCreateContext(display, config, EGL_NO_CONTEXT, context_wanted);
    if (context == EGL_NO_CONTEXT) fail("eglCreateContext");
    return context;
}

}  // namespace

struct Headless::Pimpl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    GLuint framebuffer = 0, colour = 0;
    int width = 1, height = 1;

    void make_storage() const {
        glBindRenderbuffer(GL_RENDERBUFFER, colour);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
    }
    ~Pimpl() {
        if (context != EGL_NO_CONTEXT) {
            glDeleteFramebuffers(1, &framebuffer);
            glDeleteRenderbuffers(1, &colour);
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
        if (display != EGL_NO_DISPLAY) eglTerminate(display);
    }
};

Headless::Headless(int width, int height) : pimpl_(std::make_unique<Pimpl>()) {
    pimpl_->display = open_display();
    auto context = make_context(pimpl_->display);
    if (!eglMakeCurrent(pimpl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) {
        eglDestroyContext(pimpl_->display, context);
        fail("eglMakeCurrent");
    }
    pimpl_->context = context;
    report_gl_errors();
    glGenFramebuffers(1, &pimpl_->framebuffer);
    glGenRenderbuffers(1, &pimpl_->colour);
    resize(width, height);
}

Headless::~Headless() = default;

std::uint32_t Headless::framebuffer() const { return pimpl_->framebuffer; }
int Headless::width() const { return pimpl_->width; }
int Headless::height() const { return pimpl_->height; }

void Headless::resize(int width, int height) {
    pimpl_->width = std::max(1, width);
    pimpl_->height = std::max(1, height);
    pimpl_->make_storage();
}

void Headless::bind() const { glBindFramebuffer(GL_FRAMEBUFFER, pimpl_->framebuffer); }

void Headless::finish() { glFinish(); }

}  // namespace app
