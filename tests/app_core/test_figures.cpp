// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layer_styles.hpp"
#include "app/core/page_legend.hpp"
#include "geo/base/numbers.hpp"
#include "geo/geometry/measure.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/app_core/desk_bench.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <random>

using namespace app;
using base::Language;

namespace {

std::shared_ptr<const MarkLayer> at_places(const std::vector<geo::Point>& places) {
    std::vector<Mark> marks;
    for (const auto& place : places) marks.push_back({.shape = geo::Shape::point(place)});
    marks.push_back({});  // one that nobody has put on the map
    return std::make_shared<MarkLayer>(marks);
}

geo::Shapes areas(std::initializer_list<std::string> wkts) {
    geo::Shapes shapes;
    for (const auto& wkt : wkts) shapes.add(geo::shape_from_wkt(wkt));
    return shapes;
}

/// Two districts of 1 and 4 km², one of which says how many people live there, and a dossier with findings.
struct WithDistricts {
    test::TemporaryFolder folder{};
    Desk desk{test::desk_options(folder)};

    WithDistricts() {
        std::ofstream(folder / "buurten.csv")
            << "buurtnaam,aantal_inwoners,bewoners hier,WKT\n"
               "Noord,1000,500,\"POLYGON ((93000 463000, 94000 463000, 94000 464000, 93000 464000, 93000 463000))\"\n"
               "Zuid,-99997,500,\"POLYGON ((93000 461000, 95000 461000, 95000 463000, 93000 463000, 93000 461000))\"\n";
        audit::Dossier::create(folder / "a.gpkg", {}, test::desk_options(folder).author);
        desk.open(folder / "a.gpkg");
        wait();
        desk.state().camera.width = desk.state().camera.height = 600;
        // Two in the north, one in the south, one on their border, one far away.
        for (const auto& place :
             {geo::Point{93100, 463100}, {93200, 463200}, {93300, 462000}, {93500, 463000}, {90000, 460000}})
            record(place);
        desk.add_layers(folder / "buurten.csv", {}, "EPSG:28992", {});
        wait();
        REQUIRE(desk.layers().all().size() == 1);
    }
    void record(geo::Point place) {
        desk.perform(audit::RecordFinding{.category = "object-on-footway", .shape = geo::Shape::point(place)});
        wait();
    }
    const LoadedLayer& layer() { return desk.layers().all().front(); }
    void show(const std::string& figure) {
        desk.dispatch("layer-figure", layer().source.uuid + " " + figure);
        wait();
        REQUIRE(layer().coloured);
        REQUIRE_FALSE(layer().coloured->problem);
    }
    std::vector<std::string> legend() {
        std::vector<std::string> lines;
        for (const auto& entry : legend_of(layer(), Theme::light, Language::english)) lines.push_back(entry.text);
        return lines;
    }
    void wait() { test::tick_until_idle(desk); }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A finding counts once on a border, twice where areas lie over each other, and not in a hole", "[figures]") {
    const auto shapes = areas({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))",
                               "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))", "POLYGON ((12 0, 16 0, 16 4, 12 4, 12 0))",
                               "MULTIPOLYGON (((30 0, 32 0, 32 2, 30 2, 30 0)), ((40 0, 42 0, 42 2, 40 2, 40 0)))"});
    const auto marks = at_places({{1, 1}, {5, 5}, {10, 5}, {13, 1}, {31, 1}, {41, 1}, {36, 1}, {12, 2}});
    const auto found = findings_in(shapes, *marks);
    // On the border of the first two: the first. On the edge of the third, inside the second: the second.
    CHECK((found.counts == std::vector<std::int64_t>{2, 2, 1, 2}));
    CHECK(found.findings == 8);
    CHECK(found.outside == 2);
}

TEST_CASE("Counts in a thousand areas are those of a count one by one", "[figures]") {
    std::mt19937 random(4);
    const auto any = [&](double most) { return static_cast<double>(random()) / 4294967296.0 * most; };
    geo::Shapes shapes;
    for (int i = 0; i < 1000; ++i) {
        const geo::Point m{any(1000), any(1000)};
        const std::vector<geo::Point> corners{
            {m.x - any(30), m.y - any(30)}, {m.x + any(30), m.y - any(30)}, {m.x + any(30), m.y + any(30)}};
        shapes.add(geo::Shape::polygon(corners));
    }
    std::vector<geo::Point> places;
    for (int i = 0; i < 2000; ++i) places.push_back({any(1000), any(1000)});
    const auto found = findings_in(shapes, *at_places(places));
    std::vector<std::int64_t> by_hand(shapes.size(), 0);
    std::int64_t outside = 0;
    for (const auto& place : places) {
        bool in_any = false;
        for (std::size_t i = 0; i < shapes.size(); ++i)
            if (geo::contains(shapes.shape(i), place)) {
                ++by_hand[i];
                in_any = true;
            }
        outside += !in_any;
    }
    CHECK(found.counts == by_hand);
    CHECK(found.outside == outside);
}

