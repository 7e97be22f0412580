// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/draw.hpp"
#include "app/ui/ui.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ui {

/// All widgets stand at ImGui's cursor, one below the other unless same_line() is called, and put themselves into the
/// registry under their name.

enum class Weight { primary, plain, quiet };

struct ButtonLook {
    Weight weight = Weight::plain;
    std::string_view icon{};
    std::string reason{};    ///< why it cannot be used now
    std::string hint{};      ///< tooltip
    float width = 0;         ///< 0: as wide as its text; < 0: all there is
    bool icon_only = false;  ///< the label is then the tooltip
    bool chosen = false;
    float height = 0;  ///< 0: the theme's
    std::string group{};
};
bool button(Ui& ui, const std::string& name, const std::string& label, const ButtonLook& look = {});
/// As wide as its words want to be on one line.
float button_width(Ui& ui, const std::string& label, const ButtonLook& look = {});
/// The button of an action: text, icon, shortcut and reason come from the table. Dispatches when pressed.
bool action_button(Ui& ui, const std::string& name, std::string_view action, ButtonLook look = {},
                   const std::string& argument = {});

enum class Style { normal, strong, small, heading, title };
ImFont* font_of(const Ui& ui, Style style);
/// Wrapped to the width there is. With a name, scripts can read it. @param spare room left at the right, device pixels
void words(Ui& ui, std::string_view text, Style style, Colour colour, const std::string& name = {}, float spare = 0);
/// A line of a sign and words, as for a verdict.
void sign_and_words(Ui& ui, std::string_view sign, std::string_view text, Style style, Colour colour,
                    const std::string& name = {});
/// A button that reads like a line of text.
bool fold(Ui& ui, const std::string& name, const std::string& label, bool open);

struct FieldLook {
    std::string unit{};  ///< inside, at the right
    std::string placeholder{};
    std::string problem{};  ///< what is wrong with it, below
    std::string_view icon{};
    float width = 0;  ///< 0: all there is
    int lines = 1;
    bool required = false;
    bool label_shown = true;
};
/// @returns whether the text changed in this frame
bool text_field(Ui& ui, const std::string& name, const std::string& label, std::string& value,
                const FieldLook& look = {});

struct Option {
    std::string key, label;
    std::string_view icon{};
    std::string reason{};
};
/// One of a few, side by side where they fit and else below each other. Names are `name/key`. @returns whether another
/// was chosen
bool segments(Ui& ui, const std::string& name, std::span<const Option> options, std::string& chosen,
              bool icons_only = false);
/// One of many, unfolding. Names of the options are `name/key`.
bool choice(Ui& ui, const std::string& name, const std::string& label, std::span<const Option> options,
            std::string& chosen, float width = 0);
/// A field of a filter: unfolds into its values, each to be ticked. @param active something is ticked
/// @param options what there is, asked when it is open; fills in what is ticked. @returns the value that was pressed
std::optional<std::string> chip(Ui& ui, const std::string& name, const std::string& text, bool active,
                                const std::function<std::vector<Option>(std::vector<std::string>& ticked)>& options);
float chip_width(Ui& ui, const std::string& text);
bool checkbox(Ui& ui, const std::string& name, const std::string& label, bool checked, const std::string& group = {});

/// Between a label and its field, at 100 %: the focus ring fits in.
constexpr float k_label_gap = 5;
/// The name of what stands below it, nearer to that than to what stands above.
void label(Ui& ui, std::string_view text, float width = 0, const std::string& name = {});

/// A row of a list: ground, focus ring and name; the caller draws into `rect`.
struct Row {
    Rect rect;
    bool pressed = false, hovered = false;
};
Row row(Ui& ui, const std::string& name, std::string_view text, float height, bool chosen, const std::string& group,
        float width = 0);

/// A row that says something: title, smaller words below it, a sign before them. Both wrap, nothing is cut off.
struct RowLook {
    std::string below{};
    std::string_view icon{};
    std::optional<std::optional<audit::Severity>> severity{};  ///< its sign instead of an icon
    std::string group{};
    bool strong = false, chosen = false, done = false;  ///< done: a tick before the words below
    float width = 0;                                    ///< 0: all there is
    float indent = 0;                                   ///< at 100 %
};
float text_row_height(Ui& ui, const std::string& title, const RowLook& look);
Row text_row(Ui& ui, const std::string& name, const std::string& title, const RowLook& look = {});

void same_line(Ui& ui, float gap = 8);
void space(Ui& ui, float height);
void hairline(Ui& ui);
/// Registers something that is drawn by hand.
Widget& note(Ui& ui, const std::string& name, const Rect& rect, std::string_view text);
float content_width();

/// The parts that widgets are made of.
struct Pressable {
    Rect rect;
    bool pressed = false, hovered = false, held = false, focused = false;
};
Pressable pressable(Ui& ui, const std::string& name, ImVec2 size, std::string_view text, const std::string& reason,
                    const std::string& group = {});

/// Tells what this is, beside it, while it is pointed at or has the keyboard. One at a time is shown, and none where
/// somebody just pressed: whoever presses knows. @param always also there: a reason why nothing happened
void tip(Ui& ui, const Pressable& by, std::string_view text, bool always = false);
/// What the frame has to tell, after everything else was drawn.
void draw_tip(Ui& ui);

}  // namespace ui
