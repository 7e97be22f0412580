// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/numbers.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

using test::Bench;

namespace {

/// Hands on the map: places in metres from the middle of a view that is 200 m wide.
struct Hands {
    Bench& bench;

    app::Pixel place(double east, double north) const {
        const auto map = bench.face().map_area();
        const auto p = bench.state().camera.to_screen({93500 + east, 463900 + north});
        return {map.x0 + p.x, map.y0 + p.y};
    }
    void click(double east, double north) {
        const auto p = place(east, north);
        bench.click_at(p.x, p.y);
    }
    void drag(double east, double north, double to_east, double to_north, bool shift = false) {
        const auto from = place(east, north), to = place(to_east, to_north);
        const app::Modifiers held{.shift = shift};
        auto& face = bench.face();
        face.send(app::PointerMoved{from.x, from.y});
        face.send(app::ButtonChanged{.button = 0, .pressed = true, .modifiers = held});
        bench.settle();
        face.send(app::PointerMoved{(from.x + to.x) / 2, (from.y + to.y) / 2});
        bench.settle();
        face.send(app::PointerMoved{to.x, to.y});
        bench.settle();
        face.send(app::ButtonChanged{.button = 0, .pressed = false, .modifiers = held});
        bench.settle();
    }
};

void record(Bench& bench, geo::Shape shape) {
    bench.desk().perform(audit::RecordFinding{.category = "object-on-footway", .shape = std::move(shape)});
    bench.settle();
}

/// As the keyboard asks: by the cross-hair.
void ask_what_lies_at_a_place_with(int findings, Bench& bench) {
    for (int i = 0; i < findings; ++i) record(bench, geo::Shape::point({93500, 463900}));
    bench.look_at({93500, 463900}, 100);
    bench.tab_to("map");
    bench.key("Enter");
    bench.settle();
}

}  // namespace

TEST_CASE("A line is drawn with the keyboard alone, by the cross-hair", "[ui][drawing][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("D");
    REQUIRE(bench.state().tool == app::Tool::line);
    CHECK(bench.said("map/tool").find("Space") != std::string::npos);
    bench.key("Space");
    for (int i = 0; i < 3; ++i) bench.key("Right");
    bench.key("Space");
    CHECK(bench.said("map/size").find("m") != std::string::npos);
    bench.key("Up");
    bench.key("Space");
    bench.key("Ctrl+Z");
    REQUIRE(bench.state().drawing.corners.size() == 2);
    bench.key("Enter");
    REQUIRE(bench.state().draft);
    CHECK(bench.state().draft->shape.kind == geo::Kind::line);
    CHECK(bench.state().draft->shape.points.size() == 2);
}

TEST_CASE("Escape backs out of a drawing and the corners are offered again", "[ui][drawing]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    Hands hands{bench};
    bench.key("T");
    hands.click(-20, -20);
    hands.click(20, -20);
    bench.key("Escape");
    CHECK(bench.state().tool == app::Tool::select);
    bench.click("tools/resume");
    CHECK(bench.state().tool == app::Tool::outline);
    REQUIRE(bench.state().drawing.corners.size() == 2);
    hands.click(20, 20);
    hands.click(-20, -20);  // the first corner ends it
    REQUIRE(bench.state().draft);
    CHECK(bench.state().draft->shape.kind == geo::Kind::polygon);
}

TEST_CASE("An outline that crosses itself says so at once and is not taken", "[ui][drawing]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    Hands hands{bench};
    bench.key("T");
    hands.click(-20, -20);
    hands.click(20, 20);
    hands.click(20, -20);
    CHECK_FALSE(bench.widget("map/fault"));
    hands.click(-20, 20);
    CHECK(bench.widget("map/fault"));
    bench.key("Enter");
    CHECK_FALSE(bench.state().draft);
    CHECK(bench.state().drawing.corners.size() == 4);
}

