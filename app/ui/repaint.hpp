// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/ui.hpp"

#include <imgui.h>

#include <array>
#include <vector>

namespace ui {

/// What of the interface must be painted again. The panels around the map hardly ever change while it moves, and a
/// software renderer takes longer for them than for the map.
class Repaint {
public:
    /// Cuts what was built down to the map, which is painted anew in every frame, and the sides of it that differ from
    /// those of the call before: where it is painted must still show what was painted then.
    /// @param map device pixels, y down
    void keep_changed(ImDrawData& built, const Rect& map);
    /// The next call keeps everything.
    void forget() { sides_ = {}; }

private:
    static constexpr std::size_t k_sides = 4;  ///< above, below, left and right of the map
    struct Side {
        ImVec4 place{};
        std::vector<unsigned char> content{};  ///< of every list that shows something here
        bool has_pictures = false;             ///< which may be others under the same name
        bool is_as(const Side& before) const;
    };
    static Side side_of(const ImDrawData& built, const ImVec4& place);
    std::array<Side, k_sides> sides_{};
};

}  // namespace ui
