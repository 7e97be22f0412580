// SPDX-License-Identifier: EUPL-1.2
#include "app/main/stage.hpp"

#include "app/platform/headless.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace app {
namespace {

class WindowStage : public Stage {
public:
    WindowStage(int width, int height, double scale) : scale_(scale) {
        WindowOptions options;
        options.width = width;
        options.height = height;
        window_ = std::make_unique<Window>(options);
    }
    std::vector<Event> wait(double seconds) override { return window_->wait(seconds); }
    void wake() override { Window::wake(); }
    void begin() override { Window::bind(); }
    void present() override { window_->present(); }
    int width() const override { return window_->width(); }
    int height() const override { return window_->height(); }
    double pixel_ratio() const override { return window_->pixel_ratio() * scale_; }
    std::uint32_t framebuffer() const override { return 0; }
    Window* window() override { return window_.get(); }

private:
    std::unique_ptr<Window> window_;
    double scale_;
};

class HeadlessStage : public Stage {
public:
    HeadlessStage(int width, int height, double scale) : headless_(width, height), scale_(scale) {}
    std::vector<Event> wait(double seconds) override {
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return awake_; });
        awake_ = false;
        return {};
    }
    void wake() override {
        {
            const std::lock_guard lock(mutex_);
            awake_ = true;
        }
        woken_.notify_one();
    }
    void begin() override { headless_.bind(); }
    void present() override { headless_.finish(); }
    int width() const override { return headless_.width(); }
    int height() const override { return headless_.height(); }
    double pixel_ratio() const override { return scale_; }
    std::uint32_t framebuffer() const override { return headless_.framebuffer(); }
    bool keeps_picture() const override { return true; }

private:
    Headless headless_;
    double scale_;
    std::mutex mutex_;
    std::condition_variable woken_;
    bool awake_ = false;
};

}  // namespace

std::unique_ptr<Stage> make_window_stage(int width, int height, double scale) {
    return std::make_unique<WindowStage>(width, height, scale);
}

std::unique_ptr<Stage> make_headless_stage(int width, int height, double scale) {
    return std::make_unique<HeadlessStage>(width, height, scale);
}

}  // namespace app
