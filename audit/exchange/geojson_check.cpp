// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/geojson_check.hpp"

#include "audit/exchange/geojson_check_geometry.hpp"
#include "geo/base/files.hpp"

#include <unordered_set>

namespace audit {
namespace {

using Json = nlohmann::json;

bool is_geometry_type(const std::string& type) {
    return type.ends_with("Point") || type.ends_with("LineString") || type.ends_with("Polygon") ||
           type == "GeometryCollection";
}

class DocumentCheck {
public:
    explicit DocumentCheck(const GeoJsonRules& rules) : found_{rules} {}

    base::Problems check(const Json& document) {
        check_top(document);
        return std::move(found_.problems);
    }

private:
    void check_top(const Json& document) {
        auto type = document.is_object() && document.contains("type") && document["type"].is_string()
                        ? document["type"].get<std::string>()
                        : std::string();
        if (document.is_object() && document.contains("crs"))
            found_.add("geojson-crs", base::text("There is a member crs."),
                       base::text("Leave it out: GeoJSON is always in WGS 84."));
        if (type == "FeatureCollection") return check_features(document);
        if (!found_.rules.ours && type == "Feature") {
            check_feature(document);
        } else if (!found_.rules.ours && is_geometry_type(type)) {
            check_geometry(document, found_);
        } else {
            found_.add("geojson-type", base::text("This is no FeatureCollection."),
                       base::text("Put the features in one FeatureCollection."));
        }
    }

    void check_features(const Json& document) {
        auto features = document.find("features");
        if (features == document.end() || !features->is_array())
            return found_.add("geojson-features", base::text("The FeatureCollection has no array of features."));
        geo::Box box;
        for (std::size_t i = 0; i < features->size(); ++i) {
            found_.feature = static_cast<std::int64_t>(i);
            box.grow(check_feature((*features)[i]));
        }
        found_.feature.reset();
        check_bbox(document, box, found_);
        if (found_.rules.ours && !box.is_empty() && !document.contains("bbox"))
            found_.add("geojson-bbox", base::text("The FeatureCollection has no bbox."));
        check_top_members(document);
    }

    void check_top_members(const Json& document) {
        for (const auto& [name, value] : document.items()) {
            bool is_known = name == "type" || name == "features" || name == "bbox" || name == "crs";
            bool is_misplaced =
                name == "coordinates" || name == "geometries" || name == "geometry" || name == "properties";
            if (is_misplaced || (found_.rules.ours && !is_known))
                found_.add("geojson-foreign",
                           base::text("“{member}” does not belong in a FeatureCollection.", {{"member", name}}));
        }
    }

    geo::Box check_feature(const Json& feature) {
        if (!feature.is_object() || !feature.contains("type") || feature["type"] != "Feature") {
            found_.add("geojson-feature", base::text("This is no feature."));
            return {};
        }
        for (const auto* member : {"coordinates", "geometries", "features"})
            if (feature.contains(member))
                found_.add("geojson-foreign",
                           base::text("“{member}” does not belong in a feature.", {{"member", member}}));
        if (!feature.contains("properties") || !(feature["properties"].is_object() || feature["properties"].is_null()))
            found_.add("geojson-properties", base::text("The feature has no properties."),
                       base::text("Write an object, or null."));
        check_id(feature);
        if (!feature.contains("geometry")) {
            found_.add("geojson-geometry", base::text("The feature has no geometry."),
                       base::text("Write an object, or null."));
            return {};
        }
        auto box = check_geometry(feature["geometry"], found_);
        check_bbox(feature, box, found_);
        return box;
    }

    void check_id(const Json& feature) {
        auto id = feature.find("id");
        bool has_id = id != feature.end();
        if (has_id ? !(id->is_string() || (id->is_number() && !found_.rules.ours)) : found_.rules.ours)
            return found_.add("geojson-id", base::text("The feature has no id that is a text."));
        if (has_id && !ids_.insert(id->dump()).second)
            found_.add("geojson-id-twice", base::text("The id {id} is there twice.", {{"id", id->dump()}}),
                       base::text("Give every feature an id of its own."));
    }

    GeoJsonFindings found_;
    std::unordered_set<std::string> ids_{};
};

base::Problems unreadable(const Json::exception& error) {
    base::Problems problems;
    problems.add({.code = "geojson-no-json",
                  .message = base::text("The file is no JSON in UTF-8."),
                  .advice = base::text("Look whether it was cut off or saved with another encoding."),
                  .detail = error.what()});
    return problems;
}

}  // namespace

base::Problems check_geojson(std::string_view text, const GeoJsonRules& rules) {
    base::Problems problems;
    if (text.starts_with("\xEF\xBB\xBF")) {
        problems.add({.code = "geojson-byte-order-mark",
                      .message = base::text("The file begins with a byte order mark."),
                      .advice = base::text("Save it as UTF-8 without one.")});
        text.remove_prefix(3);
    }
    try {
        problems.add(DocumentCheck(rules).check(Json::parse(text)));
    } catch (const Json::exception& error) {
        problems.add(unreadable(error));
    }
    return problems;
}

base::Problems check_geojson_file(const std::filesystem::path& file, const GeoJsonRules& rules) {
    return check_geojson(base::read_file(file), rules);
}

}  // namespace audit
