// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/geojson_check.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

using audit::check_geojson;

namespace {

std::set<std::string> codes_in(const base::Problems& problems) {
    std::set<std::string> codes;
    for (const auto& remark : problems.remarks()) codes.insert(remark.problem.code);
    return codes;
}

using Codes = std::set<std::string>;

constexpr geo::Box k_leiden{4.4, 52.1, 4.6, 52.2};

/// A file as we write it, with one feature of this geometry.
std::string file_with(const std::string& geometry, const std::string& bbox, const std::string& more = "") {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":)" + geometry +
           R"(,"properties":{}}])" + (bbox.empty() ? "" : ",\"bbox\":" + bbox) + more + "}";
}

Codes codes_for(const std::string& text) { return codes_in(check_geojson(text, {.area = k_leiden})); }

const std::string k_point = R"({"type":"Point","coordinates":[4.5,52.15]})";
const std::string k_point_bbox = "[4.5,52.15,4.5,52.15]";

std::string polygon(const std::string& rings) { return R"({"type":"Polygon","coordinates":[)" + rings + "]}"; }

}  // namespace

TEST_CASE("A file that keeps the rules has no problems", "[audit][exchange]") {
    CHECK(codes_for(file_with(k_point, k_point_bbox)).empty());
    CHECK(codes_for(file_with("null", "")).empty());
    CHECK(codes_for(file_with(polygon("[[4.5,52.15],[4.51,52.15],[4.51,52.16],[4.5,52.15]]"), "[4.5,52.15,4.51,52.16]"))
              .empty());
}

TEST_CASE("What the usual validators let pass is caught", "[audit][exchange]") {
    CHECK(codes_for(file_with(R"({"type":"Point","coordinates":[93500,463900]})", "[93500,463900,93500,463900]")) ==
          Codes{"geojson-range"});
    CHECK(codes_for(file_with(R"({"type":"Point","coordinates":[52.15,4.5]})", "[52.15,4.5,52.15,4.5]")) ==
          Codes{"geojson-area"});
    CHECK(codes_for(file_with(k_point, k_point_bbox, R"(,"crs":{"type":"name"})")) == Codes{"geojson-crs"});
    CHECK(codes_for(file_with(k_point, k_point_bbox, R"(,"name":"export")")) == Codes{"geojson-foreign"});
    CHECK(codes_for(file_with(k_point, "[4.5,52.15,4.6,52.15]")) == Codes{"geojson-bbox-data"});
    CHECK(codes_for(file_with(k_point, "[52.15,4.5,52.15,4.5]")) == Codes{"geojson-bbox-data"});
    CHECK(codes_for(file_with(k_point, "[4.5,52.15]")) == Codes{"geojson-bbox"});
    CHECK(codes_for(file_with(k_point, "")) == Codes{"geojson-bbox"});
    CHECK(codes_for(file_with(R"({"type":"Point","coordinates":[4.50000001,52.15]})",
                              "[4.50000001,52.15,4.50000001,52.15]")) == Codes{"geojson-decimals"});
    CHECK(codes_for("\xEF\xBB\xBF" + file_with(k_point, k_point_bbox)) == Codes{"geojson-byte-order-mark"});
    CHECK(codes_for(file_with(R"({"type":"Point","coordinates":[4.5,52.15],"name":1})", k_point_bbox)) ==
          Codes{"geojson-foreign"});
    CHECK(codes_for(file_with(R"({"type":"Point","coordinates":[4.5,52.15,0,1]})", "")) ==
          Codes{"geojson-coordinates"});
}

TEST_CASE("Rings have a direction, an end and no crossing", "[audit][exchange]") {
    const std::string bbox = "[4.5,52.15,4.51,52.16]";
    CHECK(codes_for(file_with(polygon("[[4.5,52.15],[4.51,52.16],[4.51,52.15],[4.5,52.15]]"), bbox)) ==
          Codes{"geojson-direction"});
    CHECK(codes_for(file_with(polygon("[[4.5,52.15],[4.51,52.15],[4.51,52.16],[4.5,52.16]]"), bbox))
              .count("geojson-open-ring") == 1);
    CHECK(codes_for(file_with(polygon("[[4.5,52.15],[4.51,52.16],[4.5,52.15]]"), bbox)).count("geojson-short") == 1);
    CHECK(codes_for(file_with(polygon("[[4.5,52.15],[4.51,52.15],[4.51,52.15],[4.51,52.16],[4.5,52.15]]"), bbox)) ==
          Codes{"geojson-repeated"});
    CHECK(codes_for(file_with(polygon("[[4.5,52.15],[4.51,52.15],[4.503,52.16],[4.51,52.16],[4.5,52.15]]"), bbox))
              .count("geojson-invalid") == 1);
    CHECK(codes_for(file_with(polygon("[]"), "")) == Codes{"geojson-coordinates"});
}

