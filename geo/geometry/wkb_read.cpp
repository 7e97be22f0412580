// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/geometry/wkb.hpp"
#include "geo/geometry/wkb_types.hpp"

#include <bit>
#include <cmath>
#include <cstring>

namespace geo {
namespace {

/// Deeper nesting than this is an attack on the stack, not geography.
constexpr int k_max_depth = 32;

[[noreturn]] void fail(const char* detail) {
    throw base::Error({.code = "wkb-broken",
                       .message = base::text("The stored geometry is damaged and cannot be read."),
                       .advice = base::text("Repair the geometry in the program that made it."),
                       .detail = detail});
}

/// Where positions go: the arrays of one Shape or of a whole column.
struct Arrays {
    std::vector<Point>& points;
    std::vector<std::uint32_t>& part_ends;
    std::vector<Part>& parts;

    void end_part(Part part) {
        part_ends.push_back(static_cast<std::uint32_t>(points.size()));
        parts.push_back(part);
    }
};

/// Puts the arrays back where they were unless keep() is called, so that a broken geometry leaves nothing behind.
class Rollback {
public:
    explicit Rollback(Arrays& arrays) : arrays_(arrays), points_(arrays.points.size()), parts_(arrays.parts.size()) {}
    ~Rollback() {
        if (kept_) return;
        arrays_.points.resize(points_);
        arrays_.part_ends.resize(parts_);
        arrays_.parts.resize(parts_);
    }
    Rollback(const Rollback&) = delete;
    Rollback& operator=(const Rollback&) = delete;
    void keep() { kept_ = true; }

private:
    Arrays& arrays_;
    std::size_t points_, parts_;
    bool kept_ = false;
};

struct Header {
    std::uint32_t type = 0;
    std::size_t dimensions = 2;
    bool swap = false;
};

Kind kind_of(std::uint32_t type) {
    switch (type) {
        case t_point:
            return Kind::point;
        case t_line:
            return Kind::line;
        case t_polygon:
        case t_triangle:
            return Kind::polygon;
        case t_multi_point:
            return Kind::multi_point;
        case t_multi_line:
        case t_multi_curve:
            return Kind::multi_line;
        case t_multi_polygon:
        case t_multi_surface:
        case t_surface:
        case t_tin:
            return Kind::multi_polygon;
        case t_collection:
            return Kind::collection;
        default:
            fail("geometry type that is unknown or a curve");
    }
}

class Reader {
public:
    Reader(std::span<const std::uint8_t> bytes, Arrays& out) : at_(bytes.data()), end_(at_ + bytes.size()), out_(out) {}

    Kind read() { return geometry(0, Kind::none); }
    std::size_t closed_rings() const { return closed_rings_; }

private:
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    std::uint32_t number(bool swap) {
        if (left() < 4) fail("ends in the middle of a number");
        std::uint32_t value = 0;
        std::memcpy(&value, at_, 4);
        at_ += 4;
        return swap ? __builtin_bswap32(value) : value;
    }

    /// A count whose elements take at least `size` bytes each: what cannot be there is not reserved.
    std::uint32_t count(const Header& header, std::size_t size) {
        auto n = number(header.swap);
        if (n > left() / size) fail("announces more than it holds");
        return n;
    }

    Header header() {
        if (left() < 5) fail("ends in the middle of a header");
        auto order = *at_++;
        if (order > 1) fail("byte order that is none");
        Header header{.swap = (order == 1) != (std::endian::native == std::endian::little)};
        auto raw = number(header.swap);
        bool z = raw & 0x80000000U, m = raw & 0x40000000U;  // EWKB says dimensions in flags, ISO in thousands
        if (raw & 0x20000000U) number(header.swap);         // EWKB's SRID; what holds the geometry knows its CRS
        raw &= 0x0FFFFFFFU;
        auto thousands = raw / 1000;
        if (thousands > 3) fail("geometry type that does not exist");
        z = z || thousands == 1 || thousands == 3;
        m = m || thousands >= 2;
        header.type = raw % 1000;
        header.dimensions += static_cast<std::size_t>(z) + static_cast<std::size_t>(m);
        return header;
    }

    double coordinate(bool swap) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, at_, 8);
        at_ += 8;
        return std::bit_cast<double>(swap ? __builtin_bswap64(bits) : bits);
    }

