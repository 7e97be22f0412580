// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/program.hpp"
#include "app/scene/heat.hpp"
#include "app/scene/sheet.hpp"

#include <memory>

namespace app {

/// Lays the density of findings over whatever framebuffer is bound, and keeps it on the card.
class HeatPainter {
public:
    HeatPainter();

    void paint(const std::shared_ptr<const Heat>& heat, Theme theme, const Sheet& sheet);

private:
    void upload(const Heat& heat);
    void paint_bands(const Heat& heat, Theme theme);

    Program bands_{"heat"}, image_{"image"};
    gl::VertexArray nothing_;  ///< the corners come from their number
    gl::Texture density_{}, picture_{};
    gl::Framebuffer easel_{};  ///< into the picture
    std::shared_ptr<const Heat> painted_{};
    Theme theme_ = Theme::light;
};

}  // namespace app
