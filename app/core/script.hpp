// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"
#include "app/core/events.hpp"
#include "app/core/keys.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// A widget as a script sees it.
struct SeenWidget {
    Pixel middle{};  ///< on the window, device pixels
    std::string text{};
    bool enabled = true;
    bool in_view = true;  ///< false: scrolled away
};

/// What the player needs of the window, or of what stands in for it in tests.
class ScriptHost {
public:
    virtual ~ScriptHost() = default;
    virtual Desk& desk() = 0;
    virtual std::optional<SeenWidget> widget(const std::string& name) = 0;
    virtual void scroll_to(const std::string& name) = 0;
    /// As if a person had done it: it goes the way of all input.
    virtual void send(const Event& event) = 0;
    /// Everything sent has been taken in and drawn.
    virtual bool input_taken() const = 0;
    /// Loading, tiles and jobs are done.
    virtual bool settled() const = 0;
    virtual Pixel map_corner() const = 0;  ///< left top of the map panel on the window
    /// Of the window with everything sent so far: it takes some frames.
    virtual void take_picture(const std::filesystem::path& png) = 0;
    virtual bool is_taking_picture() const = 0;
    virtual double seconds() const = 0;  ///< of a steady clock
    virtual void note_settle(const std::string& view, double milliseconds) = 0;
};

struct ScriptStep {
    int line = 0;
    std::vector<std::string> words{};
};

/// @throws base::Error code "script-…" naming file and line
std::vector<ScriptStep> parse_script(std::string_view text, const std::string& file);

/// Carries out a script, a bit of it before each frame. Belongs to the main thread.
class ScriptPlayer {
public:
    ScriptPlayer(std::vector<ScriptStep> steps, std::string file, ScriptHost& host);
    enum class Result { running, finished };
    /// @throws base::Error code "script-failed" saying what was expected and what was there
    Result advance();

    /// What a step does now. Returns true when it is done.
    using Verb = bool (ScriptPlayer::*)(const std::vector<std::string>& words);

private:
    bool layer(const std::vector<std::string>& words);
    bool open(const std::vector<std::string>& words);
    bool fit(const std::vector<std::string>& words);
    bool view(const std::vector<std::string>& words);
    bool pan(const std::vector<std::string>& words);
    bool zoom(const std::vector<std::string>& words);
    bool settle(const std::vector<std::string>& words);
    bool mode(const std::vector<std::string>& words);
    bool click(const std::vector<std::string>& words);
    bool map(const std::vector<std::string>& words);
    bool type(const std::vector<std::string>& words);
    bool key(const std::vector<std::string>& words);
    bool drop(const std::vector<std::string>& words);
    bool expect(const std::vector<std::string>& words);
    bool shot(const std::vector<std::string>& words);
    bool wait(const std::vector<std::string>& words);
    bool perform(const std::vector<std::string>& words);
    bool quit(const std::vector<std::string>& words);

    friend struct VerbTable;
    bool press_at(Pixel place);
    bool click_widget(const std::string& name);
    void send_key(const Chord& chord);
    bool waited_too_long() const;
    [[noreturn]] void fail(base::Text message) const;
    void need_success() const;
    std::filesystem::path path_of(const std::string& word) const;

    std::vector<ScriptStep> steps_;
    std::string file_;
    ScriptHost& host_;
    std::size_t now_ = 0;
    std::size_t begun_ = 0;  ///< the step that `began_` belongs to, counted from 1
    int phase_ = 0;          ///< of the step under way: frames since it began
    static constexpr Pixel k_nowhere{-1, -1};
    Pixel place_ = k_nowhere;     ///< of the widget that is being clicked, when it was last seen
    std::uint64_t failures_ = 0;  ///< of the desk, before the step under way
    base::JobId job_ = 0;         ///< that the step under way waits for
    double began_ = 0;            ///< when the step under way began
    std::string last_view_;       ///< the words of the last step that moved the map
    double moved_at_ = 0;
};

}  // namespace app
