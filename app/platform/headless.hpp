// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>

namespace app {

/// A GL 3.3 core context without display, device or rights, with a framebuffer to draw into. Current on the thread that
/// made it and only usable there.
class Headless {
public:
    /// @throws base::Error code "gl-missing" when the machine has no EGL that can draw without a screen
    Headless(int width, int height);
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    std::uint32_t framebuffer() const;
    int width() const;
    int height() const;
    void resize(int width, int height);
    /// Drawing goes into the framebuffer from now on.
    void bind() const;
    /// Waits until everything is drawn, as presenting in a window would.
    void finish();

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace app
