// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/ui.hpp"

#include <deque>
#include <filesystem>

namespace ui {

/// Hands events to ImGui at the pace that it can see them: a move, a press and a release each in a frame of their own.
/// Window, scripts and tests all come this way.
class Input {
public:
    /// Tells ImGui which of its keys are which of ours. Once for a context.
    static void bind_keys();

    void send(const app::Event& event);
    bool is_empty() const { return waiting_.empty() && !key_is_down_; }
    /// Takes what one frame can take. Keys that are no text go to `ui.keys`.
    void feed(Ui& ui);
    std::vector<std::filesystem::path> take_dropped() { return std::exchange(dropped_, {}); }
    bool pointer_is_here() const { return pointer_is_here_; }

private:
    bool feed_one(Ui& ui, const app::Event& event);
    bool feed_key(Ui& ui, const app::KeyChanged& event);
    void release_keys();

    std::deque<app::Event> waiting_;
    std::vector<std::filesystem::path> dropped_;
    bool key_is_down_ = false, pointer_is_here_ = false;
    bool took_move_ = false, took_button_ = false, took_key_ = false, took_text_ = false;
    bool swallows_ = false;  ///< what the key types that was used up as a shortcut
    double pressed_at_ = -1;
    ImVec2 pressed_place_{};
};

}  // namespace ui
