// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/events.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

struct WindowOptions {
    std::string title = "Doorgang";
    int width = 1280, height = 800;           ///< wanted, in screen units
    std::string application_id = "doorgang";  ///< so that desktops find icon and name
};

enum class Cursor { arrow, hand, cross_hair, text, resize_across, resize_down };

/// The program's window with a GL 3.3 core context, which is current on the thread that made it. One at a time.
/// Everything but wake() belongs to that thread, which must be the main thread.
class Window {
public:
    /// @throws base::Error code "no-display" (no screen to show a window on; names `--headless --shot`) or "gl-missing"
    explicit Window(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// What happened, in order. Sleeps until something does, another thread calls wake(), or `seconds` are over; 0 only
    /// looks.
    std::vector<Event> wait(double seconds);
    /// Ends a wait() from any thread; does nothing when there is no window.
    static void wake();
    /// Drawing goes to the window from here on.
    static void bind();
    /// Shows what was drawn.
    void present();

    int width() const;  ///< of the framebuffer, device pixels
    int height() const;
    double pixel_ratio() const;  ///< how large a style pixel is on this screen, by the desktop's setting
    void set_title(const std::string& title);
    void set_cursor(Cursor cursor);
    std::string clipboard() const;
    void set_clipboard(const std::string& text);

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace app
