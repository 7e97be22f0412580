// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/layer_painter.hpp"
#include "app/scene/clusters.hpp"
#include "app/scene/scene.hpp"

#include <array>
#include <vector>

namespace app {

/// Paints the symbols of findings: the many as copies of symbols that were drawn once for this density and theme, the
/// selected and the hovered ones larger and with a ring.
class SymbolPainter {
public:
    SymbolPainter();

    /// Into the bound framebuffer, whose viewport shows the sheet. @returns how many symbols were painted
    int paint(const Scene& scene, const Sheet& sheet);

private:
    struct Instance {
        std::array<float, 4> at{}, look{}, colour{};
    };
    struct Copy {
        std::array<float, 4> at{};
    };

    void make_atlas(Theme theme, double pixel_ratio);
    void draw_symbols(const std::vector<Instance>& symbols, Theme theme, int width, int height);
    void draw_copies(const std::vector<Copy>& copies, int width, int height);
    void choose_shown(const std::shared_ptr<const MarkLayer>& marks, const Sheet& sheet);
    Copy copy_at(geo::Point pixel, std::size_t rank, audit::Status status) const;
    bool is_in_view(geo::Point pixel, const Sheet& sheet) const;
    std::vector<Copy> copies_in(const MarkLayer& marks, const std::vector<std::uint32_t>& items,
                                const Sheet& sheet) const;
    void add_clusters(std::vector<Copy>& copies, const Clusters& clusters, const Sheet& sheet) const;
    void draw_raised(const Scene& scene, const Sheet& sheet);

    Program symbol_{"symbol"}, sprite_{"sprite"};
    gl::VertexArray symbol_array_{}, copy_array_{};
    gl::Buffer symbol_buffer_{}, copy_buffer_{};
    gl::Texture atlas_{};
    gl::Framebuffer atlas_framebuffer_{};
    Theme atlas_theme_ = Theme::light;
    double atlas_ratio_ = 0;
    int cell_ = 0;

    std::shared_ptr<const MarkLayer> shown_of_{};
    double shown_scale_ = 0;
    std::vector<std::uint32_t> shown_{};  ///< what is left where many stand on each other, gravest last
};

}  // namespace app
