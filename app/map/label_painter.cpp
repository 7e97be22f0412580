// SPDX-License-Identifier: EUPL-1.2
#include "app/map/label_painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

/// Room for some hundreds of names, 8 MiB.
constexpr int k_texture = 2048;
/// What is not drawn level is drawn larger first, so that it stays sharp when it is turned; on dense screens it is
/// sharp enough.
constexpr double k_larger = 2, k_dense = 1.75;
/// Names that were placed for a scale so far from this one are in each other's way, or far apart.
constexpr double k_most_shrunk = 1.6, k_most_spread = 4;

using Time = std::chrono::steady_clock;

std::string name_of(const PlacedLabel& label, bool follows) {
    std::string name(1, static_cast<char>('0' + static_cast<int>(label.role)));
    name += follows ? '/' : '-';
    return name + label.text;
}

geo::Point pixel_between(const std::vector<geo::Point>& way, double at) {
    const auto last = static_cast<double>(way.size() - 1);
    // Beyond the ends it goes on as it came.
    const auto i = static_cast<std::size_t>(std::clamp(std::floor(at), 0.0, last - 1));
    const double part = at - static_cast<double>(i);
    return {way[i].x + (way[i + 1].x - way[i].x) * part, way[i].y + (way[i + 1].y - way[i].y) * part};
}

}  // namespace

LabelPainter::LabelPainter(const LabelFaces& faces)
    : font_(faces), array_(gl::VertexArray::make()), buffer_(gl::Buffer::make()) {
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    constexpr std::array<GLint, 3> numbers{2, 2, 1};
    std::size_t at = 0;
    for (GLuint place = 0; place < numbers.size(); ++place) {
        glEnableVertexAttribArray(place);
        glVertexAttribPointer(place, numbers[place], GL_FLOAT, GL_FALSE, sizeof(Corner),
                              reinterpret_cast<const void*>(at));
        at += static_cast<std::size_t>(numbers[place]) * sizeof(float);
    }
}

