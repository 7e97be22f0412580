// SPDX-License-Identifier: EUPL-1.2
#include "app/platform/window.hpp"

#include "app/platform/gl_debug.hpp"
#include "geo/base/problem.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <epoxy/gl.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

namespace app {
namespace {

static_assert(static_cast<int>(Key::escape) == GLFW_KEY_ESCAPE && static_cast<int>(Key::end) == GLFW_KEY_END);
static_assert(static_cast<int>(Key::f12) == GLFW_KEY_F12 && static_cast<int>(Key::pad_equal) == GLFW_KEY_KP_EQUAL);
static_assert(static_cast<int>(Key::menu) == GLFW_KEY_MENU && static_cast<int>(Key::pause) == GLFW_KEY_PAUSE);

// wake() may come from any thread at any moment; GLFW must not be called before and after the window's life.
std::atomic<int> windows_alive{0};

std::string last_glfw_error() {
    const char* description = nullptr;
    glfwGetError(&description);
    return description ? description : "";
}

[[noreturn]] void fail_without_display() {
    throw base::Error(
        {.code = "no-display",
         .message = base::text("There is no screen to show a window on."),
         .advice = base::text("Log in to a desktop, or make pictures without one: doorgang --headless --shot map.png"),
         .detail = last_glfw_error()});
}

[[noreturn]] void fail_without_gl() {
    throw base::Error({.code = "gl-missing",
                       .message = base::text("The window cannot be opened: OpenGL 3.3 is missing."),
                       .advice = base::text("Install the package libgl1-mesa-dri and try again."),
                       .detail = last_glfw_error()});
}

Modifiers modifiers_of(int bits) {
    return {.shift = (bits & GLFW_MOD_SHIFT) != 0,
            .control = (bits & GLFW_MOD_CONTROL) != 0,
            .alt = (bits & GLFW_MOD_ALT) != 0,
            .super = (bits & GLFW_MOD_SUPER) != 0};
}

double density_of(GLFWwindow* window) {
    float across = 1, down = 1;
    glfwGetWindowContentScale(window, &across, &down);
    return std::clamp(static_cast<double>(std::max(across, down)), 0.5, 8.0);
}

/// Letters and signs go by what is printed on the key, so that Ctrl+Z is where the person's own layout has its Z. A
/// layout without Latin letters keeps the places of a US keyboard; so do the digits, which some layouts shift.
Key key_of(int key, int scancode) {
    const bool digit = key >= GLFW_KEY_0 && key <= GLFW_KEY_9;
    const char* name =
        key > GLFW_KEY_SPACE && key < GLFW_KEY_ESCAPE && !digit ? glfwGetKeyName(key, scancode) : nullptr;
    if (!name || name[0] <= 32 || name[0] == 127 || name[1] != 0) return static_cast<Key>(key);
    if (name[0] == '+') return Key::equal;
    return static_cast<Key>(name[0] >= 'a' && name[0] <= 'z' ? name[0] - 'a' + 'A' : name[0]);
}

int glfw_shape(Cursor cursor) {
    switch (cursor) {
        case Cursor::arrow:
            return GLFW_ARROW_CURSOR;
        case Cursor::hand:
            return GLFW_HAND_CURSOR;
        case Cursor::cross_hair:
            return GLFW_CROSSHAIR_CURSOR;
        case Cursor::text:
            return GLFW_IBEAM_CURSOR;
        case Cursor::resize_across:
            return GLFW_HRESIZE_CURSOR;
        case Cursor::resize_down:
            return GLFW_VRESIZE_CURSOR;
    }
    return GLFW_ARROW_CURSOR;
}

}  // namespace

struct Window::Pimpl {
    GLFWwindow* window = nullptr;
    std::vector<Event> events{};
    std::array<GLFWcursor*, 6> cursors{};
    Cursor cursor = Cursor::arrow;

    static Pimpl& of(GLFWwindow* window) { return *static_cast<Pimpl*>(glfwGetWindowUserPointer(window)); }
    static void add(GLFWwindow* window, Event event) { of(window).events.push_back(std::move(event)); }

    /// GLFW tells places in screen units; on some desktops several device pixels make one.
    static PointerMoved in_device_pixels(GLFWwindow* window, double x, double y) {
        int window_width = 1, window_height = 1, width = 1, height = 1;
        glfwGetWindowSize(window, &window_width, &window_height);
        glfwGetFramebufferSize(window, &width, &height);
        return {x * width / std::max(1, window_width), y * height / std::max(1, window_height)};
    }