    /// `n` positions whose bytes are known to be there.
    void positions(const Header& header, std::uint32_t n) {
        auto old = out_.points.size();
        if (old + n > std::numeric_limits<std::uint32_t>::max() - 1) fail("more positions than one layer can hold");
        out_.points.resize(old + n);
        auto* to = out_.points.data() + old;
        if (header.dimensions == 2 && !header.swap) {
            static_assert(sizeof(Point) == 16);
            if (n > 0) std::memcpy(to, at_, 16 * static_cast<std::size_t>(n));
            at_ += 16 * static_cast<std::size_t>(n);
        } else {
            for (auto* p = to; p != to + n; ++p, at_ += 8 * (header.dimensions - 2)) {
                p->x = coordinate(header.swap);
                p->y = coordinate(header.swap);
            }
        }
        double zero = 0;
        for (auto* p = to; p != to + n; ++p) zero += p->x * 0.0 + p->y * 0.0;
        if (zero != 0) fail("position that is no number");
    }

    void point(const Header& header) {
        auto size = 8 * header.dimensions;
        if (left() < size) fail("ends in the middle of a position");
        auto* begin = at_;
        bool empty = std::isnan(coordinate(header.swap)) && std::isnan(coordinate(header.swap));
        at_ = begin;
        if (empty) {
            at_ += size;
            return;
        }
        positions(header, 1);
        out_.end_part(Part::point);
    }

    void line(const Header& header) {
        auto n = count(header, 8 * header.dimensions);
        if (n == 0) return;
        positions(header, n);
        out_.end_part(Part::line);
    }

    void close_ring(std::size_t begin) {
        auto first = out_.points[begin];
        if (first == out_.points.back()) return;
        out_.points.push_back(first);
        ++closed_rings_;
    }

    void polygon(const Header& header) {
        auto rings = count(header, 4);
        bool has_shell = false;
        for (std::uint32_t ring = 0; ring < rings; ++ring) {
            auto n = count(header, 8 * header.dimensions);
            if (ring == 0) has_shell = n > 0;
            if (n == 0 || !has_shell) {
                at_ += 8 * header.dimensions * n;
                continue;
            }
            auto begin = out_.points.size();
            positions(header, n);
            close_ring(begin);
            out_.end_part(ring == 0 ? Part::shell : Part::hole);
        }
    }

    void members(const Header& header, int depth, Kind allowed) {
        for (auto n = count(header, 9); n > 0; --n) geometry(depth + 1, allowed);
    }

    Kind geometry(int depth, Kind allowed) {
        if (depth > k_max_depth) fail("nested too deep");
        auto head = header();
        auto kind = kind_of(head.type);
        if (allowed != Kind::none && kind != allowed) fail("part of the wrong kind");
        switch (kind) {
            case Kind::none:
                break;
            case Kind::point:
                point(head);
                break;
            case Kind::line:
                line(head);
                break;
            case Kind::polygon:
                polygon(head);
                break;
            case Kind::multi_point:
                members(head, depth, Kind::point);
                break;
            case Kind::multi_line:
                members(head, depth, Kind::line);
                break;
            case Kind::multi_polygon:
                members(head, depth, Kind::polygon);
                break;
            case Kind::collection:
                members(head, depth, Kind::none);
                break;
        }
        return kind;
    }

    const std::uint8_t* at_;
    const std::uint8_t* end_;
    Arrays& out_;
    std::size_t closed_rings_ = 0;
};

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    fail("hexadecimal text with another character");
}

}  // namespace

Shape shape_from_wkb(std::span<const std::uint8_t> wkb) {
    Shape shape;
    Arrays arrays{shape.points, shape.part_ends, shape.parts};
    shape.kind = Reader(wkb, arrays).read();
    return shape;
}

std::size_t append_wkb(Shapes& shapes, std::span<const std::uint8_t> wkb) {
    Arrays arrays{shapes.points, shapes.part_ends, shapes.parts};
    Rollback rollback(arrays);
    auto begin = shapes.points.size();
    Reader reader(wkb, arrays);
    auto kind = reader.read();
    Box box;
    for (auto i = begin; i < shapes.points.size(); ++i) box.grow(shapes.points[i]);
    shapes.feature_ends.push_back(static_cast<std::uint32_t>(shapes.part_ends.size()));
    shapes.kinds.push_back(kind);
    shapes.boxes.push_back(box);
    rollback.keep();
    return reader.closed_rings();
}

Shape shape_from_hex_wkb(std::string_view hex) {
    if (hex.size() % 2 != 0) fail("hexadecimal text of odd length");
    std::vector<std::uint8_t> bytes(hex.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
    return shape_from_wkb(bytes);
}

}  // namespace geo
