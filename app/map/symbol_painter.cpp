// SPDX-License-Identifier: EUPL-1.2
#include "app/map/symbol_painter.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace app {
namespace {

constexpr int k_severities = 4;  ///< three and none
constexpr int k_states = 5;
/// A selected or hovered symbol is this much larger.
constexpr double k_raised = 1.3;
/// Fewer findings are all shown. More are thinned to one in a cell of this many style pixels, the gravest: others would
/// lie below it unseen, and a frame would take as long as there are findings.
constexpr std::size_t k_few = 1500;
constexpr double k_cell = 20;

std::size_t rank_of(const std::optional<audit::Severity>& severity) {
    return severity ? static_cast<std::size_t>(*severity) : 0;
}

std::array<float, 4> floats(Colour c) {
    return {static_cast<float>(c.r) / 255.0F, static_cast<float>(c.g) / 255.0F, static_cast<float>(c.b) / 255.0F,
            static_cast<float>(c.a) / 255.0F};
}

float shape_of(const std::optional<audit::Severity>& severity) {
    if (!severity) return 3;
    switch (*severity) {
        case audit::Severity::blocking:
            return 0;
        case audit::Severity::hindering:
            return 1;
        case audit::Severity::attention:
            return 2;
    }
    return 3;
}

/// Filled: this is how it stands. Outlined: somebody is at it, or nobody needs to be.
struct Looks {
    float sign = 0, filled = 1;
    Colour colour{};
};

Looks looks_of(const std::optional<audit::Severity>& severity, audit::Status status, Theme theme) {
    auto colours = map_colours(theme);
    auto digit = severity ? static_cast<float>(*severity) : 0.0F;
    switch (status) {
        case audit::Status::open:
            return {digit, 1, colour_of(severity, theme)};
        case audit::Status::in_progress:
            return {digit, 0, colour_of(severity, theme)};
        case audit::Status::solved:
            return {4, 0, colours.good};
        case audit::Status::verified:
            return {4, 1, colours.good};
        case audit::Status::dropped:
            return {5, 0, colours.muted};
    }
    return {};
}

void attribute(GLuint place, std::size_t stride, std::size_t at) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, 4, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(at));
    glVertexAttribDivisor(place, 1);
}

template <class Element>
void fill_stream(const gl::Buffer& buffer, const std::vector<Element>& elements) {
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(elements.size() * sizeof(Element)), elements.data(),
                 GL_STREAM_DRAW);
}

}  // namespace

SymbolPainter::SymbolPainter()
    : symbol_array_(gl::VertexArray::make()),
      copy_array_(gl::VertexArray::make()),
      symbol_buffer_(gl::Buffer::make()),
      copy_buffer_(gl::Buffer::make()) {
    glBindVertexArray(symbol_array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, symbol_buffer_.id());
    for (GLuint place = 0; place < 3; ++place) attribute(place, sizeof(Instance), place * 4 * sizeof(float));
    glBindVertexArray(copy_array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, copy_buffer_.id());
    attribute(0, sizeof(Copy), 0);
}

void SymbolPainter::draw_symbols(const std::vector<Instance>& symbols, Theme theme, int width, int height) {
    if (symbols.empty()) return;
    auto colours = map_colours(theme);
    symbol_.use();
    symbol_.set("u_to_clip", 2.0F / static_cast<float>(width), 2.0F / static_cast<float>(height));
    symbol_.set_plain("u_halo", colours.halo);
    symbol_.set_plain("u_ring", colours.accent);
    glBindVertexArray(symbol_array_.id());
    fill_stream(symbol_buffer_, symbols);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(symbols.size()));
}

void SymbolPainter::draw_copies(const std::vector<Copy>& copies, int width, int height) {
    if (copies.empty()) return;
    sprite_.use();
    sprite_.set("u_to_clip", 2.0F / static_cast<float>(width), 2.0F / static_cast<float>(height));
    sprite_.set("u_cell", static_cast<float>(cell_));
    sprite_.set("u_atlas", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, atlas_.id());
    glBindVertexArray(copy_array_.id());
    fill_stream(copy_buffer_, copies);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(copies.size()));
}

