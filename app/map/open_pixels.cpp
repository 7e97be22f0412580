// SPDX-License-Identifier: EUPL-1.2
#include "app/map/open_pixels.hpp"

#include <algorithm>

namespace app {

PixelBox PixelBox::within(const PixelBox& o) const {
    return {std::max(left, o.left), std::max(bottom, o.bottom), std::min(right, o.right), std::min(top, o.top)};
}

PixelBox PixelBox::around(const PixelBox& o) const {
    return {std::min(left, o.left), std::min(bottom, o.bottom), std::max(right, o.right), std::max(top, o.top)};
}

std::vector<PixelBox> OpenPixels::take(const PixelBox& box) {
    std::vector<PixelBox> taken, rest;
    for (const auto& open : boxes_) {
        const auto common = open.within(box);
        if (common.is_empty()) {
            rest.push_back(open);
            continue;
        }
        taken.push_back(common);
        // Below and above in full width, left and right of it.
        for (const auto& piece : {PixelBox{open.left, open.bottom, open.right, common.bottom},
                                  PixelBox{open.left, common.top, open.right, open.top},
                                  PixelBox{open.left, common.bottom, common.left, common.top},
                                  PixelBox{common.right, common.bottom, open.right, common.top}})
            if (!piece.is_empty()) rest.push_back(piece);
    }
    boxes_ = std::move(rest);
    return taken;
}

}  // namespace app