TEST_CASE("Ids are there, texts, and each only once", "[audit][exchange]") {
    auto two = [](const std::string& first, const std::string& second) {
        auto feature = [](const std::string& id) {
            return R"({"type":"Feature",)" + id + R"("geometry":null,"properties":{}})";
        };
        return R"({"type":"FeatureCollection","features":[)" + feature(first) + "," + feature(second) + "]}";
    };
    CHECK(codes_for(two("\"id\":\"a\",", "\"id\":\"b\",")).empty());
    CHECK(codes_for(two("\"id\":\"a\",", "")) == Codes{"geojson-id"});
    CHECK(codes_for(two("\"id\":1,", "\"id\":\"b\",")) == Codes{"geojson-id"});
    auto problems = check_geojson(two("\"id\":\"a\",", "\"id\":\"a\","));
    REQUIRE(problems.count("geojson-id-twice") == 1);
    CHECK(problems.remarks()[0].first == std::vector<std::int64_t>{1});
    CHECK_FALSE(problems.remarks()[0].problem.advice.msgid.empty());
}

TEST_CASE("What is no GeoJSON ends in one problem, never in a crash", "[audit][exchange]") {
    CHECK(codes_for("") == Codes{"geojson-no-json"});
    CHECK(codes_for("{\"type\":") == Codes{"geojson-no-json"});
    CHECK(codes_for("\"caf\xE9\"") == Codes{"geojson-no-json"});
    CHECK(codes_for("[]") == Codes{"geojson-type"});
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += R"({"type":"GeometryCollection","geometries":[)";
    deep += k_point;
    for (int i = 0; i < 5000; ++i) deep += "]}";
    CHECK(codes_for(file_with(deep, "")).count("geojson-nested") == 1);
}

TEST_CASE("Valid files made by others keep the standard", "[audit][exchange]") {
    NEED_REAL_FILE(folder, "broken/geojson/valid");
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        INFO(entry.path().filename().string());
        auto problems = audit::check_geojson_file(entry.path(), {.ours = false});
        for (const auto& remark : problems.remarks()) UNSCOPED_INFO(base::say(remark.problem, base::Language::english));
        CHECK(problems.empty());
        ++files;
    }
    CHECK(files > 15);
}

TEST_CASE("Invalid files made by others are caught by the standard alone", "[audit][exchange]") {
    for (const std::string kind : {"invalid_geometries", "invalid_structure"}) {
        NEED_REAL_FILE(folder, "broken/geojson/" + kind);
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            INFO(entry.path().filename().string());
            CHECK_FALSE(audit::check_geojson_file(entry.path(), {.ours = false}).empty());
        }
    }
}

TEST_CASE("Odd files made by others are caught by our own rules, but for what is no fault", "[audit][exchange]") {
    // Legal, and we write them too: a finding without a place, many corners, a multi-geometry of one part, holes,
    // height.
    const std::set<std::string> accepted{"problematic_feature_null_geometry", "problematic_holes",
                                         "problematic_3d_coordinates",
                                         "problematic_multitype_geometry_with_just_one_geometry"};
    const Codes dress{"geojson-id", "geojson-bbox"};
    NEED_REAL_FILE(folder, "broken/geojson/problematic_geometries");
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        INFO(entry.path().filename().string());
        auto codes = codes_in(audit::check_geojson_file(entry.path()));
        Codes serious;
        std::set_difference(codes.begin(), codes.end(), dress.begin(), dress.end(),
                            std::inserter(serious, serious.end()));
        bool is_fine = accepted.count(entry.path().stem().string()) == 1;
        for (const auto& code : codes) UNSCOPED_INFO(code);
        CHECK(serious.empty() == is_fine);
    }
}
