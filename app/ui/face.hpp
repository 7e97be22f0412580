// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"
#include "app/core/events.hpp"
#include "app/ui/fonts.hpp"
#include "app/ui/registry.hpp"

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <string>

namespace ui {

struct FaceOptions {
    bool with_renderer = true;  ///< false: no GL context is needed and nothing can be drawn (tests)
    std::function<std::string()> clipboard{};
    std::function<void(const std::string&)> keep_clipboard{};
    /// A texture of the renderer's context for a picture; none: boxes stand where pictures would.
    std::function<std::uint32_t(const std::shared_ptr<const geo::Picture>&)> texture_of{};
    /// That are being made, for the scale that is expected; others are made when they are needed.
    std::future<MadeFonts> fonts{};
};

/// How large texts are. @param pixel_ratio of the screen
float text_scale(const app::Settings& settings, double pixel_ratio);

/// The whole user interface: takes events, turns the desk's state into panels, and panels into actions. Owns the one
/// ImGui context. Belongs to the main thread; with a renderer it dies before the GL context does.
class Face {
public:
    Face(app::Desk& desk, FaceOptions options);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    void send(const app::Event& event);
    /// Everything sent was taken in, and nothing waits for a further frame.
    bool input_taken() const;
    /// Builds one frame. Sizes in device pixels. @param seconds of a steady clock
    void build(int width, int height, double pixel_ratio, double seconds);
    /// Draws what build() made into the framebuffer that is bound, over the map.
    /// @param is_kept outside the map it still shows what the last draw() left there
    void draw(bool is_kept = false);
    /// Another frame is wanted although nothing happened.
    bool wants_frame() const;

    const Registry& registry() const;  ///< of the last frame
    const std::string& focus() const;
    Rect map_area() const;
    enum class Cursor { arrow, hand, text, cross_hair, move };
    Cursor cursor() const;
    void scroll_to(const std::string& widget);
    /// Keeps every text of a frame in the registry, for whoever looks whether it can be read.
    void keep_drawn(bool keep);

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace ui