TEST_CASE("The attribute with inhabitants is known by the words of CBS, old and new", "[figures]") {
    CHECK(inhabitants_attribute({"buurtnaam", "aantal_inwoners", "mannen"}) == "aantal_inwoners");
    CHECK(inhabitants_attribute({"aantalInwoners"}) == "aantalInwoners");
    CHECK(inhabitants_attribute({"BU_NAAM", "AANT_INW"}) == "AANT_INW");
    CHECK(inhabitants_attribute({"name", "floors"}).empty());
}

TEST_CASE("Areas are coloured by the number of findings, which follows findings, filter and undo", "[figures]") {
    WithDistricts at;
    at.show("count");
    CHECK(at.layer().coloured->findings == 5);
    CHECK(at.layer().coloured->outside == 1);
    CHECK((at.legend() == Lines{"1 to 2", "3"}));
    at.record({93600, 463500});
    CHECK((at.legend() == Lines{"1 to 3", "4"}));
    at.desk.dispatch("undo");
    at.wait();
    CHECK((at.legend() == Lines{"1 to 2", "3"}));
    at.desk.state().arrangement.filter = "status:dropped";
    at.wait();
    CHECK(at.layer().coloured->findings == 0);
    CHECK((at.legend() == Lines{"0"}));
}

TEST_CASE("Findings per km² are those of the true ground, and per 1000 inhabitants those that are known", "[figures]") {
    WithDistricts at;
    at.show("per_km2");
    const auto* classes = &at.layer().coloured->classes;
    // RD New is conformal, not of equal area: 1.000 km² of its plane are not exactly that on the ground.
    CHECK(classes->all.front().from == Approx(0.25).epsilon(0.001));
    CHECK(classes->all.back().below == Approx(3).epsilon(0.001));
    at.show("per_inhabitant");
    classes = &at.layer().coloured->classes;
    CHECK(classes->all.front().from == 3);
    CHECK(classes->all.back().sort == LayerClass::Sort::nothing);
    CHECK(at.legend().back() == "No figure");
    CHECK_FALSE(style_of_class(at.layer(), classes->all.size() - 1, Theme::light).fill.is_seen());
    CHECK(style_of_class(at.layer(), 0, Theme::light).fill.is_seen());
    at.show("per_inhabitant bewoners hier");
    CHECK(at.layer().looks().inhabitants_by == "bewoners hier");
    CHECK(at.layer().coloured->classes.all.front().from == 2);
    CHECK(at.layer().coloured->classes.all.back().below == 6);
}

TEST_CASE("The legend on paper says what was counted, and what lies in no area", "[figures][print]") {
    WithDistricts at;
    at.show("count");
    const auto page = blank_page({}, at.layer().extent(), 1, Theme::light);
    std::vector<std::string> texts;
    for (const auto& line : page_legend(page, {}, at.desk.layers(), Language::english)) texts.push_back(line.text);
    CHECK(
        (texts == Lines{"Findings in each area", "5 findings counted.", "1 findings lie in no area.", "1 to 2", "3"}));
}

TEST_CASE("A figure is kept in the dossier and goes when an attribute is chosen", "[figures]") {
    WithDistricts at;
    at.show("per_km2");
    at.desk.dispatch("layer-classes", at.layer().source.uuid + " equal 3");
    at.wait();
    CHECK(at.layer().source.style.find("\"findings\":\"per_km2\"") != std::string::npos);
    at.desk.open(at.folder / "a.gpkg");
    at.wait();
    REQUIRE(at.layer().coloured);
    CHECK(at.layer().coloured->as.figure == DistrictFigure::per_km2);
    CHECK(at.layer().coloured->as.choice.method == ClassMethod::equal);
    at.desk.dispatch("layer-colour", at.layer().source.uuid + " buurtnaam");
    at.wait();
    CHECK_FALSE(at.layer().coloured->as.figure);
    CHECK(at.layer().coloured->classes.all.size() == 2);
}

TEST_CASE("A figure that cannot be is refused, or says why at the layer", "[figures]") {
    WithDistricts at;
    std::ofstream(at.folder / "banken.csv") << "soort,WKT\nhout,POINT (93500 463900)\n";
    at.desk.add_layers(at.folder / "banken.csv", {}, "EPSG:28992", {});
    at.wait();
    const auto failures = at.desk.failures();
    for (const auto& layer : at.desk.layers().all())
        if (layer.source.name == "banken") at.desk.dispatch("layer-figure", layer.source.uuid + " count");
    CHECK(at.desk.failures() == failures + 1);
    const auto districts = [&]() -> const LoadedLayer& {
        const auto& all = at.desk.layers().all();
        return all.front().source.name == "buurten" ? all.front() : all.back();
    };
    at.desk.dispatch("layer-figure", districts().source.uuid + " nonsense");
    CHECK(at.desk.failures() == failures + 2);
    at.desk.dispatch("layer-figure", districts().source.uuid + " per_inhabitant buurtnaam");
    at.wait();
    REQUIRE(districts().coloured);
    REQUIRE(districts().coloured->problem);
    CHECK(districts().coloured->problem->code == "no-inhabitants");
}