void LabelPainter::make_texture() {
    texture_ = gl::Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RG8, k_texture, k_texture, 0, GL_RG, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void LabelPainter::forget_all() {
    slots_.clear();
    row_x_ = row_y_ = row_height_ = 0;
}

void LabelPainter::prepare(double pixel_ratio) {
    if (!texture_) make_texture();
    if (pixel_ratio != ratio_) forget_all();
    ratio_ = pixel_ratio;
    corners_.clear();
}

const LabelPainter::Slot* LabelPainter::find(const std::string& name) const {
    const auto found = slots_.find(name);
    return found == slots_.end() ? nullptr : &found->second;
}

/// Next to the last one, or in a new row. @returns false when the texture is full
bool LabelPainter::reserve(Slot& slot) {
    constexpr int gap = 1;  // so that smoothing does not mix neighbours
    if (row_x_ + slot.width + gap > k_texture) {
        row_y_ += row_height_;
        row_x_ = row_height_ = 0;
    }
    if (slot.width + gap > k_texture || row_y_ + slot.height + gap > k_texture) return false;
    slot.x = row_x_;
    slot.y = row_y_;
    row_x_ += slot.width + gap;
    row_height_ = std::max(row_height_, slot.height + gap);
    return true;
}

void LabelPainter::upload(const Slot& slot, const LabelPicture& picture) {
    if (picture.cover.empty()) return;
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, slot.x, slot.y, slot.width, slot.height, GL_RG, GL_UNSIGNED_BYTE,
                    picture.cover.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
}

/// @returns nullptr when there is no room left
const LabelPainter::Slot* LabelPainter::draw_name(const std::string& name, const PlacedLabel& label, bool follows) {
    const auto look = look_of(label.role);
    const double scale = follows && ratio_ < k_dense ? k_larger : 1;
    const auto picture = font_.draw(label.text, look.cut, look.size * ratio_ * scale, k_label_halo * ratio_ * scale);
    Slot slot{.width = picture.width,
              .height = picture.height,
              .begin = picture.begin,
              .middle = picture.middle,
              .scale = scale};
    if (!reserve(slot)) return nullptr;
    upload(slot, picture);
    return &(slots_[name] = slot);
}

void LabelPainter::add_piece(const Corner (&corners)[4]) {
    for (const int i : {0, 1, 2, 2, 1, 3}) corners_.push_back(corners[i]);
}

/// On whole pixels, so that it is as sharp as it was drawn.
void LabelPainter::lay_level(const PlacedLabel& label, const Slot& slot, const Sheet& sheet) {
    const auto anchor = sheet.pixel_of(label.anchor);
    const double width = static_cast<double>(label.width) * sheet.pixel_ratio;
    const auto left =
        static_cast<float>(std::round(anchor.x + label.beside * sheet.pixel_ratio - width / 2 - slot.begin));
    const auto top = static_cast<float>(std::round(anchor.y + label.above * sheet.pixel_ratio + slot.middle));
    const auto w = static_cast<float>(slot.width), h = static_cast<float>(slot.height);
    if (left > static_cast<float>(sheet.width) || left + w < 0 || top < 0 || top - h > static_cast<float>(sheet.height))
        return;
    const auto u = static_cast<float>(slot.x), v = static_cast<float>(slot.y), role = static_cast<float>(label.role);
    add_piece({{left, top - h, u, v + h, role},
               {left + w, top - h, u + w, v + h, role},
               {left, top, u, v, role},
               {left + w, top, u + w, v, role}});
}

/// A ribbon that follows the way; each cut stands across the way's direction there.
void LabelPainter::lay_along(const PlacedLabel& label, const Slot& slot, const Sheet& sheet) {
    std::vector<geo::Point> way;
    way.reserve(label.path.size());
    for (const auto p : label.path) way.push_back(sheet.pixel_of(p));
    double length = 0;
    for (std::size_t i = 1; i < way.size(); ++i) length += std::hypot(way[i].x - way[i - 1].x, way[i].y - way[i - 1].y);
    if (!(length > 0)) return;
    const auto last = static_cast<double>(way.size() - 1);
    const double cuts_a_pixel = last / length, begin = -label.width * sheet.pixel_ratio / 2 - slot.begin / slot.scale;
    const double full = slot.width / slot.scale, up = slot.middle / slot.scale,
                 down = (slot.height - slot.middle) / slot.scale;
    const int pieces = label.is_straight ? 1 : std::max(1, static_cast<int>(full / (6 * sheet.pixel_ratio)));
    const auto role = static_cast<float>(label.role);
    Corner low, high;
    for (int i = 0; i <= pieces; ++i) {
        const double along = full * i / pieces, at = last / 2 + (begin + along) * cuts_a_pixel;
        const auto middle = pixel_between(way, at);
        const auto a = pixel_between(way, at - 1), b = pixel_between(way, at + 1);
        const double far = std::hypot(b.x - a.x, b.y - a.y);
        if (!(far > 0)) return;
        const geo::Point across{-(b.y - a.y) / far, (b.x - a.x) / far};
        const auto u = static_cast<float>(slot.x + along * slot.scale);
        const Corner next_low{static_cast<float>(middle.x - across.x * down),
                              static_cast<float>(middle.y - across.y * down), u,
                              static_cast<float>(slot.y + slot.height), role};
        const Corner next_high{static_cast<float>(middle.x + across.x * up),
                               static_cast<float>(middle.y + across.y * up), u, static_cast<float>(slot.y), role};
        if (i > 0) add_piece({low, next_low, high, next_high});
        low = next_low;
        high = next_high;
    }
}

void LabelPainter::draw_corners(Theme theme, const Sheet& sheet) {
    if (corners_.empty()) return;
    label_.use();
    label_.set("u_to_clip", 2.0F / static_cast<float>(sheet.width), 2.0F / static_cast<float>(sheet.height));
    label_.set("u_texel", 1.0F / static_cast<float>(k_texture));
    label_.set("u_cover", 0);
    for (std::size_t role = 0; role < k_label_roles; ++role) {
        const auto colours = label_colours(static_cast<LabelRole>(role), theme);
        label_.set_plain("u_ink[" + std::to_string(role) + "]", colours.ink);
        label_.set_plain("u_halo[" + std::to_string(role) + "]", colours.halo);
    }
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(corners_.size() * sizeof(Corner)), corners_.data(),
                 GL_STREAM_DRAW);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(corners_.size()));
}

bool LabelPainter::paint(const Labels& labels, Theme theme, const Sheet& sheet, std::chrono::microseconds time) {
    const double scale = sheet.units_per_pixel * sheet.pixel_ratio;
    if (scale > labels.units * k_most_shrunk || scale * k_most_spread < labels.units) return true;
    prepare(sheet.pixel_ratio);
    const auto begun = Time::now();
    const bool is_unlimited = time == std::chrono::microseconds::max();
    const auto ground = sheet.box().widened(320 * scale);
    bool is_complete = true, was_cleared = false;
    for (const auto& cell : labels.cells)
        for (const auto& label : cell->labels) {
            if (!ground.contains(label.anchor)) continue;
            const bool follows = label.path.size() >= 2;
            const auto name = name_of(label, follows);
            const auto* slot = find(name);
            if (!slot && !is_unlimited && Time::now() - begun > time) {
                is_complete = false;
                continue;
            }
            if (!slot) slot = draw_name(name, label, follows);
            if (!slot && !was_cleared) {  // full of names that were seen before
                was_cleared = true;
                draw_corners(theme, sheet);
                corners_.clear();
                forget_all();
                slot = draw_name(name, label, follows);
            }
            if (!slot || slot->width == 0) continue;
            follows ? lay_along(label, *slot, sheet) : lay_level(label, *slot, sheet);
        }
    draw_corners(theme, sheet);
    return is_complete;
}

}  // namespace app
