// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"
#include "app/core/keys.hpp"
#include "app/core/map_hand.hpp"
#include "app/ui/focus.hpp"
#include "app/ui/fonts.hpp"
#include "app/ui/registry.hpp"
#include "app/ui/row_tops.hpp"
#include "app/ui/theme.hpp"

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ui {

/// What panels and widgets need during a frame. Made by Face, lent to them.
struct Ui {
    app::Desk& desk;
    const Tokens* colours = nullptr;
    float scale = 1;  ///< device pixels for one pixel at 100 %
    Fonts fonts{};
    Registry registry{};  ///< of this frame, being filled
    Focus focus{};
    std::vector<app::Chord> keys{};  ///< pressed in this frame and not used yet
    double wheel = 0;                ///< of this frame, when the map has it
    double seconds = 0;
    /// What had the keyboard before a button went down. Contents that come and go with the keyboard follow this, so
    /// that nothing moves away between press and release.
    std::string calm_focus{};
    bool double_clicked = false;
    bool map_was_dragged = false;     ///< since the button went down on it
    std::optional<app::Drag> drag{};  ///< what it does
    std::function<std::uint32_t(const std::shared_ptr<const geo::Picture>&)> texture_of{};
    bool left_shown = true;  ///< the left column is there
    struct Tip {
        Rect by;
        std::string text{};
        bool pointed_at = false;
    };
    std::optional<Tip> tip{};      ///< that this frame shows
    std::optional<ImVec2> hush{};  ///< where a button went down: no tips there
    float tool_height = 0;         ///< of what stood in the tool panel in the last frame
    bool frames_wanted = false;    ///< what was drawn is not at rest yet
    int layer = 0;                 ///< of the widgets that are being drawn
    ImVec2 size{};                 ///< of the window, device pixels
    std::string scroll_wanted{};   ///< a widget that is to be brought into view
    Rect map{};                    ///< where the map is seen
    RowTops list_tops{};           ///< of the list of findings
    int drawer_layer = 0;          ///< of an open drawer
    RowHeights list_heights{};     ///< of its rows, by place in the snapshot

    app::State& state() { return desk.state(); }
    const Tokens& t() const { return *colours; }
    float px(float at_100) const { return at_100 * scale; }
    /// Uses a key of this frame up. @returns whether it was pressed
    bool take(const app::Chord& chord);
};

}  // namespace ui
