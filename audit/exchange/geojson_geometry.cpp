// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/geojson_geometry.hpp"

#include "geo/base/numbers.hpp"

namespace audit {
namespace {

void append_number(std::string& out, double value) { out += base::number_for_files(value, k_geojson_decimals); }

void append_position(std::string& out, geo::Point p) {
    out += '[';
    append_number(out, p.x);
    out += ',';
    append_number(out, p.y);
    out += ']';
}

void append_positions(std::string& out, const geo::Shape& shape, std::size_t part) {
    char separator = '[';
    for (auto p : shape.part(part)) {
        out += separator;
        separator = ',';
        append_position(out, p);
    }
    out += ']';
}

/// One past the last ring of the polygon whose shell is part `shell`.
std::size_t end_of_polygon(const geo::Shape& shape, std::size_t shell) {
    auto end = shell + 1;
    while (end < shape.part_count() && shape.parts[end] == geo::Part::hole) ++end;
    return end;
}

/// Coordinates of the single thing that begins at part `i`. @returns one past its last part
std::size_t append_one(std::string& out, const geo::Shape& shape, std::size_t i) {
    switch (shape.parts[i]) {
        case geo::Part::point:
            append_position(out, shape.part(i).front());
            return i + 1;
        case geo::Part::line:
            append_positions(out, shape, i);
            return i + 1;
        case geo::Part::shell:
        case geo::Part::hole:
            break;
    }
    auto end = end_of_polygon(shape, i);
    char separator = '[';
    for (; i < end; ++i) {
        out += separator;
        separator = ',';
        append_positions(out, shape, i);
    }
    out += ']';
    return end;
}

std::string_view single_type(geo::Part part) {
    return part == geo::Part::point ? "Point" : part == geo::Part::line ? "LineString" : "Polygon";
}

void append_collection(std::string& out, const geo::Shape& shape) {
    out += "{\"type\":\"GeometryCollection\",\"geometries\":[";
    for (std::size_t i = 0; i < shape.part_count();) {
        if (i > 0) out += ',';
        out.append("{\"type\":\"").append(single_type(shape.parts[i])).append("\",\"coordinates\":");
        i = append_one(out, shape, i);
        out += '}';
    }
    out += "]}";
}

void append_multi(std::string& out, const geo::Shape& shape) {
    out.append("{\"type\":\"Multi").append(single_type(shape.parts.front())).append("\",\"coordinates\":[");
    for (std::size_t i = 0; i < shape.part_count();) {
        if (i > 0) out += ',';
        i = append_one(out, shape, i);
    }
    out += "]}";
}

}  // namespace

void append_geometry(std::string& out, const geo::Shape& shape) {
    if (shape.is_empty()) {
        out += "null";
        return;
    }
    switch (shape.kind) {
        case geo::Kind::none:
            out += "null";
            return;
        case geo::Kind::collection:
            append_collection(out, shape);
            return;
        case geo::Kind::multi_point:
        case geo::Kind::multi_line:
        case geo::Kind::multi_polygon:
            append_multi(out, shape);
            return;
        case geo::Kind::point:
        case geo::Kind::line:
        case geo::Kind::polygon:
            break;
    }
    out.append("{\"type\":\"").append(single_type(shape.parts.front())).append("\",\"coordinates\":");
    append_one(out, shape, 0);
    out += '}';
}

void append_bbox(std::string& out, const geo::Box& box) {
    char separator = '[';
    for (auto value : {box.min_x, box.min_y, box.max_x, box.max_y}) {
        out += separator;
        separator = ',';
        append_number(out, value);
    }
    out += ']';
}

}  // namespace audit
