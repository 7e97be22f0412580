// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/events.hpp"
#include "app/platform/window.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace app {

/// Where frames go and input comes from: a window on a display, or a framebuffer without one.
class Stage {
public:
    virtual ~Stage() = default;
    /// Sleeps until something happens, wake() is called or `seconds` are over.
    virtual std::vector<Event> wait(double seconds) = 0;
    virtual void wake() = 0;  ///< from any thread
    virtual void begin() {}   ///< before a frame is drawn
    virtual void present() = 0;
    virtual int width() const = 0;
    virtual int height() const = 0;
    virtual double pixel_ratio() const = 0;
    virtual std::uint32_t framebuffer() const = 0;
    virtual bool keeps_picture() const { return false; }  ///< what a frame left in the framebuffer is there in the next
    virtual Window* window() { return nullptr; }
};

std::unique_ptr<Stage> make_window_stage(int width, int height, double scale);
std::unique_ptr<Stage> make_headless_stage(int width, int height, double scale);

}  // namespace app