    void listen_to_pointer() const {
        glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) { add(w, in_device_pixels(w, x, y)); });
        glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
            if (!entered) add(w, PointerLeft{});
        });
        glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int modifiers) {
            add(w, ButtonChanged{button, action == GLFW_PRESS, modifiers_of(modifiers)});
        });
        glfwSetScrollCallback(window, [](GLFWwindow* w, double dx, double dy) { add(w, Scrolled{dx, dy}); });
        glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
            add(w, Dropped{std::vector<std::filesystem::path>(paths, paths + count)});
        });
    }

    void listen_to_keys() const {
        glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int modifiers) {
            if (key < 0) return;
            add(w, KeyChanged{key_of(key, scancode), action != GLFW_RELEASE, action == GLFW_REPEAT,
                              modifiers_of(modifiers)});
        });
        glfwSetCharCallback(window, [](GLFWwindow* w, unsigned character) { add(w, Typed{character}); });
    }

    void listen_to_window() const {
        glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int width, int height) {
            add(w, Resized{width, height});
        });
        glfwSetWindowContentScaleCallback(window,
                                          [](GLFWwindow* w, float, float) { add(w, DensityChanged{density_of(w)}); });
        glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) { add(w, FocusChanged{focused != 0}); });
        glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { add(w, Exposed{}); });
        glfwSetWindowCloseCallback(window, [](GLFWwindow* w) {
            // The program decides: something may still have to be kept.
            glfwSetWindowShouldClose(w, GLFW_FALSE);
            add(w, CloseAsked{});
        });
    }

    ~Pimpl() {
        for (auto* shape : cursors) {
            if (shape) glfwDestroyCursor(shape);
        }
        if (window) glfwDestroyWindow(window);
        glfwTerminate();
    }
};

Window::Window(const WindowOptions& options) {
    glfwSetErrorCallback([](int, const char* message) { spdlog::debug("GLFW: {}", message); });
    if (!glfwInit()) fail_without_display();
    pimpl_ = std::make_unique<Pimpl>();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT, k_gl_checked ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, options.application_id.c_str());
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, options.application_id.c_str());
    pimpl_->window = glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
    if (!pimpl_->window) fail_without_gl();
    glfwSetWindowUserPointer(pimpl_->window, pimpl_.get());
    glfwMakeContextCurrent(pimpl_->window);
    report_gl_errors();
    // Presenting waits for the screen: no torn pictures, and no more frames than can be seen.
    glfwSwapInterval(1);
    pimpl_->listen_to_pointer();
    pimpl_->listen_to_keys();
    pimpl_->listen_to_window();
    ++windows_alive;
}

Window::~Window() { --windows_alive; }

std::vector<Event> Window::wait(double seconds) {
    if (!pimpl_->events.empty() || !(seconds > 0)) {
        glfwPollEvents();
    } else {
        glfwWaitEventsTimeout(std::min(seconds, 3600.0));
    }
    return std::exchange(pimpl_->events, {});
}

void Window::wake() {
    if (windows_alive > 0) glfwPostEmptyEvent();
}

void Window::bind() { glBindFramebuffer(GL_FRAMEBUFFER, 0); }

void Window::present() { glfwSwapBuffers(pimpl_->window); }

int Window::width() const {
    int width = 0;
    glfwGetFramebufferSize(pimpl_->window, &width, nullptr);
    return width;
}

int Window::height() const {
    int height = 0;
    glfwGetFramebufferSize(pimpl_->window, nullptr, &height);
    return height;
}

double Window::pixel_ratio() const { return density_of(pimpl_->window); }

void Window::set_title(const std::string& title) { glfwSetWindowTitle(pimpl_->window, title.c_str()); }

void Window::set_cursor(Cursor cursor) {
    if (cursor == pimpl_->cursor) return;
    pimpl_->cursor = cursor;
    auto& shape = pimpl_->cursors[static_cast<std::size_t>(cursor)];
    if (!shape) shape = glfwCreateStandardCursor(glfw_shape(cursor));
    glfwSetCursor(pimpl_->window, shape);
}

std::string Window::clipboard() const {
    const char* text = glfwGetClipboardString(pimpl_->window);
    return text ? text : "";
}

void Window::set_clipboard(const std::string& text) { glfwSetClipboardString(pimpl_->window, text.c_str()); }

}  // namespace app
