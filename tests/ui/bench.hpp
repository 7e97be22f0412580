// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"
#include "app/core/keys.hpp"
#include "app/ui/face.hpp"
#include "tests/support/support.hpp"

#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace test {

/// The real window without a renderer: real panels, real actions, a real dossier; input as a person gives it, widgets
/// by name.
class Bench {
public:
    explicit Bench(std::filesystem::path dossier, int width = 1600, int height = 1000);

    app::Desk& desk() { return desk_; }
    app::State& state() { return desk_.state(); }
    ui::Face& face() { return face_; }

    /// Draws frames until it holds; fails the test after 20 seconds.
    void until(const std::string& what, const std::function<bool()>& holds);
    void settle();
    /// A finding in the middle of the made-up city, recorded as by a form.
    void record(const std::string& title, audit::Severity severity = audit::Severity::hindering);
    void key(const std::string& chord);
    void type(const std::string& text);
    void click(const std::string& widget, app::Modifiers held = {});
    void click_at(double x, double y, app::Modifiers held = {});
    /// The pointer comes to rest on it.
    void point_at(const std::string& widget);
    /// Presses Tab until this widget has the keyboard.
    void tab_to(const std::string& widget);
    const ui::Widget* widget(const std::string& name) const { return face_.registry().find(name); }
    std::string said(const std::string& name) const;
    void look_at(geo::Point centre, double metres_wide);
    /// Called from other threads, whenever one has something for the main thread.
    void on_wake(std::function<void()> wake);
    /// What the program asked to be kept between runs, last.
    app::Settings kept_settings();
    void resize(int width, int height) { width_ = width, height_ = height; }

private:
    void frame();

    int width_, height_;
    double seconds_ = 0;
    TemporaryFolder data_{};
    std::mutex mutex_{};
    app::Settings kept_{};
    std::function<void()> wake_{};
    app::Desk desk_;
    ui::Face face_;
};

/// A dossier in RD with our own catalogue.
std::filesystem::path new_dossier(const TemporaryFolder& folder);

}  // namespace test