void SymbolPainter::make_atlas(Theme theme, double pixel_ratio) {
    if (atlas_ && atlas_theme_ == theme && atlas_ratio_ == pixel_ratio) return;
    atlas_theme_ = theme;
    atlas_ratio_ = pixel_ratio;
    cell_ = 2 * static_cast<int>(std::ceil((k_symbol_radius + 3) * pixel_ratio)) + 2;
    int width = cell_ * k_states, height = cell_ * k_severities;
    std::vector<Instance> symbols;
    for (int rank = 0; rank < k_severities; ++rank) {
        for (int state = 0; state < k_states; ++state) {
            auto severity = rank == 0 ? std::nullopt : std::optional(static_cast<audit::Severity>(rank));
            auto look = looks_of(severity, static_cast<audit::Status>(state), theme);
            float half = static_cast<float>(cell_) / 2;
            symbols.push_back(
                {.at = {static_cast<float>(state * cell_) + half, static_cast<float>(rank * cell_) + half,
                        static_cast<float>(k_symbol_radius * pixel_ratio), static_cast<float>(pixel_ratio)},
                 .look = {shape_of(severity), look.sign, look.filled, 0},
                 .colour = floats(look.colour)});
        }
    }
    GLint before = 0, viewport[4];
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &before);
    glGetIntegerv(GL_VIEWPORT, viewport);
    atlas_ = gl::Texture::make();
    atlas_framebuffer_ = gl::Framebuffer::make();
    glBindTexture(GL_TEXTURE_2D, atlas_.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, atlas_framebuffer_.id());
    glFramebufferTexture2D(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, atlas_.id(), 0);
    glDisable(GL_SCISSOR_TEST);
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    draw_symbols(symbols, theme, width, height);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(before));
    glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
    glEnable(GL_SCISSOR_TEST);
}

void SymbolPainter::choose_shown(const std::shared_ptr<const MarkLayer>& marks, const Sheet& sheet) {
    // In steps, so that symbols do not flicker while the scale changes.
    double scale = std::exp2(std::floor(std::log2(sheet.units_per_pixel * sheet.pixel_ratio) * 2) / 2);
    if (marks == shown_of_ && scale == shown_scale_) return;
    shown_of_ = marks;
    shown_scale_ = scale;
    shown_.clear();
    for (std::uint32_t item = 0; item < marks->size(); ++item) {
        if (marks->place(item)) shown_.push_back(item);
    }
    auto gravity = [&](std::uint32_t item) {
        bool needs_work =
            marks->status(item) == audit::Status::open || marks->status(item) == audit::Status::in_progress;
        return (needs_work ? 4U : 0U) + rank_of(marks->severity(item));
    };
    std::stable_sort(shown_.begin(), shown_.end(), [&](auto a, auto b) { return gravity(a) < gravity(b); });
    if (shown_.size() <= k_few) return;
    std::unordered_set<std::uint64_t> taken;
    double cell = k_cell * scale;
    auto is_hidden = [&](std::uint32_t item) {
        auto place = *marks->place(item);
        auto column = static_cast<std::uint64_t>(std::llround(place.x / cell));
        auto row = static_cast<std::uint64_t>(std::llround(place.y / cell));
        return !taken.insert(column << 32U ^ (row & 0xFFFFFFFFU)).second;
    };
    // From the gravest down, which stand at the end.
    std::vector<std::uint32_t> left;
    for (auto item = shown_.rbegin(); item != shown_.rend(); ++item) {
        if (!is_hidden(*item)) left.push_back(*item);
    }
    shown_.assign(left.rbegin(), left.rend());
}

SymbolPainter::Copy SymbolPainter::copy_at(geo::Point pixel, std::size_t rank, audit::Status status) const {
    return {{static_cast<float>(std::round(pixel.x - cell_ / 2.0)),
             static_cast<float>(std::round(pixel.y - cell_ / 2.0)),
             static_cast<float>(static_cast<int>(status) * cell_), static_cast<float>(static_cast<int>(rank) * cell_)}};
}