TEST_CASE("A click near a corner of a finding takes that corner, unless Shift is held", "[ui][drawing][snapping]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    Hands hands{bench};
    const geo::Point corner{93510, 463910};
    record(bench, geo::Shape::line(std::vector<geo::Point>{{93490, 463890}, corner}));
    bench.key("D");
    hands.click(10.5, 10.4);
    REQUIRE(bench.state().drawing.corners.size() == 1);
    CHECK(bench.state().drawing.corners.front() == corner);
    CHECK(bench.said("map/snap") == "corner");
    bench.key("Backspace");
    bench.face().send(app::KeyChanged{.key = app::Key::left_shift, .pressed = true, .modifiers = {.shift = true}});
    const auto p = hands.place(10.5, 10.4);
    bench.face().send(app::PointerMoved{p.x, p.y});
    bench.face().send(app::ButtonChanged{.button = 0, .pressed = true, .modifiers = {.shift = true}});
    bench.face().send(app::ButtonChanged{.button = 0, .pressed = false, .modifiers = {.shift = true}});
    bench.settle();
    REQUIRE(bench.state().drawing.corners.size() == 1);
    CHECK_FALSE(bench.state().drawing.corners.front() == corner);
}

TEST_CASE("The shape of a finding is changed corner by corner and saved as one edit", "[ui][reshape]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    Hands hands{bench};
    record(bench, geo::Shape::polygon(
                      std::vector<geo::Point>{{93480, 463880}, {93520, 463880}, {93520, 463920}, {93480, 463920}}));
    bench.desk().dispatch("finding-show", bench.state().snapshot->findings.front()->uuid);
    bench.settle();
    bench.click("finding/place");
    REQUIRE(bench.state().tool == app::Tool::reshape);
    REQUIRE(bench.widget("map/corner"));
    hands.drag(20, 20, 30, 32);
    hands.click(0, -20);  // the middle of an edge
    REQUIRE(bench.state().draft->shape.points.size() == 6);
    bench.key("Down");
    bench.key("PageDown");
    bench.key("Insert");
    CHECK(bench.state().draft->shape.points.size() == 7);
    bench.key("Delete");
    CHECK(bench.state().draft->shape.points.size() == 6);
    bench.key("Ctrl+Z");
    CHECK(bench.state().draft->shape.points.size() == 7);
    bench.key("Escape");
    REQUIRE(bench.state().draft);
    const auto before = bench.state().snapshot->generation;
    bench.click("form/save");
    bench.until("it is saved", [&] { return !bench.state().draft; });
    bench.settle();
    const auto& saved = bench.state().snapshot->findings.front()->shape;
    CHECK(saved.points.size() == 7);
    CHECK(saved.points.front() == saved.points.back());
    CHECK(bench.state().snapshot->generation > before);
    bench.key("Ctrl+Z");
    bench.settle();
    CHECK(bench.state().snapshot->findings.front()->shape.points.size() == 5);
}

TEST_CASE("A measured length becomes a measurement of the open form, with the map as its method", "[ui][measure]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    Hands hands{bench};
    bench.key("N");
    bench.click("form/category/terrace-passage");
    bench.click("tools/measure");
    REQUIRE(bench.state().tool == app::Tool::measure);
    hands.click(-1, -20);
    hands.click(1.5, -20);
    CHECK(bench.said("measure/value").find("±") != std::string::npos);
    CHECK(bench.widget("measure/basis"));
    bench.click("measure/use");
    bench.click("measure/use/passage-width");
    REQUIRE(bench.state().draft);
    const auto field = bench.state().draft->field("passage-width");
    CHECK(field.method == "map");
    CHECK(field.unit == "m");
    CHECK_FALSE(field.accuracy.empty());
    CHECK(base::parse_number(field.value).value_or(0) == Approx(2.5).margin(0.05));
    CHECK(bench.state().tool == app::Tool::select);
}

TEST_CASE("A box dragged with Shift selects what lies in it", "[ui][many]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    Hands hands{bench};
    for (const double x : {-30.0, -10.0, 10.0, 60.0}) record(bench, geo::Shape::point({93500 + x, 463900}));
    hands.drag(-40, -15, 20, 15, true);
    CHECK(bench.state().picked.size() == 3);
    CHECK(bench.said("many/count") == "Selected: 3 findings");
    bench.click("many/delete");
    bench.until("they are gone", [&] { return bench.state().snapshot->findings.size() == 1; });
    bench.key("Ctrl+Z");
    bench.until("they are back", [&] { return bench.state().snapshot->findings.size() == 4; });
}

