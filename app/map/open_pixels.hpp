// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

namespace app {

/// Pixels of a framebuffer from its left bottom; the right and top edges are outside.
struct PixelBox {
    int left = 0, bottom = 0, right = 0, top = 0;
    int width() const { return right - left; }
    int height() const { return top - bottom; }
    bool is_empty() const { return right <= left || top <= bottom; }
    long area() const { return is_empty() ? 0 : static_cast<long>(width()) * height(); }
    PixelBox within(const PixelBox& o) const;
    PixelBox around(const PixelBox& o) const;  ///< both, when none is empty
    bool operator==(const PixelBox&) const = default;
};

/// The part of a rectangle that nothing was drawn on yet, so that no pixel is drawn twice: with software GL, pixels are
/// what a frame costs.
class OpenPixels {
public:
    explicit OpenPixels(const PixelBox& all) : boxes_{all} {}
    /// What of the box is open, in pieces that do not overlap; from now on it no longer is.
    std::vector<PixelBox> take(const PixelBox& box);
    const std::vector<PixelBox>& left() const { return boxes_; }

private:
    std::vector<PixelBox> boxes_;
};

}  // namespace app
