// SPDX-License-Identifier: EUPL-1.2
#include "app/platform/gl_debug.hpp"

#include <epoxy/gl.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

namespace app {
namespace {

void on_message(GLenum, GLenum type, GLuint, GLenum, GLsizei, const GLchar* message, const void*) {
    if (type != GL_DEBUG_TYPE_ERROR) return;
    spdlog::critical("OpenGL: {}", message);
    std::abort();
}

}  // namespace

void report_gl_errors() {
    if (!k_gl_checked || !epoxy_has_gl_extension("GL_KHR_debug")) return;
    glEnable(GL_DEBUG_OUTPUT);
    // In the call that made the mistake, so that a debugger shows it.
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(on_message, nullptr);
}

}  // namespace app
