// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/image_painter.hpp"
#include "app/scene/heat.hpp"
#include "app/scene/sheet.hpp"

#include <memory>

namespace app {

/// Lays the density of findings over whatever framebuffer is bound, and keeps it on the card.
class HeatPainter {
public:
    /// @param is_quick without smoothing
    void paint(const std::shared_ptr<const Heat>& heat, Theme theme, const Sheet& sheet, bool is_quick);

private:
    void upload(const HeatPicture& picture);

    ImagePainter image_;
    gl::Texture picture_{};
    std::shared_ptr<const Heat> painted_{};
    Theme theme_ = Theme::light;
};

}  // namespace app
