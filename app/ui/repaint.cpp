// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/repaint.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

namespace ui {
namespace {

bool is_empty(const ImVec4& box) { return box.z <= box.x || box.w <= box.y; }

ImVec4 common(const ImVec4& a, const ImVec4& b) {
    return {std::max(a.x, b.x), std::max(a.y, b.y), std::min(a.z, b.z), std::min(a.w, b.w)};
}

/// The whole pixels that ImGui's renderer cuts a command to, so that a piece of it ends where the whole would.
ImVec4 pixels_of(const ImVec4& clip, float height) {
    const float left = std::trunc(clip.x), bottom = height - std::trunc(height - clip.w);
    return {left, bottom - std::trunc(clip.w - clip.y), left + std::trunc(clip.z - clip.x), bottom};
}

/// What a command really paints within its clip.
ImVec4 seen_of(const ImDrawList& list, const ImDrawCmd& command, float height) {
    ImVec4 box{FLT_MAX, FLT_MAX, -FLT_MAX, -FLT_MAX};
    for (unsigned i = 0; i < command.ElemCount; ++i) {
        const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
        const auto& at = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)].pos;
        box = {std::min(box.x, at.x), std::min(box.y, at.y), std::max(box.z, at.x), std::max(box.w, at.y)};
    }
    const ImVec4 pixels{std::floor(box.x), std::floor(box.y), std::ceil(box.z), std::ceil(box.w)};
    return common(pixels_of(command.ClipRect, height), pixels);
}

template <class T>
void append(std::vector<unsigned char>& bytes, const ImVector<T>& items) {
    const auto* begin = reinterpret_cast<const unsigned char*>(items.Data);
    const auto size = static_cast<std::size_t>(items.size_in_bytes());
    const auto* length = reinterpret_cast<const unsigned char*>(&size);
    bytes.insert(bytes.end(), length, length + sizeof size);
    bytes.insert(bytes.end(), begin, begin + size);
}

/// @param places that do not overlap
void cut(ImDrawData& built, const std::vector<ImVec4>& places) {
    for (int i = 0; i < built.CmdListsCount; ++i) {
        ImVector<ImDrawCmd> kept;
        for (auto command : built.CmdLists[i]->CmdBuffer) {
            const auto pixels = pixels_of(command.ClipRect, built.DisplaySize.y);
            for (const auto& place : places) {
                command.ClipRect = common(pixels, place);
                if (!is_empty(command.ClipRect)) kept.push_back(command);
            }
        }
        built.CmdLists[i]->CmdBuffer.swap(kept);
    }
}

}  // namespace

Repaint::Side Repaint::side_of(const ImDrawData& built, const ImVec4& place) {
    Side side{.place = place};
    const auto atlas = ImGui::GetIO().Fonts->TexID;
    for (int i = 0; i < built.CmdListsCount; ++i) {
        const auto& list = *built.CmdLists[i];
        bool is_seen = false;
        for (const auto& command : list.CmdBuffer) {
            if (is_empty(common(seen_of(list, command, built.DisplaySize.y), place))) continue;
            is_seen = true;
            side.has_pictures |= command.TextureId != atlas;
        }
        if (!is_seen) continue;
        append(side.content, list.VtxBuffer);
        append(side.content, list.IdxBuffer);
        append(side.content, list.CmdBuffer);
    }
    return side;
}

bool Repaint::Side::is_as(const Side& before) const {
    const auto edges = [](const ImVec4& box) { return std::array{box.x, box.y, box.z, box.w}; };
    return edges(place) == edges(before.place) && !has_pictures && !before.has_pictures && content == before.content;
}

void Repaint::keep_changed(ImDrawData& built, const Rect& map) {
    const float width = built.DisplaySize.x, height = built.DisplaySize.y;
    const auto middle =
        common({std::floor(map.x0), std::floor(map.y0), std::ceil(map.x1), std::ceil(map.y1)}, {0, 0, width, height});
    const std::array<ImVec4, k_sides> around{{{0, 0, width, middle.y},
                                              {0, middle.w, width, height},
                                              {0, middle.y, middle.x, middle.w},
                                              {middle.z, middle.y, width, middle.w}}};
    std::vector<ImVec4> painted{middle};
    for (std::size_t i = 0; i < k_sides; ++i) {
        auto side = side_of(built, around[i]);
        if (!side.is_as(sides_[i])) painted.push_back(around[i]);
        sides_[i] = std::move(side);
    }
    if (painted.size() <= k_sides) cut(built, painted);
}

}  // namespace ui
