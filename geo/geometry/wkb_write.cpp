// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/wkb.hpp"
#include "geo/geometry/wkb_types.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace geo {
namespace {

class Writer {
public:
    std::vector<std::uint8_t> write(const Shape& shape) {
        bytes_.reserve(16 * shape.points.size() + 9 * shape.part_count() + 9);
        switch (shape.kind) {
            case Kind::none:
                multi(shape, t_collection);
                break;
            case Kind::point:
                single(shape, t_point);
                break;
            case Kind::line:
                single(shape, t_line);
                break;
            case Kind::polygon:
                single(shape, t_polygon);
                break;
            case Kind::multi_point:
                multi(shape, t_multi_point);
                break;
            case Kind::multi_line:
                multi(shape, t_multi_line);
                break;
            case Kind::multi_polygon:
                multi(shape, t_multi_polygon);
                break;
            case Kind::collection:
                multi(shape, t_collection);
                break;
        }
        return std::move(bytes_);
    }

private:
    template <class Value>
    void put(Value value) {
        auto bits = std::bit_cast<std::array<std::uint8_t, sizeof(Value)>>(value);
        if constexpr (std::endian::native == std::endian::big) std::reverse(bits.begin(), bits.end());
        bytes_.insert(bytes_.end(), bits.begin(), bits.end());
    }

    void header(WkbType type) {
        bytes_.push_back(1);
        put(static_cast<std::uint32_t>(type));
    }

    void put_count(std::size_t count) { put(static_cast<std::uint32_t>(count)); }

    void positions(std::span<const Point> points) {
        if constexpr (std::endian::native == std::endian::little) {
            const auto* raw = reinterpret_cast<const std::uint8_t*>(points.data());
            bytes_.insert(bytes_.end(), raw, raw + points.size_bytes());
            return;
        }
        for (auto p : points) {
            put(p.x);
            put(p.y);
        }
    }

    /// A polygon is its shell and the holes that follow. @returns the first part after it
    static std::size_t polygon_end(const Shape& shape, std::size_t shell) {
        auto end = shell + 1;
        while (end < shape.part_count() && shape.parts[end] == Part::hole) ++end;
        return end;
    }

    std::size_t polygon(const Shape& shape, std::size_t shell) {
        auto end = polygon_end(shape, shell);
        header(t_polygon);
        put_count(end - shell);
        for (auto i = shell; i < end; ++i) {
            put_count(shape.part(i).size());
            positions(shape.part(i));
        }
        return end;
    }

    void point(Point p) {
        header(t_point);
        positions({&p, 1});
        ++members_;
    }

    void line(std::span<const Point> points) {
        header(t_line);
        put_count(points.size());
        positions(points);
        ++members_;
    }

    /// The geometry that begins with part `i`. @returns the first part after it
    std::size_t member(const Shape& shape, std::size_t i) {
        switch (shape.parts[i]) {
            case Part::point:
                for (auto p : shape.part(i)) point(p);
                return i + 1;
            case Part::line:
                line(shape.part(i));
                return i + 1;
            case Part::shell:
            case Part::hole:
                ++members_;
                return polygon(shape, i);
        }
        return i + 1;
    }

    void single(const Shape& shape, WkbType type) {
        if (!shape.is_empty()) {
            member(shape, 0);
            return;
        }
        header(type);
        if (type == t_point)
            for (int i = 0; i < 2; ++i) put(std::numeric_limits<double>::quiet_NaN());
        else
            put_count(0);
    }

    void multi(const Shape& shape, WkbType type) {
        header(type);
        auto count_at = bytes_.size();
        put_count(0);
        for (std::size_t i = 0; i < shape.part_count();) i = member(shape, i);
        auto end = bytes_.size();
        put_count(members_);
        std::copy(bytes_.begin() + end, bytes_.end(), bytes_.begin() + count_at);
        bytes_.resize(end);
    }

    std::size_t members_ = 0;
    std::vector<std::uint8_t> bytes_;
};

}  // namespace

std::vector<std::uint8_t> wkb_of(const Shape& shape) { return Writer().write(shape); }

std::string hex_wkb_of(const Shape& shape) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string hex;
    for (auto byte : wkb_of(shape)) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

}  // namespace geo
