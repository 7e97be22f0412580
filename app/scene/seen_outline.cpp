// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/seen_outline.hpp"

#include <cmath>

namespace app {
namespace {

constexpr std::size_t k_most_corners = 2000;

/// Takes a line corner by corner and keeps what of it touches a box.
class Outline {
public:
    Outline(geo::Shape& out, const geo::Box& box, double apart) : out_(out), box_(box), apart_(apart) {}

    void add(std::span<const geo::Point> line) {
        if (line.empty()) return;
        auto from = line.front();
        bool is_drawn = false;  // up to `from`
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto to = line[i];
            const bool is_last = i + 1 == line.size();
            if (!is_last && std::abs(to.x - from.x) < apart_ && std::abs(to.y - from.y) < apart_) continue;
            geo::Box piece;
            piece.grow(from);
            piece.grow(to);
            const bool is_seen = piece.intersects(box_);
            if (is_seen && !is_drawn) out_.points.push_back(from);
            if (is_seen) out_.points.push_back(to);
            if (!is_seen && is_drawn) end();
            is_drawn = is_seen;
            from = to;
        }
        if (is_drawn) end();
    }

    void add_points(std::span<const geo::Point> points) {
        for (const auto p : points)
            if (box_.contains(p)) out_.points.push_back(p);
        end(geo::Part::point);
    }

private:
    void end(geo::Part part = geo::Part::line) {
        const auto end = static_cast<std::uint32_t>(out_.points.size());
        if (end == (out_.part_ends.empty() ? 0 : out_.part_ends.back())) return;
        out_.parts.push_back(part);
        out_.part_ends.push_back(end);
    }

    geo::Shape& out_;
    geo::Box box_;
    double apart_;
};

}  // namespace

bool is_long(const geo::Shape& shape) { return shape.points.size() > k_most_corners; }

geo::Shape seen_outline(const geo::Shape& shape, const geo::Box& box, double apart) {
    geo::Shape seen;
    seen.kind = geo::Kind::collection;
    Outline outline(seen, box, apart);
    std::size_t begin = 0;
    for (std::size_t part = 0; part < shape.part_count(); ++part) {
        const auto corners = std::span(shape.points).subspan(begin, shape.part_ends[part] - begin);
        if (shape.parts[part] == geo::Part::point)
            outline.add_points(corners);
        else
            outline.add(corners);
        begin = shape.part_ends[part];
    }
    return seen;
}

}  // namespace app
