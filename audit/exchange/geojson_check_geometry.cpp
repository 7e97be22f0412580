// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/geojson_check_geometry.hpp"

#include "audit/exchange/geojson_geometry.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/validity.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace audit {
namespace {

using Json = nlohmann::json;

/// Half of the last decimal: what two writers of the same number can differ.
constexpr double k_same = 0.5e-7;
/// Collections in collections are followed no further: a hostile file must not exhaust the stack.
constexpr int k_deepest = 100;

struct Type {
    std::string_view name;
    int depth;  ///< of the arrays around a position
    geo::Kind kind;
};
constexpr std::array k_types{
    Type{"Point", 0, geo::Kind::point},     Type{"MultiPoint", 1, geo::Kind::multi_point},
    Type{"LineString", 1, geo::Kind::line}, Type{"MultiLineString", 2, geo::Kind::multi_line},
    Type{"Polygon", 2, geo::Kind::polygon}, Type{"MultiPolygon", 3, geo::Kind::multi_polygon},
};

bool is_area(geo::Kind kind) { return kind == geo::Kind::polygon || kind == geo::Kind::multi_polygon; }

class GeometryCheck {
public:
    GeometryCheck(const Type& type, GeoJsonFindings& found) : type_(type), found_(found) { shape_.kind = type.kind; }

    geo::Box check(const Json& coordinates) {
        if (is_whole_ = read(coordinates, type_.depth, 0); !is_whole_)
            found_.add(
                "geojson-coordinates",
                base::text("The coordinates do not have the form of a {type}.", {{"type", std::string(type_.name)}}),
                base::text("Nest the arrays as the standard says, with two or three numbers in a position."));
        for (auto p : shape_.points) check_position(p);
        for (std::size_t i = 0; i < shape_.part_count(); ++i) check_part(i);
        if (is_whole_ && found_.rules.ours) check_whole();
        return shape_.box();
    }

private:
    /// @param index of `value` in the array around it: the first ring of a polygon is its shell
    bool read(const Json& value, int depth, std::size_t index) {
        if (!value.is_array()) return false;
        if (depth == 0) return read_part(Json::array({value}), geo::Part::point);
        bool are_positions = depth == 1 && type_.kind != geo::Kind::multi_point;
        if (are_positions)
            return read_part(value, !is_area(type_.kind) ? geo::Part::line
                                    : index == 0         ? geo::Part::shell
                                                         : geo::Part::hole);
        if (value.empty() && is_area(type_.kind) && depth == 2) return false;
        bool good = true;
        for (std::size_t i = 0; i < value.size(); ++i) good = read(value[i], depth - 1, i) && good;
        return good;
    }

    bool read_part(const Json& positions, geo::Part part) {
        std::vector<geo::Point> points;
        for (const auto& position : positions) {
            bool is_position =
                position.is_array() && (position.size() == 2 || position.size() == 3) &&
                std::all_of(position.begin(), position.end(), [](const Json& n) { return n.is_number(); });
            if (!is_position) return false;
            points.push_back({position[0].get<double>(), position[1].get<double>()});
        }
        if (!points.empty()) shape_.add_part(part, points);
        return !points.empty();
    }

    void check_position(geo::Point p) {
        auto values = [&] { return at(p); };
        bool is_on_earth = std::abs(p.x) <= 180 && std::abs(p.y) <= 90;
        if (!is_on_earth)
            found_.add("geojson-range", base::text("A position is not on the earth: {x}, {y}.", values()),
                       base::text("Write longitude and latitude in degrees (WGS 84), not metres."));
        if (const auto& area = found_.rules.area; is_on_earth && area && !area->contains(p))
            found_.add("geojson-area",
                       base::text("A position lies outside the area that was expected: {x}, {y}.", values()),
                       base::text("Write longitude first, then latitude."));
        if (found_.rules.ours && (has_many_decimals(p.x) || has_many_decimals(p.y)))
            found_.add("geojson-decimals", base::text("A coordinate has more than seven decimals: {x}, {y}.", values()),
                       base::text("Round to seven decimals, which is 1 cm."));
    }

    static std::vector<std::pair<std::string, std::string>> at(geo::Point p) {
        return {{"x", Json(p.x).dump()}, {"y", Json(p.y).dump()}};
    }

    static bool has_many_decimals(double value) {
        auto scaled = value * 1e7;
        return std::abs(value) < 1e6 && std::abs(scaled - std::round(scaled)) > 1e-4;
    }

    void check_part(std::size_t i) {
        auto positions = shape_.part(i);
        auto part = shape_.parts[i];
        if (part == geo::Part::line && positions.size() < 2)
            found_.add("geojson-short", base::text("A line has less than two positions."));
        if (found_.rules.ours && std::adjacent_find(positions.begin(), positions.end()) != positions.end())
            found_.add("geojson-repeated", base::text("A position is repeated directly: {x}, {y}.",
                                                      at(*std::adjacent_find(positions.begin(), positions.end()))));
        if (part == geo::Part::shell || part == geo::Part::hole) check_ring(positions, part);
    }

