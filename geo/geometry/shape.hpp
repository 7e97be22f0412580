// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace geo {

/// A position in the CRS of whatever holds it: x is east or longitude, y is north or latitude. Always in this order,
/// whatever the authority says about axes.
struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

/// Axis-parallel box in the CRS of what it bounds; empty when made. Growing by a non-finite point does nothing.
struct Box {
    double min_x = std::numeric_limits<double>::infinity(), min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity(), max_y = -std::numeric_limits<double>::infinity();

    bool is_empty() const { return !(min_x <= max_x && min_y <= max_y); }
    double width() const { return is_empty() ? 0 : max_x - min_x; }
    double height() const { return is_empty() ? 0 : max_y - min_y; }
    Point centre() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
    void grow(Point p);
    void grow(const Box& other);
    Box widened(double margin) const;
    /// What lies in both; empty where they do not touch.
    Box common(const Box& o) const;
    bool encloses(const Box& o) const {
        return o.min_x >= min_x && o.max_x <= max_x && o.min_y >= min_y && o.max_y <= max_y;
    }
    bool contains(Point p) const { return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y; }
    bool intersects(const Box& o) const {
        return min_x <= o.max_x && o.min_x <= max_x && min_y <= o.max_y && o.min_y <= max_y;
    }
    bool operator==(const Box&) const = default;
};

enum class Kind : std::uint8_t { none, point, line, polygon, multi_point, multi_line, multi_polygon, collection };

/// "Point", "MultiPolygon", … as in GeoJSON; "None" for none.
std::string name_of(Kind kind);

/// What a run of positions is. A polygon is one `shell` followed by its `hole`s; rings are closed (first = last).
enum class Part : std::uint8_t { point, line, shell, hole };

/// One geometry as flat arrays: the positions of all parts one after the other.
/// Like a std::vector: const is safe from all threads, writing is not.
struct Shape {
    Kind kind = Kind::none;
    std::vector<Point> points{};
    std::vector<std::uint32_t> part_ends{};  ///< exclusive end of each part in `points`
    std::vector<Part> parts{};

    bool is_empty() const { return points.empty(); }
    std::size_t part_count() const { return part_ends.size(); }
    std::span<const Point> part(std::size_t i) const;
    void add_part(Part part, std::span<const Point> positions);
    Box box() const;
    bool operator==(const Shape&) const = default;

    static Shape point(Point p);
    static Shape line(std::span<const Point> positions);
    static Shape polygon(std::span<const Point> shell);  ///< closes the ring when it is open
};

/// Many geometries in one set of flat arrays: a layer's column. Feature i owns parts [feature_ends[i-1],
/// feature_ends[i]). Collections are flattened into their parts. A feature without geometry owns no part.
struct Shapes {
    std::vector<Point> points{};
    std::vector<std::uint32_t> part_ends{};
    std::vector<Part> parts{};
    std::vector<std::uint32_t> feature_ends{};
    std::vector<Kind> kinds{};
    std::vector<Box> boxes{};

    std::size_t size() const { return feature_ends.size(); }
    void add(const Shape& shape);
    /// Nothing is left, and the room is kept.
    void clear();
    std::uint32_t first_part(std::size_t feature) const { return feature == 0 ? 0 : feature_ends[feature - 1]; }
    std::uint32_t part_begin(std::size_t part) const { return part == 0 ? 0 : part_ends[part - 1]; }
    std::span<const Point> part(std::size_t i) const;
    Shape shape(std::size_t feature) const;
    Box box() const;
};

}  // namespace geo
