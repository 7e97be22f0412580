// SPDX-License-Identifier: EUPL-1.2
#include "tests/ui/bench.hpp"

#include "geo/base/files.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <thread>

namespace test {
namespace {

audit::Author author() {
    const auto clock = base::fixed_clock(*base::parse_time("2026-11-22T09:30:00Z"));
    return {.person = "Fatma",
            .machine = "0190a000-0000-7000-8000-000000000001",
            .clock = clock,
            .ids = base::time_ordered_ids(clock)};
}

/// Every letter is half an em wide: nothing here depends on a font.
app::LetterWidths even_widths() {
    app::LetterWidths widths;
    for (auto& cut : widths.advance)
        for (char32_t c = 32; c < 0x250; ++c) cut[c] = 0.5F;
    return widths;
}

}  // namespace

std::filesystem::path new_dossier(const TemporaryFolder& folder) {
    const auto path = folder / "binnenstad.gpkg";
    audit::Dossier::create(path, {}, author());
    return path;
}

Bench::Bench(std::filesystem::path dossier, int width, int height)
    : width_(width),
      height_(height),
      desk_({.author = author(),
             .wake =
                 [this] {
                     std::unique_lock lock(mutex_);
                     const auto wake = wake_;
                     lock.unlock();
                     if (wake) wake();
                 },
             .keep_settings =
                 [this](const app::Settings& settings) {
                     const std::lock_guard lock(mutex_);
                     kept_ = settings;
                 },
             .data_folder = data_.path(),
             .cache_folder = data_ / "cache",
             .letter_widths = [] { return even_widths(); }}),
      face_(desk_, {.with_renderer = false}) {
    base::load_texts(base::assets_folder() / "texts");
    base::set_language(base::Language::english);
    desk_.open(dossier);
    until("the dossier is open", [this] { return desk_.state().snapshot != nullptr; });
    look_at({93500, 463900}, 200);
    settle();
}

void Bench::frame() {
    desk_.tick();
    seconds_ += 0.02;
    face_.build(width_, height_, 1.0, seconds_);
}

void Bench::until(const std::string& what, const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end) FAIL("not reached: " << what);
        frame();
        std::this_thread::yield();
    }
}

void Bench::on_wake(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

app::Settings Bench::kept_settings() {
    const std::lock_guard lock(mutex_);
    return kept_;
}

void Bench::settle() {
    frame();
    until("rest", [this] { return desk_.idle() && face_.input_taken() && !face_.wants_frame(); });
}

void Bench::record(const std::string& title, audit::Severity severity) {
    desk_.perform(audit::RecordFinding{.category = "terrace-passage",
                                       .shape = geo::Shape::point({93500, 463900}),
                                       .title = title,
                                       .severity = severity});
    settle();
}

void Bench::key(const std::string& chord_text) {
    const auto chord = app::parse_chord(chord_text);
    REQUIRE(chord);
    app::KeyChanged change{.key = chord->key, .pressed = true};
    change.modifiers = {.shift = chord->shift, .control = chord->ctrl, .alt = chord->alt};
    face_.send(change);
    // A keyboard types the letter as well; nothing may take it for text.
    const int code = static_cast<int>(chord->key);
    if (code > 64 && code < 91 && !chord->ctrl) face_.send(app::Typed{static_cast<char32_t>(code + 32)});
    change.pressed = false;
    face_.send(change);
    settle();
}

void Bench::type(const std::string& text) {
    for (const char c : text) face_.send(app::Typed{static_cast<unsigned char>(c)});
    settle();
}

void Bench::click_at(double x, double y, app::Modifiers held) {
    face_.send(app::PointerMoved{x, y});
    face_.send(app::ButtonChanged{.button = 0, .pressed = true, .modifiers = held});
    face_.send(app::ButtonChanged{.button = 0, .pressed = false, .modifiers = held});
    settle();
    seconds_ += 1;  // the next click is no double click
}

void Bench::click(const std::string& name, app::Modifiers held) {
    until(name + " is there", [&] { return widget(name) != nullptr; });
    if (!widget(name)->in_view) {
        face_.scroll_to(name);
        until(name + " is in view", [&] { return widget(name) && widget(name)->in_view; });
    }
    const auto rect = widget(name)->rect;
    click_at((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2, held);
}

void Bench::point_at(const std::string& name) {
    until(name + " is there", [&] { return widget(name) != nullptr; });
    const auto rect = widget(name)->rect;
    face_.send(app::PointerMoved{(rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2});
    settle();
}

void Bench::tab_to(const std::string& name) {
    for (int i = 0; i < 60 && face_.focus() != name; ++i) key("Tab");
    INFO("the keyboard ended on " << face_.focus());
    REQUIRE(face_.focus() == name);
}

std::string Bench::said(const std::string& name) const {
    const auto* found = widget(name);
    return found ? found->text : "(" + name + " is not there)";
}

void Bench::look_at(geo::Point centre, double metres_wide) {
    auto& state = desk_.state();
    state.wants_fit = false;
    state.camera.view = {centre, metres_wide / state.camera.width};
}

}  // namespace test