    void check_ring(std::span<const geo::Point> ring, geo::Part part) {
        if (ring.size() < 4) found_.add("geojson-short", base::text("A ring has less than four positions."));
        if (ring.front() != ring.back())
            found_.add("geojson-open-ring", base::text("A ring does not end where it begins."),
                       base::text("Repeat the first position at the end."));
        auto area = geo::signed_area(ring);
        if ((part == geo::Part::shell && area < 0) || (part == geo::Part::hole && area > 0))
            found_.add("geojson-direction", base::text("A ring runs the wrong way round."),
                       base::text("Outer rings run counter-clockwise, holes clockwise."));
    }

    void check_whole() {
        if (shape_.box().width() > 180)
            found_.add("geojson-antimeridian", base::text("A shape is wider than half the world."),
                       base::text("Cut it where longitude jumps from 180 to -180."));
        if (auto why = geo::why_invalid(shape_))
            found_.add("geojson-invalid", *why, base::text("Repair the geometry."));
    }

    const Type& type_;
    GeoJsonFindings& found_;
    geo::Shape shape_{};
    bool is_whole_ = true;
};

geo::Box check_collection(const Json& geometry, GeoJsonFindings& found) {
    geo::Box box;
    auto members = geometry.find("geometries");
    if (members == geometry.end() || !members->is_array()) {
        found.add("geojson-coordinates", base::text("A GeometryCollection has no array of geometries."));
        return box;
    }
    for (const auto& member : *members) {
        bool is_collection = member.is_object() && member.contains("type") && member["type"] == "GeometryCollection";
        if (member.is_null()) found.add("geojson-geometry", base::text("A GeometryCollection holds null."));
        if (is_collection && found.rules.ours)
            found.add("geojson-nested", base::text("A GeometryCollection lies inside another."),
                      base::text("Put all geometries in one collection."));
        if (found.depth == k_deepest) continue;
        ++found.depth;
        box.grow(check_geometry(member, found));
        --found.depth;
    }
    return box;
}

void check_members(const Json& geometry, std::string_view content, GeoJsonFindings& found) {
    for (const auto& [name, value] : geometry.items())
        if (name != "type" && name != "bbox" && name != content)
            found.add("geojson-foreign", base::text("“{member}” does not belong in a geometry.", {{"member", name}}),
                      base::text("Put it among the properties of the feature."));
}

bool equals(const Json& bbox, const geo::Box& data) {
    auto half = bbox.size() / 2;
    const std::array expected{data.min_x, data.min_y, data.max_x, data.max_y};
    const std::array actual{bbox[0].get<double>(), bbox[1].get<double>(), bbox[half].get<double>(),
                            bbox[half + 1].get<double>()};
    return std::equal(expected.begin(), expected.end(), actual.begin(),
                      [](double a, double b) { return std::abs(a - b) <= k_same; });
}

}  // namespace

void GeoJsonFindings::add(std::string code, base::Text message, base::Text advice) {
    problems.add({.code = std::move(code),
                  .message = std::move(message),
                  .where = {.feature = feature},
                  .advice = std::move(advice)});
}

geo::Box check_geometry(const Json& geometry, GeoJsonFindings& found) {
    if (geometry.is_null()) return {};
    auto type = geometry.is_object() ? geometry.find("type") : geometry.end();
    if (!geometry.is_object() || type == geometry.end() || !type->is_string()) {
        found.add("geojson-geometry", base::text("A geometry is no object with a type."));
        return {};
    }
    geo::Box box;
    auto name = type->get<std::string>();
    auto known = std::find_if(k_types.begin(), k_types.end(), [&](const Type& t) { return t.name == name; });
    if (name == "GeometryCollection") {
        box = check_collection(geometry, found);
        check_members(geometry, "geometries", found);
    } else if (known == k_types.end()) {
        found.add("geojson-geometry", base::text("There is no geometry type “{type}”.", {{"type", name}}));
    } else if (!geometry.contains("coordinates")) {
        found.add("geojson-coordinates", base::text("A geometry has no coordinates."));
    } else {
        box = GeometryCheck(*known, found).check(geometry["coordinates"]);
        check_members(geometry, "coordinates", found);
    }
    check_bbox(geometry, box, found);
    return box;
}

void check_bbox(const Json& object, const geo::Box& data, GeoJsonFindings& found) {
    auto bbox = object.find("bbox");
    if (bbox == object.end()) return;
    bool has_form = bbox->is_array() && (bbox->size() == 4 || bbox->size() == 6) &&
                    std::all_of(bbox->begin(), bbox->end(), [](const Json& n) { return n.is_number(); });
    if (!has_form)
        found.add("geojson-bbox", base::text("A bbox is no array of four or six numbers."),
                  base::text("Write west, south, east, north."));
    else if (data.is_empty() || !equals(*bbox, data))
        found.add("geojson-bbox-data", base::text("A bbox does not fit the positions."),
                  base::text("Write west, south, east, north of all positions."));
}

}  // namespace audit