bool SymbolPainter::is_in_view(geo::Point pixel, const Sheet& sheet) const {
    return pixel.x > -cell_ && pixel.y > -cell_ && pixel.x < sheet.width + cell_ && pixel.y < sheet.height + cell_;
}

std::vector<SymbolPainter::Copy> SymbolPainter::copies_in(const MarkLayer& marks,
                                                          const std::vector<std::uint32_t>& items,
                                                          const Sheet& sheet) const {
    std::vector<Copy> copies;
    for (auto item : items) {
        const auto pixel = sheet.pixel_of(*marks.place(item));
        if (is_in_view(pixel, sheet))
            copies.push_back(copy_at(pixel, rank_of(marks.severity(item)), marks.status(item)));
    }
    return copies;
}

/// The sign of the gravest as a pile of three; how many they are stands beside it.
void SymbolPainter::add_clusters(std::vector<Copy>& copies, const Clusters& clusters, const Sheet& sheet) const {
    for (const auto& one : clusters.all) {
        const auto pixel = sheet.pixel_of(one.place);
        if (!is_in_view(pixel, sheet)) continue;
        const auto status = one.needs_work ? audit::Status::open : audit::Status::verified;
        for (const double off : {6.0, 3.0, 0.0}) {
            const double by = off * sheet.pixel_ratio;
            copies.push_back(copy_at({pixel.x - by, pixel.y + by}, rank_of(one.worst), status));
        }
    }
}

/// The hovered and the selected ones stay to be seen, also those that stand in a cluster.
void SymbolPainter::draw_raised(const Scene& scene, const Sheet& sheet) {
    std::vector<Instance> raised;
    const auto raise_at = [&](geo::Point place, const std::optional<audit::Severity>& severity, audit::Status status,
                              float ring) {
        const auto look = looks_of(severity, status, scene.theme);
        const auto pixel = sheet.pixel_of(place);
        raised.push_back({.at = {static_cast<float>(std::round(pixel.x)), static_cast<float>(std::round(pixel.y)),
                                 static_cast<float>(k_symbol_radius * k_raised * sheet.pixel_ratio),
                                 static_cast<float>(sheet.pixel_ratio)},
                          .look = {shape_of(severity), look.sign, look.filled, ring},
                          .colour = floats(look.colour)});
    };
    const auto raise = [&](std::uint32_t item, float ring) {
        if (item < scene.marks->size() && scene.marks->place(item))
            raise_at(*scene.marks->place(item), scene.marks->severity(item), scene.marks->status(item), ring);
    };
    if (scene.clusters && scene.hovered_cluster && *scene.hovered_cluster < scene.clusters->all.size()) {
        const auto& one = scene.clusters->all[*scene.hovered_cluster];
        raise_at(one.place, one.worst, one.needs_work ? audit::Status::open : audit::Status::verified, 0.5F);
    }
    if (scene.hovered) raise(*scene.hovered, 0.5F);
    for (auto item : scene.selected) raise(item, 1.0F);
    draw_symbols(raised, scene.theme, sheet.width, sheet.height);
}

int SymbolPainter::paint(const Scene& scene, const Sheet& sheet) {
    if (!scene.marks || scene.marks->size() == 0) return 0;
    if (scene.heat) {
        draw_raised(scene, sheet);
        return 0;
    }
    make_atlas(scene.theme, sheet.pixel_ratio);
    const bool is_clustered = scene.clusters && scene.clusters->marks == scene.marks;
    if (!is_clustered) choose_shown(scene.marks, sheet);
    auto copies = copies_in(*scene.marks, is_clustered ? scene.clusters->alone : shown_, sheet);
    const auto alone = copies.size();
    if (is_clustered) add_clusters(copies, *scene.clusters, sheet);
    draw_copies(copies, sheet.width, sheet.height);
    draw_raised(scene, sheet);
    return static_cast<int>(alone + (copies.size() - alone) / 3);
}

}  // namespace app
