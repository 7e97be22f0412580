// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/detail_builder.hpp"

#include "app/scene/tessellate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace app {
namespace {

/// Corners in a chunk before the next one begins. A chunk is the smallest step of uploading and of leaving out what is
/// not in view: larger ones draw more in vain, smaller ones cost more calls.
constexpr std::size_t k_chunk_corners = 4096;
/// What 16 bits can number, with room for one more triangle.
constexpr std::size_t k_most_fill_corners = 65000;
constexpr std::uint32_t k_not_placed = std::numeric_limits<std::uint32_t>::max();

class DetailBuilder {
public:
    DetailBuilder(const geo::Shapes& shapes, double unit) : shapes_(shapes) { detail_.unit = unit; }

    void add(std::uint32_t feature) {
        const auto& box = shapes_.boxes[feature];
        bool is_point = box.width() == 0 && box.height() == 0;
        if (!is_point && std::max(box.width(), box.height()) < detail_.unit) return;
        auto end = shapes_.feature_ends[feature];
        for (auto part = shapes_.first_part(feature); part < end;) part = add_part(part, end);
        if (chunk_corners() >= k_chunk_corners) finish_chunk();
    }

    Detail finish() {
        finish_chunk();
        return std::move(detail_);
    }

private:
    /// Adds the part, with a shell its holes too. @returns the next part
    std::uint32_t add_part(std::uint32_t part, std::uint32_t end) {
        switch (shapes_.parts[part]) {
            case geo::Part::point:
                add_points(shapes_.part(part));
                return part + 1;
            case geo::Part::line:
                add_line(shapes_.part(part));
                return part + 1;
            case geo::Part::shell:
            case geo::Part::hole:
                break;
        }
        auto first = part++;
        while (part < end && shapes_.parts[part] == geo::Part::hole) ++part;
        add_polygon(first, part);
        return part;
    }

    geo::Point rounded(geo::Point p) const {
        if (!(detail_.unit > 0)) return p;
        return {std::round(p.x / detail_.unit) * detail_.unit, std::round(p.y / detail_.unit) * detail_.unit};
    }

    /// Rounded, without repeats and without corners that lie on the straight way between their neighbours.
    void simplify(std::span<const geo::Point> from, std::vector<geo::Point>& to) const {
        to.clear();
        for (auto given : from) {
            auto p = rounded(given);
            if (!std::isfinite(p.x) || !std::isfinite(p.y) || (!to.empty() && to.back() == p)) continue;
            while (detail_.unit > 0 && to.size() >= 2 && is_on_the_way(to[to.size() - 2], to.back(), p)) to.pop_back();
            to.push_back(p);
        }
    }

    bool is_on_the_way(geo::Point a, geo::Point b, geo::Point c) const {
        double abx = b.x - a.x, aby = b.y - a.y, bcx = c.x - b.x, bcy = c.y - b.y;
        bool straight = std::abs(abx * bcy - aby * bcx) < 1e-6 * detail_.unit * detail_.unit;
        return straight && abx * bcx + aby * bcy > 0;
    }

    void add_points(std::span<const geo::Point> points) {
        for (auto given : points) {
            auto p = rounded(given);
            if (!std::isfinite(p.x) || !std::isfinite(p.y) || (detail_.unit > 0 && !is_new_place(p))) continue;
            begin_chunk(p);
            chunk_.points.push_back(flat(p));
        }
    }

    /// Many points on the same pixel look like one.
    bool is_new_place(geo::Point p) {
        auto column = static_cast<std::uint64_t>(std::llround(p.x / detail_.unit));
        auto row = static_cast<std::uint64_t>(std::llround(p.y / detail_.unit));
        return places_.insert(column << 32U ^ (row & 0xFFFFFFFFU)).second;
    }

    void add_line(std::span<const geo::Point> line) {
        simplify(line, scratch_);
        if (scratch_.size() >= 2) add_strip(scratch_);
    }

    void add_polygon(std::uint32_t first, std::uint32_t end) {
        rings_.resize(end - first);
        std::size_t used = 0;
        for (auto part = first; part < end; ++part) {
            auto& ring = rings_[used];
            simplify(shapes_.part(part), ring);
            if (part == first && ring.size() < 4) ring = box_ring(shapes_.part(part));
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

    /// Stands for a polygon that rounding has crushed, so that a street of small houses does not become empty.
    std::vector<geo::Point> box_ring(std::span<const geo::Point> ring) const {
        geo::Box box;
        for (auto p : ring) box.grow(rounded(p));
        if (!(detail_.unit > 0) || box.is_empty()) return {};
        double right = std::max(box.max_x, box.min_x + detail_.unit),
               top = std::max(box.max_y, box.min_y + detail_.unit);
        return {{box.min_x, box.min_y}, {right, box.min_y}, {right, top}, {box.min_x, top}, {box.min_x, box.min_y}};
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
        detail_.chunks.push_back(std::exchange(chunk_, {}));
    }

    const geo::Shapes& shapes_;
    Detail detail_;
    Chunk chunk_;
    Tessellator tessellator_;
    std::unordered_set<std::uint64_t> places_;
    std::vector<std::vector<geo::Point>> rings_;
    std::vector<geo::Point> scratch_;
    std::vector<std::uint32_t> placed_;
};

}  // namespace

Detail build_detail(const geo::Shapes& shapes, const std::vector<std::uint32_t>& order, double unit,
                    base::Progress progress) {
    DetailBuilder builder(shapes, unit);
    for (std::size_t i = 0; i < order.size(); ++i) {
        builder.add(order[i]);
        if (i % 1024 == 0) progress.report(static_cast<double>(i) / static_cast<double>(order.size()));
    }
    progress.report(1.0);
    return builder.finish();
}

}  // namespace app
