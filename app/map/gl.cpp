// SPDX-License-Identifier: EUPL-1.2
#include "app/map/gl.hpp"

namespace app::gl {
namespace {

void set(GLenum what, GLboolean on) {
    if (on) {
        glEnable(what);
    } else {
        glDisable(what);
    }
}

GLuint name(GLint value) { return static_cast<GLuint>(value); }
GLenum word(GLint value) { return static_cast<GLenum>(value); }

}  // namespace

StateGuard::StateGuard() : blends_(glIsEnabled(GL_BLEND)), scissors_(glIsEnabled(GL_SCISSOR_TEST)) {
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &read_);
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &draw_);
    glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
    glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertex_array_);
    glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &buffer_);
    glGetIntegerv(GL_ACTIVE_TEXTURE, &unit_);
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture_);
    glGetIntegerv(GL_VIEWPORT, viewport_);
    glGetIntegerv(GL_SCISSOR_BOX, scissor_);
    glGetIntegerv(GL_BLEND_SRC_RGB, &blend_[0]);
    glGetIntegerv(GL_BLEND_DST_RGB, &blend_[1]);
    glGetIntegerv(GL_BLEND_SRC_ALPHA, &blend_[2]);
    glGetIntegerv(GL_BLEND_DST_ALPHA, &blend_[3]);
    glGetFloatv(GL_COLOR_CLEAR_VALUE, clear_);
}

StateGuard::~StateGuard() {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, name(read_));
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, name(draw_));
    glUseProgram(name(program_));
    glBindVertexArray(name(vertex_array_));
    glBindBuffer(GL_ARRAY_BUFFER, name(buffer_));
    glActiveTexture(word(unit_));
    glBindTexture(GL_TEXTURE_2D, name(texture_));
    glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
    glScissor(scissor_[0], scissor_[1], scissor_[2], scissor_[3]);
    glBlendFuncSeparate(word(blend_[0]), word(blend_[1]), word(blend_[2]), word(blend_[3]));
    glClearColor(clear_[0], clear_[1], clear_[2], clear_[3]);
    set(GL_BLEND, blends_);
    set(GL_SCISSOR_TEST, scissors_);
}

}  // namespace app::gl
