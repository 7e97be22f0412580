// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/chunk_builder.hpp"

#include "app/scene/tessellate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace app {
namespace {

/// What 16 bits can number, with room for one more triangle.
constexpr std::size_t k_most_fill_corners = 65000;
constexpr std::uint32_t k_not_placed = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::size_t Chunk::bytes() const {
    return fill.size() * sizeof(FlatPosition) + triangles.size() * sizeof(std::uint16_t) +
           strokes.size() * sizeof(StrokeCorner) + points.size() * sizeof(FlatPosition);
}

struct ChunkBuilder::Pimpl {
    void begin(const geo::Shapes& shapes) { shapes_ = &shapes; }

    void add(std::uint32_t feature) {
        auto end = shapes_->feature_ends[feature];
        for (auto part = shapes_->first_part(feature); part < end;) part = add_part(part, end);
    }

    std::vector<Chunk> finish() {
        finish_chunk();
        return std::exchange(chunks_, {});
    }

private:
    /// Adds the part, with a shell its holes too. @returns the next part
    std::uint32_t add_part(std::uint32_t part, std::uint32_t end) {
        switch (shapes_->parts[part]) {
            case geo::Part::point:
                add_points(shapes_->part(part));
                return part + 1;
            case geo::Part::line:
                add_line(shapes_->part(part));
                return part + 1;
            case geo::Part::shell:
            case geo::Part::hole:
                break;
        }
        auto first = part++;
        while (part < end && shapes_->parts[part] == geo::Part::hole) ++part;
        add_polygon(first, part);
        return part;
    }

    /// Without repeats and without what is nowhere.
    void clean(std::span<const geo::Point> from, std::vector<geo::Point>& to) const {
        to.clear();
        for (auto p : from)
            if (std::isfinite(p.x) && std::isfinite(p.y) && (to.empty() || !(to.back() == p))) to.push_back(p);
    }

    void add_points(std::span<const geo::Point> points) {
        for (auto p : points) {
            if (!std::isfinite(p.x) || !std::isfinite(p.y)) continue;
            begin_chunk(p);
            chunk_.points.push_back(flat(p));
        }
    }

    void add_line(std::span<const geo::Point> line) {
        clean(line, scratch_);
        if (scratch_.size() >= 2) add_strip(scratch_);
    }

    void add_polygon(std::uint32_t first, std::uint32_t end) {
        rings_.resize(end - first);
        std::size_t used = 0;
        for (auto part = first; part < end; ++part) {
            auto& ring = rings_[used];
            clean(shapes_->part(part), ring);
            if (ring.size() >= 4) {
                ++used;
            } else if (part == first) {
                return;
            }
        }
        std::span<const std::vector<geo::Point>> rings(rings_.data(), used);
        for (const auto& ring : rings) add_strip(ring);
        add_triangles(tessellator_.cut(rings));
    }

    void add_strip(std::span<const geo::Point> corners) {
        begin_chunk(corners.front());
        double along = 0;
        add_stroke_corner(corners.front(), -1);
        for (std::size_t i = 1; i < corners.size(); ++i) {
            if (chunk_.strokes.size() >= k_most_fill_corners) {
                finish_chunk();
                begin_chunk(corners[i - 1]);
                add_stroke_corner(corners[i - 1], -1 - along);
            }
            along += std::hypot(corners[i].x - corners[i - 1].x, corners[i].y - corners[i - 1].y);
            add_stroke_corner(corners[i], along);
        }
    }

    void add_stroke_corner(geo::Point p, double along) {
        auto at = flat(p);
        chunk_.strokes.push_back({at.x, at.y, static_cast<float>(along)});
    }

    void add_triangles(const Triangles& cut) {
        placed_.assign(cut.corners.size(), k_not_placed);
        for (std::size_t i = 0; i + 2 < cut.triangles.size(); i += 3) {
            if (chunk_.fill.size() + 3 > k_most_fill_corners) {
                finish_chunk();
                placed_.assign(cut.corners.size(), k_not_placed);
            }
            begin_chunk(cut.corners[cut.triangles[i]]);
            for (std::size_t k = 0; k < 3; ++k) add_fill_corner(cut, cut.triangles[i + k]);
        }
    }

    void add_fill_corner(const Triangles& cut, std::uint32_t corner) {
        if (placed_[corner] == k_not_placed) {
            placed_[corner] = static_cast<std::uint32_t>(chunk_.fill.size());
            chunk_.fill.push_back(flat(cut.corners[corner]));
        }
        chunk_.triangles.push_back(static_cast<std::uint16_t>(placed_[corner]));
    }

    std::size_t chunk_corners() const { return chunk_.fill.size() + chunk_.strokes.size() + chunk_.points.size(); }

    void begin_chunk(geo::Point near) {
        if (chunk_corners() == 0) chunk_.origin = near;
    }

    FlatPosition flat(geo::Point p) {
        chunk_.box.grow(p);
        return {static_cast<float>(p.x - chunk_.origin.x), static_cast<float>(p.y - chunk_.origin.y)};
    }

    void finish_chunk() {
        if (chunk_corners() == 0) return;
        chunk_.fill.shrink_to_fit();
        chunk_.triangles.shrink_to_fit();
        chunk_.strokes.shrink_to_fit();
        chunk_.points.shrink_to_fit();
        chunks_.push_back(std::exchange(chunk_, {}));
    }

    const geo::Shapes* shapes_ = nullptr;
    std::vector<Chunk> chunks_;
    Chunk chunk_;
    Tessellator tessellator_;
    std::vector<std::vector<geo::Point>> rings_;
    std::vector<geo::Point> scratch_;
    std::vector<std::uint32_t> placed_;
};

ChunkBuilder::ChunkBuilder() : pimpl_(std::make_unique<Pimpl>()) {}
ChunkBuilder::~ChunkBuilder() = default;

std::vector<Chunk> ChunkBuilder::build(const geo::Shapes& shapes, std::span<const std::uint32_t> features) {
    pimpl_->begin(shapes);
    for (auto feature : features) pimpl_->add(feature);
    return pimpl_->finish();
}

}  // namespace app
