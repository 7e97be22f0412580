// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

/// Device pixels on the window, y down.
struct Rect {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float width() const { return x1 - x0; }
    float height() const { return y1 - y0; }
    bool contains(float x, float y) const { return x >= x0 && x < x1 && y >= y0 && y < y1; }
};

/// What was drawn where, by name. Scripts and tests find widgets here, the keyboard finds the next one.
struct Widget {
    std::string name;  ///< `area/part[/key]`
    Rect rect{};
    std::string text{};    ///< what it says
    std::string reason{};  ///< why it cannot be used now; empty: it can
    bool focusable = false;
    bool in_view = true;  ///< false: scrolled away
    bool cut = false;     ///< its text is larger than its place
    int layer = 0;        ///< higher ones lie over lower ones and keep the keyboard
    std::string group{};  ///< one stop of Tab; arrows move inside it. With a “*” in front its panel moves by itself
};

/// A text as it was drawn, and on what: tests find here what is cut off, lies over something else or cannot be read.
struct Drawn {
    std::string text{};
    Rect rect{};                             ///< that the letters take
    Rect panel{};                            ///< of the panel they stand in, without its padding
    const void* window = nullptr;            ///< which panel that is
    std::uint32_t colour = 0, ground = 0;    ///< 0xRRGGBB
    bool has_ground = false;                 ///< something of ours was filled behind it
    bool panel_scrolls = false;              ///< then it may lie below
    bool shortened = false, broken = false;  ///< ends in “…”; has a word that is wider than its place
};

/// The widgets of one frame, in reading order.
class Registry {
public:
    void clear() {
        widgets_.clear();
        drawn_.clear();
    }
    /// Texts are kept only where somebody looks at them.
    bool keeps_drawn = false;
    std::vector<Drawn>& drawn() { return drawn_; }
    const std::vector<Drawn>& drawn() const { return drawn_; }
    Widget& add(Widget widget) {
        widgets_.push_back(std::move(widget));
        return widgets_.back();
    }
    Widget& last() { return widgets_.back(); }
    /// What lies in this layer is being closed: it keeps the keyboard no longer.
    void close_layer(int layer) {
        for (auto& widget : widgets_)
            if (widget.layer == layer) widget.focusable = false;
    }
    const std::vector<Widget>& all() const { return widgets_; }
    const Widget* find(std::string_view name) const {
        for (const auto& widget : widgets_)
            if (widget.name == name) return &widget;
        return nullptr;
    }

private:
    std::vector<Widget> widgets_;
    std::vector<Drawn> drawn_;
};

}  // namespace ui
