// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/focus.hpp"

#include <algorithm>

namespace ui {

using app::Key;

int top_layer(const Registry& registry) {
    int top = 0;
    for (const auto& widget : registry.all())
        if (widget.focusable) top = std::max(top, widget.layer);
    return top;
}

void Focus::set(std::string name) {
    if (name == current_) return;
    current_ = std::move(name);
    just_moved = true;
    text_is_active = false;
    text_is_wanted = true;
    waited_frames = 0;
}

void Focus::step(const Registry& last, int by, bool in_group) {
    const auto* now = last.find(current_);
    const int layer = top_layer(last);
    std::vector<const Widget*> candidates;
    for (const auto& widget : last.all()) {
        if (!widget.focusable || widget.layer != layer) continue;
        if (in_group && (!now || widget.group != now->group)) continue;
        // A group is one stop of Tab, at the member that had the keyboard or else its first.
        const bool same_group = !widget.group.empty() && now && widget.group == now->group;
        if (!in_group && same_group && &widget != now) continue;
        const bool first = candidates.empty() || candidates.back()->group != widget.group;
        if (!in_group && !widget.group.empty() && !same_group && !first) continue;
        candidates.push_back(&widget);
    }
    if (candidates.empty()) return;
    const auto at = std::find(candidates.begin(), candidates.end(), now);
    const int count = static_cast<int>(candidates.size());
    int index = at == candidates.end() ? (by > 0 ? 0 : count - 1) : static_cast<int>(at - candidates.begin()) + by;
    index = in_group ? std::clamp(index, 0, count - 1) : (index + count) % count;
    set(candidates[static_cast<std::size_t>(index)]->name);
}

void Focus::move(const Registry& last, std::vector<app::Chord>& keys) {
    activated_ = false;
    const auto* now = last.find(current_);
    const bool grouped = now && !now->group.empty() && now->group.front() != '*';
    std::erase_if(keys, [&](const app::Chord& chord) {
        if (chord.key == Key::tab && !chord.ctrl && !chord.alt) {
            step(last, chord.shift ? -1 : 1, false);
            return true;
        }
        if (grouped && !text_is_active && (chord.is(Key::down) || chord.is(Key::right)))
            return step(last, 1, true), true;
        if (grouped && !text_is_active && (chord.is(Key::up) || chord.is(Key::left))) return step(last, -1, true), true;
        const bool acts = chord.is(Key::enter) || (chord.is(Key::space) && !text_is_active);
        if (acts && now && current_ != "map" && !(text_is_active && many_lines)) {
            activated_ = true;
            return true;
        }
        return false;
    });
}

void Focus::mend(const Registry& last) {
    constexpr int patience_frames = 4;  // a row that has to be scrolled to is drawn a frame or two later
    if (text_is_wanted && ++waited_frames > patience_frames) text_is_wanted = false;
    const int layer = top_layer(last);
    const auto* now = last.find(current_);
    if (now && now->layer == layer) return;
    if (!now && layer == 0 && !text_is_wanted) return set("map");
    if (text_is_wanted && !now) return;  // it is about to be drawn
    for (const auto& widget : last.all())
        if (widget.focusable && widget.layer == layer) return set(widget.name);
}

}  // namespace ui
