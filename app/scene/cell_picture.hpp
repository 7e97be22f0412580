// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/prepared.hpp"
#include "app/scene/sheet.hpp"

#include <cstdint>
#include <vector>

namespace app {

/// A picture of layers, put together without the graphics card, on any thread. Layers are painted one over the other.
class CellPicture {
public:
    /// Begins a picture of that size. @param ground that everything lies on; without it the rest stays transparent
    void begin(const Sheet& sheet, Colour ground = {});
    /// Paints a layer over what is there.
    void add(const PreparedLayer& layer, const LayerStyle& style);
    bool is_empty() const { return is_empty_; }
    /// Width × height, rows from the south, premultiplied; begin() follows.
    std::vector<std::uint8_t> take() { return std::move(rgba_); }

private:
    void add_from_afar(const PreparedLayer& layer, const LayerStyle& style);
    void add_in_view(const PreparedLayer& layer, const LayerStyle& style);
    void add_points(const PreparedLayer& layer, const PointStyle& style);
    /// Stretches a plane of the cut to the picture.
    const std::vector<std::uint8_t>& stretched(const std::vector<std::uint8_t>& plane);
    void blend(const std::vector<std::uint8_t>& plane, Colour colour, double strength);

    Sheet sheet_{};
    std::vector<std::uint8_t> rgba_, stretched_;
    CellPatch cells_{};  ///< one for each pixel, reused
    CellPatch cut_{};    ///< of a coverage, reused
    bool is_empty_ = true;
};

}  // namespace app
