// SPDX-License-Identifier: EUPL-1.2
#include "app/core/map_hand.hpp"
#include "app/core/script.hpp"
#include "app/scene/letters.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

namespace app {

using Words = std::vector<std::string>;

namespace {

std::optional<double> number(const std::string& word) { return base::parse_number(word); }

std::string joined(const Words& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string names_of_jobs(const Desk& desk) {
    std::string names;
    for (const auto& job : desk.work()) names += (names.empty() ? "" : ", ") + base::say(job.name);
    return names.empty() ? "-" : names;
}

}  // namespace

bool ScriptPlayer::layer(const Words& words) {
    if (!host_.desk().state().snapshot) {  // the first dossier is still being opened
        if (waited_too_long()) fail(base::text("No dossier was open after 10 seconds."));
        phase_ = -1;  // begin in the next frame
        return false;
    }
    if (phase_ == 0) {
        host_.desk().state().wants_fit = true;
        failures_ = host_.desk().failures();
        job_ = host_.desk().add_layers(path_of(words[1]), {}, words.size() > 3 ? words[3] : "",
                                       words.size() > 2 ? words[2] : "");
        return false;
    }
    need_success();
    return !host_.desk().is_at_work(job_);
}

bool ScriptPlayer::open(const Words& words) {
    if (phase_ == 0) {
        failures_ = host_.desk().failures();
        host_.desk().open(path_of(words[1]));
        return false;
    }
    need_success();
    return host_.desk().store().idle();
}

/// What the window shows as a message ends a script.
void ScriptPlayer::need_success() const {
    if (host_.desk().failures() == failures_) return;
    fail(base::text("It went wrong: {message}", {{"message", base::say(host_.desk().state().notice->problem)}}));
}

bool ScriptPlayer::fit(const Words& words) {
    auto& state = host_.desk().state();
    geo::Box box;
    if (words.size() == 1) box = host_.desk().views().everything();
    for (const auto& layer : host_.desk().layers().all())
        if (words.size() > 1 && layer.source.name == words[1]) box = layer.extent();
    if (box.is_empty()) {
        if (waited_too_long()) fail(base::text("There was nothing to fit after 10 seconds."));
        return false;
    }
    state.wants_fit = false;
    state.camera = state.camera.fitted(box);
    last_view_ = joined(words);
    moved_at_ = host_.seconds();
    return true;
}

bool ScriptPlayer::view(const Words& words) {
    const auto x = number(words[1]), y = number(words[2]), width = number(words[3]);
    if (!x || !y || !width || *width <= 0) fail(base::text("“view” takes x, y and a width in metres."));
    auto& camera = host_.desk().state().camera;
    if (camera.width <= 1) return false;
    host_.desk().state().wants_fit = false;
    camera.view = {{*x, *y}, *width / camera.width};
    last_view_ = joined(words);
    moved_at_ = host_.seconds();
    return true;
}

bool ScriptPlayer::pan(const Words& words) {
    const auto dx = number(words[1]), dy = number(words[2]), frames = number(words[3]);
    if (!dx || !dy || !frames || *frames < 1) fail(base::text("“pan” takes pixels across, pixels down and frames."));
    drag_map(host_.desk(), *dx / *frames, *dy / *frames);
    last_view_ = joined(words);
    moved_at_ = host_.seconds();
    return phase_ + 1 >= *frames;
}

bool ScriptPlayer::zoom(const Words& words) {
    const auto factor = number(words[1]), frames = number(words[2]);
    if (!factor || !frames || *factor <= 0 || *frames < 1) fail(base::text("“zoom” takes a factor and frames."));
    zoom_map(host_.desk(), std::pow(*factor, 1 / *frames), host_.desk().state().camera.middle());
    last_view_ = joined(words);
    moved_at_ = host_.seconds();
    return phase_ + 1 >= *frames;
}

bool ScriptPlayer::settle(const Words&) {
    // Two frames at least: what was changed just now is not yet known to be missing.
    if (phase_ < 2 || !host_.settled()) {
        constexpr double patience_seconds = 120;
        if (host_.seconds() - began_ > patience_seconds)
            fail(base::text("It was not at rest after 120 seconds. Still busy: {jobs}.",
                            {{"jobs", names_of_jobs(host_.desk())}}));
        return false;
    }
    host_.note_settle(last_view_, (host_.seconds() - (last_view_.empty() ? began_ : moved_at_)) * 1000);
    return true;
}

bool ScriptPlayer::mode(const Words& words) {
    if (!action("mode-" + words[1])) fail(base::text("There is no mode “{mode}”.", {{"mode", words[1]}}));
    host_.desk().dispatch("mode-" + words[1]);
    return true;
}

bool ScriptPlayer::press_at(Pixel place) {
    switch (phase_ % 4) {
        case 0:
            host_.send(PointerMoved{place.x, place.y});
            return false;
        case 1:
            host_.send(ButtonChanged{.button = 0, .pressed = true});
            return false;
        case 2:
            host_.send(ButtonChanged{.button = 0, .pressed = false});
            return false;
        default:
            return true;
    }
}

bool ScriptPlayer::click_widget(const std::string& name) {
    const auto seen = host_.widget(name);
    if (phase_ == 0) {
        if (!seen || !seen->enabled) {
            if (!seen) host_.scroll_to(name);  // a row of a long list is made only where it is seen
            if (waited_too_long())
                fail(seen ? base::text("“{name}” cannot be used now.", {{"name", name}})
                          : base::text("“{name}” is not there.", {{"name", name}}));
            phase_ = -1;  // look again in the next frame
            return false;
        }
        if (!seen->in_view) {
            host_.scroll_to(name);
            if (waited_too_long()) fail(base::text("“{name}” cannot be brought into view.", {{"name", name}}));
            phase_ = -1;
            return false;
        }
        if (std::exchange(place_, seen->middle) != seen->middle) {  // something still scrolls
            phase_ = -1;
            return false;
        }
    }
    const bool done = press_at(place_);
    if (done) place_ = k_nowhere;
    return done;
}

bool ScriptPlayer::click(const Words& words) { return click_widget(words[1]); }

bool ScriptPlayer::map(const Words& words) {
    const auto x = number(words[1]), y = number(words[2]);
    if (!x || !y) fail(base::text("“map” takes the two coordinates of a position."));
    const auto place = host_.desk().state().camera.to_screen({*x, *y});
    const auto corner = host_.map_corner();
    return press_at({corner.x + place.x, corner.y + place.y});
}

bool ScriptPlayer::type(const Words& words) {
    if (phase_ < 4) {
        if (click_widget(words[1])) phase_ = 3;
        if (phase_ < 3) return false;
    }
    if (phase_ == 3) {  // what stood there is replaced
        send_key({.key = Key::a, .ctrl = true});
        return false;
    }
    if (words[2].empty()) send_key({.key = Key::del});
    for (const char32_t character : characters_of(words[2])) host_.send(Typed{character});
    return true;
}

void ScriptPlayer::send_key(const Chord& chord) {
    KeyChanged change{.key = chord.key, .pressed = true};
    change.modifiers = {.shift = chord.shift, .control = chord.ctrl, .alt = chord.alt};
    host_.send(change);
    change.pressed = false;
    host_.send(change);
}

bool ScriptPlayer::key(const Words& words) {
    const auto chord = parse_chord(words[1]);
    if (!chord) fail(base::text("“{key}” is no key.", {{"key", words[1]}}));
    send_key(*chord);
    return true;
}

bool ScriptPlayer::drop(const Words& words) {
    if (!std::filesystem::exists(path_of(words[1]))) fail(base::text("“{file}” is not there.", {{"file", words[1]}}));
    host_.send(Dropped{{path_of(words[1])}});
    return true;
}

bool ScriptPlayer::expect(const Words& words) {
    const auto seen = host_.widget(words[1]);
    if (seen && seen->text.find(words[2]) != std::string::npos) return true;
    if (!waited_too_long()) return false;
    if (!seen) fail(base::text("“{name}” is not there.", {{"name", words[1]}}));
    fail(base::text("“{name}” should say “{wanted}” but says “{said}”.",
                    {{"name", words[1]}, {"wanted", words[2]}, {"said", seen->text}}));
}

bool ScriptPlayer::shot(const Words& words) {
    if (phase_ == 0) host_.take_picture(path_of(words[1]));
    return !host_.is_taking_picture();  // nothing may happen before
}

bool ScriptPlayer::wait(const Words& words) {
    const auto seconds = number(words[1]);
    if (!seconds || *seconds < 0) fail(base::text("“wait” takes a number of seconds."));
    return host_.seconds() - began_ >= *seconds;
}

/// An action by its name, with its argument as one or several words; a refused one ends the script.
bool ScriptPlayer::perform(const Words& words) {
    const auto* wanted = action(words[1]);
    if (!wanted) fail(base::text("There is no action “{action}”.", {{"action", words[1]}}));
    if (phase_ == 0) {
        // What waits for a dossier may still come.
        if (refusal_of(*wanted, host_.desk().state()) && !waited_too_long()) {
            phase_ = -1;
            return false;
        }
        failures_ = host_.desk().failures();
        host_.desk().dispatch(words[1], joined({words.begin() + 2, words.end()}));
        return false;
    }
    need_success();
    return true;
}

bool ScriptPlayer::quit(const Words&) {
    host_.desk().state().wants_quit = true;
    now_ = steps_.size() - 1;
    return true;
}

}  // namespace app