TEST_CASE("A cluster comes apart when it is clicked, or with Enter under the cross-hair", "[ui][clusters]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    for (int i = 0; i < 5; ++i) {
        bench.desk().perform(audit::RecordFinding{.category = "object-on-footway",
                                                  .shape = geo::Shape::point({93500.0 + 4 * i, 463900}),
                                                  .severity = audit::Severity::hindering});
        bench.settle();
    }
    bench.look_at({93508, 463900}, 2000);
    bench.settle();
    const auto clusters = bench.desk().views().scene().clusters;
    REQUIRE(clusters);
    REQUIRE(clusters->all.size() == 1);
    bench.tab_to("map");
    bench.settle();
    CHECK(bench.state().under_text == "5 findings together, the gravest: hindering");
    bench.key("Enter");
    bench.settle();
    CHECK(bench.desk().views().scene().clusters->all.empty());
    CHECK(bench.desk().views().scene().clusters->alone.size() == 5);
    CHECK(bench.state().selected.empty());
}

TEST_CASE("Findings at one and the same place are listed, for coming closer would not part them", "[ui][clusters]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    ask_what_lies_at_a_place_with(4, bench);
    REQUIRE(bench.state().under);
    CHECK(bench.state().under->things.size() == 4);
    bench.click("under/row/2");
    CHECK_FALSE(bench.state().selected.empty());
}

TEST_CASE("Of more findings at one place than a list can show the others are told", "[ui][clusters]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    ask_what_lies_at_a_place_with(103, bench);
    REQUIRE(bench.state().under);
    CHECK(bench.state().under->things.size() == 100);
    REQUIRE(bench.widget("under/more"));
    CHECK(bench.said("under/more") == "Not in this list: 3. All of them are in the list of findings.");
}

TEST_CASE("What was selected stays in sight when the panel for it opens", "[ui][map]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    record(bench, geo::Shape::point({93500, 463900}));
    bench.look_at({93500, 463900}, 100);
    bench.settle();
    auto& camera = bench.state().camera;
    const auto wide = camera.width;
    camera = camera.panned(wide / 2.0 - 20, 0);  // to the edge at the right
    bench.settle();
    bench.state().selected = bench.state().snapshot->findings.front()->uuid;
    bench.settle();
    REQUIRE(camera.width < wide);
    const auto at = camera.to_screen({93500, 463900});
    CHECK(at.x > 0);
    CHECK(at.x < camera.width);
}

TEST_CASE("The heat map is chosen in the drawer of the layers, and its legend says what is counted", "[ui][heat]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    CHECK(bench.widget("map/heat/title") == nullptr);
    for (int i = 0; i < 6; ++i) record(bench, geo::Shape::point({93500.0 + i, 463900}));
    bench.look_at({93500, 463900}, 400);
    bench.settle();
    bench.key("L");
    bench.tab_to("layers/findings/symbols");
    bench.key("Right");
    bench.settle();
    if (!bench.state().settings.heat_map) bench.key("Space");
    bench.settle();
    REQUIRE(bench.state().settings.heat_map);
    CHECK(bench.kept_settings().heat_map);
    CHECK(bench.said("map/heat/title") == "Findings per hectare");
    CHECK(bench.said("map/heat/how").find("6 findings") != std::string::npos);
    const auto heat = bench.desk().views().scene().heat;
    REQUIRE(heat);
    CHECK(bench.said("map/heat/4").starts_with(base::number_for_people(heat->scale.limits[4], 0, base::language())));
    const Hands hands{bench};
    const auto at = hands.place(2, 0);
    bench.face().send(app::PointerMoved{at.x, at.y});
    bench.settle();
    const auto wanted = base::number_for_people(heat->at({93502, 463900}), 0, base::language());
    CHECK(bench.said("map/heat/here") == "At this place: " + wanted);
    bench.click("layers/findings/symbols");
    CHECK_FALSE(bench.desk().views().scene().heat);
    CHECK(bench.widget("map/heat/title") == nullptr);
}

TEST_CASE("The heat map follows the filter", "[ui][heat]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    for (int i = 0; i < 6; ++i) record(bench, geo::Shape::point({93500.0 + i, 463900}));
    bench.look_at({93500, 463900}, 400);
    bench.desk().dispatch("heat-map");
    bench.settle();
    REQUIRE(bench.desk().views().scene().heat);
    CHECK(bench.desk().views().scene().heat->at({93502, 463900}) > 0);
    bench.state().arrangement.filter = "status:dropped";
    bench.settle();
    const auto& heat = bench.desk().views().scene().heat;
    CHECK((!heat || heat->at({93502, 463900}) == 0));
}
