// SPDX-License-Identifier: EUPL-1.2
#include "app/core/names.hpp"
#include "tests/app_core/desk_bench.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

using namespace app;
namespace fs = std::filesystem;

namespace {

LetterWidths even_widths() {
    LetterWidths widths;
    for (auto& cut : widths.advance)
        for (char32_t c = 32; c < 0x250; ++c) cut[c] = 0.5F;
    return widths;
}

DeskOptions options(const test::TemporaryFolder& folder) {
    auto options = test::desk_options(folder);
    options.letter_widths = even_widths;
    return options;
}

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

/// A desk that looks at a street of 300 metres.
struct WithStreet {
    test::TemporaryFolder folder{};
    Desk desk{options(folder)};

    WithStreet() {
        write(folder / "straten.csv",
              "straatnaam,soort,WKT\nBreestraat,klinkers,\"LINESTRING (93400 463900, 93700 463900)\"\n");
        audit::Dossier::create(folder / "a.gpkg", {}, options(folder).author);
        desk.open(folder / "a.gpkg");
        wait();
        desk.state().camera = {.view = {{93550, 463900}, 0.5}, .width = 800, .height = 600};
        desk.add_layers(folder / "straten.csv", {}, "EPSG:28992", {});
        wait();
        desk.state().wants_fit = false;
        desk.state().camera.view = {{93550, 463900}, 0.5};
        wait();
    }
    std::string uuid() { return desk.layers().all().front().source.uuid; }
    void wait() { test::tick_until_idle(desk); }
    std::vector<std::string> names() {
        std::vector<std::string> names;
        if (const auto labels = desk.views().scene().labels)
            for (const auto& cell : labels->cells)
                for (const auto& label : cell->labels) names.push_back(label.text);
        return names;
    }
};

}  // namespace

TEST_CASE("The shipped rules know where cities keep their names", "[names]") {
    REQUIRE(name_rules().size() > 5);
    const auto attribute = [](const char* layer, geo::Kind kind, const std::vector<std::string>& fields) {
        const auto known = known_names(layer, kind, fields);
        return known ? known->attribute : "";
    };
    using geo::Kind;
    CHECK(attribute("openbareruimtelabel", Kind::point, {"lokaal_id", "tekst"}) == "tekst");
    CHECK(attribute("wegvakken_roads", Kind::line, {"WVK_ID", "STT_NAAM"}) == "STT_NAAM");
    CHECK(attribute("buurten", Kind::multi_polygon, {"buurtcode", "buurtnaam", "gemeentenaam"}) == "buurtnaam");
    CHECK(attribute("lines", Kind::line, {"osm_id", "name", "highway"}) == "name");
    CHECK(attribute("nummeraanduiding", Kind::point, {"huisnummer"}) == "huisnummer");
    CHECK(attribute("pand", Kind::polygon, {"identificatie", "naam"}).empty());
    CHECK(attribute("wegdeel", Kind::polygon, {"lokaal_id", "functie"}).empty());
    CHECK(known_names("nummeraanduiding", Kind::point, {"huisnummer"})->role == LabelRole::number);
}

TEST_CASE("A file of styles that says something unknown is refused", "[names]") {
    const test::TemporaryFolder folder;
    for (const auto* text :
         {"{", "{}", R"({"rules": [{"role": "street"}]})", R"({"rules": [{"role": "planet", "attributes": ["name"]}]})",
          R"({"rules": [{"role": "street", "subjects": ["sea"], "attributes": ["name"]}]})"}) {
        write(folder / "names.json", text);
        CHECK_THROWS_AS(read_name_rules(folder / "names.json"), base::Error);
    }
}

TEST_CASE("Street names come by themselves where the scale has room for them", "[names]") {
    WithStreet at;
    REQUIRE(at.names() == std::vector<std::string>{"Breestraat"});
    const auto before = at.desk.views().scene().labels;
    at.desk.state().camera = at.desk.state().camera.panned(3, 0);
    at.wait();
    CHECK(at.desk.views().scene().labels == before);
    at.desk.state().camera.view.units_per_pixel = 20;
    at.wait();
    CHECK(at.names().empty());
}

TEST_CASE("The choice of names is kept in the dossier and can be undone", "[names]") {
    WithStreet at;
    at.desk.dispatch("layer-names", at.uuid() + " =soort");
    at.wait();
    CHECK(at.names() == std::vector<std::string>{"klinkers"});
    at.desk.dispatch("layer-names", at.uuid() + " none");
    at.wait();
    CHECK(at.names().empty());
    at.desk.dispatch("undo");
    at.wait();
    CHECK(at.names() == std::vector<std::string>{"klinkers"});
    at.desk.dispatch("layer-names", at.uuid() + " auto");
    at.wait();
    CHECK(at.names() == std::vector<std::string>{"Breestraat"});
    CHECK(at.desk.layers().all().front().source.style.empty());
}

TEST_CASE("Names that cannot be read are a remark, and those of other layers stay", "[names]") {
    WithStreet at;
    at.desk.dispatch("layer-names", at.uuid() + " =hoogte");
    at.wait();
    CHECK(at.names().empty());
    REQUIRE(at.desk.labels().problem(at.uuid()));
    CHECK(at.desk.views().remark_count() == 1);
}

TEST_CASE("Looks keep what a newer program wrote beside them", "[names]") {
    LayerLooks looks = looks_from_json(R"({"colour_by":"soort","glow":3,"label_by":"naam"})");
    CHECK(looks.label_by == "naam");
    looks.label_by.reset();
    CHECK(looks_to_json(looks, R"({"glow":3,"label_by":"naam"})") == R"({"colour_by":"soort","glow":3})");
    CHECK_FALSE(looks_from_json(R"({"label_by":7})").label_by);
}
