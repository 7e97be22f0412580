// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/geopackage_blob.hpp"

#include "geo/base/problem.hpp"
#include "geo/geometry/wkb.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace geo {
namespace {

constexpr std::uint8_t k_little_endian = 1, k_xy_envelope = 1 << 1, k_empty = 1 << 4, k_extended = 1 << 5;
constexpr std::size_t k_fixed_header = 8;

[[noreturn]] void fail(const char* detail) {
    throw base::Error({.code = "gpkg-geometry-broken",
                       .message = base::text("The stored geometry is damaged and cannot be read."),
                       .advice = base::text("Repair the geometry in the program that made it."),
                       .detail = detail});
}

template <class Value>
Value load(const std::uint8_t* at, bool swap) {
    std::array<std::uint8_t, sizeof(Value)> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = at[swap ? bytes.size() - 1 - i : i];
    return std::bit_cast<Value>(bytes);
}

template <class Value>
void put(std::vector<std::uint8_t>& blob, Value value) {
    auto bytes = std::bit_cast<std::array<std::uint8_t, sizeof(Value)>>(value);
    if constexpr (std::endian::native == std::endian::big) bytes = {bytes.rbegin(), bytes.rend()};
    blob.insert(blob.end(), bytes.begin(), bytes.end());
}

struct Header {
    bool swap = false, empty = false;
    int srs_id = 0;
    Box envelope{};  ///< empty where the blob carries none
    std::size_t size = 0;
};

std::optional<Header> parse_header(std::span<const std::uint8_t> blob) {
    if (blob.size() < k_fixed_header || blob[0] != 'G' || blob[1] != 'P' || blob[2] != 0) return std::nullopt;
    auto flags = blob[3];
    auto envelope = (flags >> 1) & 7;
    constexpr std::array<std::size_t, 5> doubles{0, 4, 6, 6, 8};
    if (envelope > 4 || (flags & k_extended)) return std::nullopt;
    Header header;
    header.swap = ((flags & k_little_endian) != 0) != (std::endian::native == std::endian::little);
    header.empty = (flags & k_empty) != 0;
    header.size = k_fixed_header + 8 * doubles[static_cast<std::size_t>(envelope)];
    if (blob.size() < header.size) return std::nullopt;
    header.srs_id = load<std::int32_t>(&blob[4], header.swap);
    if (envelope == 0) return header;
    auto value = [&](std::size_t i) { return load<double>(&blob[k_fixed_header + 8 * i], header.swap); };
    header.envelope = {value(0), value(2), value(1), value(3)};
    return header;
}

bool is_finite(const Box& box) {
    return std::isfinite(box.min_x) && std::isfinite(box.min_y) && std::isfinite(box.max_x) && std::isfinite(box.max_y);
}

}  // namespace

std::vector<std::uint8_t> geopackage_blob(const Shape& shape, int srs_id) {
    bool with_envelope = !shape.is_empty() && shape.kind != Kind::point;
    auto flags = static_cast<std::uint8_t>(k_little_endian | (with_envelope ? k_xy_envelope : 0) |
                                           (shape.is_empty() ? k_empty : 0));
    std::vector<std::uint8_t> blob{'G', 'P', 0, flags};
    put(blob, static_cast<std::int32_t>(srs_id));
    if (with_envelope) {
        auto box = shape.box();
        for (double value : {box.min_x, box.max_x, box.min_y, box.max_y}) put(blob, value);
    }
    auto wkb = wkb_of(shape);
    blob.insert(blob.end(), wkb.begin(), wkb.end());
    return blob;
}

GeoPackageGeometry from_geopackage_blob(std::span<const std::uint8_t> blob) {
    auto header = parse_header(blob);
    if (!header) fail("no GeoPackage geometry header");
    try {
        return {shape_from_wkb(blob.subspan(header->size)), header->srs_id};
    } catch (const base::Error& error) {
        fail(error.problem().detail.c_str());
    }
}

std::optional<Box> box_of_geopackage_blob(std::span<const std::uint8_t> blob) {
    auto header = parse_header(blob);
    if (!header) return std::nullopt;
    if (header->empty) return Box{};
    if (!header->envelope.is_empty() && is_finite(header->envelope)) return header->envelope;
    try {
        return shape_from_wkb(blob.subspan(header->size)).box();
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

}  // namespace geo
