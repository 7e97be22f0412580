// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/label_font.hpp"
#include "app/map/layer_painter.hpp"
#include "app/scene/labels.hpp"

#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

namespace app {

/// Paints the names of the map. Each name is drawn once and then laid where it belongs, level or along its line.
class LabelPainter {
public:
    explicit LabelPainter(const LabelFaces& faces);

    /// Into the bound framebuffer, whose viewport shows the sheet.
    /// @param time for drawing names that were not drawn before
    /// @returns false when some are left for the next frame
    bool paint(const Labels& labels, Theme theme, const Sheet& sheet, std::chrono::microseconds time);

private:
    /// Where a name lies in the texture.
    struct Slot {
        int x = 0, y = 0, width = 0, height = 0;
        double begin = 0, middle = 0;
        double scale = 1;  ///< pixels of the texture for one of the screen
    };
    struct Corner {
        float x = 0, y = 0, u = 0, v = 0, role = 0;
    };

    void prepare(double pixel_ratio);
    void make_texture();
    void forget_all();
    const Slot* find(const std::string& name) const;
    const Slot* draw_name(const std::string& name, const PlacedLabel& label, bool follows);
    bool reserve(Slot& slot);
    void upload(const Slot& slot, const LabelPicture& picture);
    void lay_level(const PlacedLabel& label, const Slot& slot, const Sheet& sheet);
    void lay_along(const PlacedLabel& label, const Slot& slot, const Sheet& sheet);
    void add_piece(const Corner (&corners)[4]);
    void draw_corners(Theme theme, const Sheet& sheet);

    LabelFont font_;
    Program label_{"label"};
    gl::VertexArray array_{};
    gl::Buffer buffer_{};
    gl::Texture texture_{};
    double ratio_ = 0;
    int row_x_ = 0, row_y_ = 0, row_height_ = 0;  ///< where the texture is filled up to
    std::unordered_map<std::string, Slot> slots_{};
    std::vector<Corner> corners_{};
};

}  // namespace app
