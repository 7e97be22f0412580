// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <variant>
#include <vector>

namespace app {

/// Keys by what is printed on them, else by their place on a US keyboard. Letters and digits have their ASCII code
/// ('A', '7'); all are below 512.
enum class Key : int {
    unknown = 0,
    space = 32,
    apostrophe = 39,
    comma = 44,
    minus = 45,
    period = 46,
    slash = 47,
    digit_0 = 48,
    digit_9 = 57,
    semicolon = 59,
    equal = 61,
    a = 65,
    z = 90,
    left_bracket = 91,
    backslash = 92,
    right_bracket = 93,
    grave = 96,
    escape = 256,
    enter,
    tab,
    backspace,
    insert,
    del,
    right,
    left,
    down,
    up,
    page_up,
    page_down,
    home,
    end,
    caps_lock = 280,
    scroll_lock,
    num_lock,
    print_screen,
    pause,
    f1 = 290,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    pad_0 = 320,
    pad_9 = 329,
    pad_decimal = 330,
    pad_divide,
    pad_multiply,
    pad_minus,
    pad_plus,
    pad_enter,
    pad_equal,
    left_shift = 340,
    left_control,
    left_alt,
    left_super,
    right_shift,
    right_control,
    right_alt,
    right_super,
    menu
};

struct Modifiers {
    bool shift = false, control = false, alt = false, super = false;
    bool operator==(const Modifiers&) const = default;
};

/// Places are device pixels from the left top corner of the window.
struct PointerMoved {
    double x = 0, y = 0;
};
struct PointerLeft {};
struct ButtonChanged {
    int button = 0;  ///< 0 left, 1 right, 2 middle
    bool pressed = false;
    Modifiers modifiers{};
};
/// Steps of a wheel, or fractions of them from a touch pad; positive is up and to the left.
struct Scrolled {
    double dx = 0, dy = 0;
};
struct KeyChanged {
    Key key = Key::unknown;
    bool pressed = false, repeated = false;
    Modifiers modifiers{};
};
struct Typed {
    char32_t character = 0;
};
struct Dropped {
    std::vector<std::filesystem::path> paths{};
};
struct Resized {
    int width = 0, height = 0;  ///< framebuffer, device pixels
};
struct DensityChanged {
    double pixel_ratio = 1.0;
};
struct FocusChanged {
    bool focused = false;
};
/// The window was uncovered or asks to be drawn again.
struct Exposed {};
struct CloseAsked {};

using Event = std::variant<PointerMoved, PointerLeft, ButtonChanged, Scrolled, KeyChanged, Typed, Dropped, Resized,
                           DensityChanged, FocusChanged, Exposed, CloseAsked>;

}  // namespace app
