// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/geojson_check.hpp"
#include "geo/crs/transform.hpp"
#include "tests/audit_exchange/made_file.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <random>

using audit::Finding;
using geo::Point;
using geo::Shape;
using nlohmann::json;

namespace {

constexpr geo::Box k_netherlands{3.2, 50.7, 7.3, 53.6};

/// The first problem our checker has with it; empty when there is none.
std::string problem_in(const std::string& text) {
    auto problems = audit::check_geojson(text, {.area = k_netherlands});
    return problems.empty() ? "" : base::say(problems.remarks()[0].problem, base::Language::english);
}

Finding placed(int number, Shape shape) {
    return made::finding_with([&](Finding& f) {
        f.fid = number;
        f.uuid = "019abc00-0000-7000-8000-" + std::to_string(100000000000 + number);
        f.shape = std::move(shape);
    });
}

/// A star around `centre`: valid when `twist` is 0, crossing itself otherwise; radii down to millimetres.
Shape star(std::mt19937& random, Point centre, double radius, bool twist) {
    auto unit = [&] { return static_cast<double>(random() % 100001) / 100000.0; };
    std::vector<Point> ring;
    auto corners = 3 + random() % 12;
    for (std::size_t i = 0; i < corners; ++i) {
        auto angle = 6.283185307 * (static_cast<double>(i) + 0.8 * unit()) / static_cast<double>(corners);
        auto r = radius * (0.2 + unit());
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    if (twist) std::swap(ring[0], ring[corners / 2]);
    if (random() % 2) std::reverse(ring.begin(), ring.end());
    return Shape::polygon(ring);
}

Shape random_shape(std::mt19937& random) {
    Point centre{static_cast<double>(60000 + random() % 180000), static_cast<double>(390000 + random() % 180000)};
    auto radius = std::pow(10.0, static_cast<double>(random() % 7) - 3.0);
    std::vector<Point> positions;
    for (auto n = 2 + random() % 5; n > 0; --n)
        positions.push_back({centre.x + radius * static_cast<double>(random() % 100) / 50,
                             centre.y + radius * static_cast<double>(n % 3)});
    switch (random() % 5) {
        case 0:
            return Shape::point(centre);
        case 1:
            return Shape::line(positions);
        case 2:
            return star(random, centre, radius, false);
        case 3:
            return star(random, centre, radius, true);
        default:
            break;
    }
    auto multi = star(random, centre, radius, false);
    auto other = star(random, {centre.x + 4 * radius, centre.y}, radius, false);
    multi.kind = geo::Kind::multi_polygon;
    multi.add_part(geo::Part::shell, other.points);
    return multi;
}

}  // namespace

TEST_CASE("A GeoJSON of findings is what RFC 7946 and our own rules ask for", "[audit][exchange]") {
    std::vector<Point> terrace{{93780, 463890}, {93780, 463900}, {93790, 463900}, {93790, 463890}};
    std::vector<Point> kerb{{93700, 463800}, {93720, 463810}};
    auto file = made::exported(
        "geojson", made::feed({placed(1, Shape::point({93780.12, 463890.34})), placed(2, Shape::polygon(terrace)),
                               placed(3, Shape::line(kerb)), placed(4, {})}));
    CHECK(problem_in(file.text) == "");
    CHECK(file.exported.findings == 4);
    CHECK(file.exported.without_place == 1);
    CHECK(file.exported.remarks.empty());
    auto document = json::parse(file.text);
    CHECK(document.size() == 3);
    CHECK(document["features"][0]["id"] == document["features"][0]["properties"]["uuid"]);
    CHECK(document["features"][1]["geometry"]["type"] == "Polygon");
    CHECK(document["features"][2]["geometry"]["type"] == "LineString");
    CHECK(document["features"][3]["geometry"].is_null());
    CHECK(document["bbox"][0] == document["features"][2]["geometry"]["coordinates"][0][0]);
    CHECK(document["features"][0]["geometry"]["coordinates"][0].get<double>() == Approx(4.492).margin(0.002));
}

TEST_CASE("The same findings give the same bytes", "[audit][exchange]") {
    auto feed = made::feed({placed(1, Shape::point({93780.12, 463890.34})), placed(2, Shape::point({93781, 463891}))});
    CHECK(made::exported("geojson", feed).text == made::exported("geojson", feed).text);
}

TEST_CASE("No findings give an empty collection without a box", "[audit][exchange]") {
    auto file = made::exported("geojson", made::feed({}));
    CHECK(json::parse(file.text) == json::parse(R"({"type":"FeatureCollection","features":[]})"));
    CHECK(problem_in(file.text) == "");
}

TEST_CASE("Only the findings that match the filter are exported", "[audit][exchange]") {
    auto solved = placed(2, Shape::point({93781, 463891}));
    solved.status = audit::Status::solved;
    auto feed = made::feed({placed(1, Shape::point({93780, 463890})), solved});
    auto file = made::exported("geojson", feed, {.where = audit::parse_filter("status:solved")});
    CHECK(file.exported.findings == 1);
    CHECK(json::parse(file.text)["features"][0]["id"] == solved.uuid);
}

TEST_CASE("Hostile texts do not spoil a GeoJSON", "[audit][exchange]") {
    auto texts = made::hostile_texts();
    texts.push_back("caf\xE9 \xF0\x9F");
    std::vector<Finding> findings;
    for (const auto& text : texts) {
        findings.push_back(placed(static_cast<int>(findings.size()), Shape::point({93780, 463890})));
        findings.back().title = findings.back().notes = findings.back().district = text;
    }
    auto file = made::exported("geojson", made::feed(findings));
    CHECK(problem_in(file.text) == "");
    auto document = json::parse(file.text);
    for (std::size_t i = 0; i + 1 < texts.size(); ++i)
        REQUIRE(document["features"][i]["properties"]["title"] == texts[i]);
    CHECK(document["features"].back()["properties"]["notes"] == "caf\uFFFD \uFFFD\uFFFD");
}

TEST_CASE("Whatever shapes were drawn, down to millimetres, the file passes the checker", "[audit][exchange]") {
    std::mt19937 random(4);
    std::vector<Finding> findings;
    for (int i = 0; i < 3000; ++i) findings.push_back(placed(i, random_shape(random)));
    auto file = made::exported("geojson", made::feed(findings));
    CHECK(problem_in(file.text) == "");
    CHECK(file.exported.findings == 3000);
    CHECK(file.exported.without_place == 0);
    CHECK(file.exported.remarks.count("export-reduced") > 0);
    CHECK(file.exported.remarks.count("export-repaired") > 0);
    CHECK(file.exported.remarks.count("export-outside") == 0);
}

TEST_CASE("A shape is moved less than a centimetre and its area kept", "[audit][exchange]") {
    std::vector<Point> terrace{{93780, 463890}, {93790, 463890}, {93790, 463900}, {93780, 463900}};
    auto file = made::exported("geojson", made::feed({placed(1, Shape::polygon(terrace))}));
    geo::Transform back(geo::wgs84(), geo::rd_new());
    auto ring = json::parse(file.text)["features"][0]["geometry"]["coordinates"][0];
    REQUIRE(ring.size() == 5);
    for (const auto& position : ring) {
        auto p = back.apply(Point{position[0].get<double>(), position[1].get<double>()});
        auto is_near = [&](Point corner) { return std::hypot(p.x - corner.x, p.y - corner.y) < 0.01; };
        CHECK(std::any_of(terrace.begin(), terrace.end(), is_near));
    }
}

TEST_CASE("Kinds of several parts are written as such", "[audit][exchange]") {
    Shape points{.kind = geo::Kind::multi_point};
    std::vector<Point> one{{93780, 463890}}, two{{93781, 463891}}, line{{93780, 463890}, {93781, 463891}};
    points.add_part(geo::Part::point, one);
    points.add_part(geo::Part::point, two);
    Shape mixed{.kind = geo::Kind::collection};
    mixed.add_part(geo::Part::point, one);
    mixed.add_part(geo::Part::line, line);
    Shape lines{.kind = geo::Kind::multi_line};
    lines.add_part(geo::Part::line, line);
    auto file = made::exported("geojson", made::feed({placed(1, points), placed(2, mixed), placed(3, lines)}));
    CHECK(problem_in(file.text) == "");
    auto features = json::parse(file.text)["features"];
    CHECK(features[0]["geometry"]["coordinates"].size() == 2);
    CHECK(features[1]["geometry"]["geometries"][1]["type"] == "LineString");
    CHECK(features[2]["geometry"]["type"] == "MultiLineString");
}
