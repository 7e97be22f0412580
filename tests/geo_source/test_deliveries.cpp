// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/writer.hpp"
#include "tests/geo_source/files.hpp"

using namespace geo;
using test::probe_untouched;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_of(const SourceReport& report) {
    std::vector<std::string> names;
    for (const auto& layer : report.layers) names.push_back(layer.name);
    return names;
}

fs::path zipped(const fs::path& folder, const std::string& zip, const std::string& files) {
    auto run = test::run("cd '" + folder.string() + "' && python3 -m zipfile -c " + zip + " " + files);
    INFO(run.output);
    REQUIRE(run.exit_code == 0);
    return folder / zip;
}

std::string gml_of(const std::string& members) {
    return "<?xml version='1.0'?><ogr:FeatureCollection xmlns:ogr='http://ogr.maptools.org/' "
           "xmlns:gml='http://www.opengis.net/gml'>" +
           members + "</ogr:FeatureCollection>";
}

const char* k_road =
    "<gml:featureMember><ogr:Wegdeel><ogr:geometryProperty><gml:Point srsName='EPSG:28992'>"
    "<gml:coordinates>93500,463900</gml:coordinates></gml:Point></ogr:geometryProperty>"
    "</ogr:Wegdeel></gml:featureMember>";

/// A file of an extract of the BAG with one building.
std::string bag_file(int number) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<sl-bag-extract:bagStand xmlns:Objecten="www.kadaster.nl/schemas/lvbag/imbag/objecten/v20200601" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:sl-bag-extract="http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601" xmlns:sl="http://www.kadaster.nl/schemas/standlevering-generiek/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601 http://www.kadaster.nl/schemas/bag-verstrekkingen/extract-deelbestand-lvc/v20200601/BagvsExtractDeelbestandExtractLvc-2.1.0.xsd">
<sl:standBestand><sl:dataset>LVBAG</sl:dataset><sl:inhoud><sl:objectTypen><sl:objectType>PND</sl:objectType></sl:objectTypen></sl:inhoud>
<sl:stand><sl-bag-extract:bagObject><Objecten:Pand><Objecten:identificatie domein="NL.IMBAG.Pand">054610000004036)" +
           std::to_string(number) +
           R"(</Objecten:identificatie><Objecten:geometrie><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="3"><gml:exterior><gml:LinearRing><gml:posList>93500 463900 0 93510 463900 0 93510 463910 0 93500 463910 0 93500 463900 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></Objecten:geometrie><Objecten:status>Pand in gebruik</Objecten:status></Objecten:Pand></sl-bag-extract:bagObject></sl:stand>
</sl:standBestand></sl-bag-extract:bagStand>)";
}

}  // namespace

TEST_CASE("A zipped delivery shows the layers of all its files, and says which hold nothing", "[source][delivery]") {
    NEED_PROGRAM("python3");
    test::TemporaryFolder folder;
    test::write(folder / "bgt_wegdeel.gml", gml_of(k_road));
    test::write(folder / "bgt_mast.gml", gml_of(""));
    test::write(folder / "bomen.geojson", test::points_geojson({{4.48, 52.15}}));
    test::write(folder / "kapot.geojson", R"({"type":"FeatureCollection","features":[{"type":"Fea)");
    test::write(folder / "leesmij.txt", "Beste lezer");
    auto zip = zipped(folder.path(), "bgt.zip", "bgt_wegdeel.gml bgt_mast.gml bomen.geojson kapot.geojson leesmij.txt");
    auto report = probe_untouched(zip);
    CHECK((names_of(report) == std::vector<std::string>{"bgt_wegdeel/Wegdeel", "bomen"}));
    CHECK(report.problems.count("source-broken") == 1);
    CHECK(report.problems.count("source-empty") == 1);
    for (const auto& name : names_of(report)) CHECK(read_layer(zip, {.layer = name}, rd_new()).shapes.size() == 1);
    CHECK(field_of(zip, "bomen", "number") == std::vector<std::string>{"0"});
    CHECK(test::error_code([&] { read_layer(zip, {.layer = "bgt_pand"}, {}); }) == "layer-missing");
    CHECK(names_of(probe_untouched(zip, {.layer = "bomen"})).size() == 1);
}

TEST_CASE("A zip of one file has that file's layers, and a zipped database is read from a copy", "[source][delivery]") {
    NEED_PROGRAM("python3");
    test::TemporaryFolder folder;
    {
        GeoPackageWriter writer(folder / "city.gpkg", rd_new());
        for (const char* name : {"footway", "tree"}) {
            writer.begin_layer(name, Kind::point, {});
            writer.add(Shape::point({93500, 463900}), {});
        }
        writer.commit();
    }
    auto zip = zipped(folder.path(), "city.zip", "city.gpkg");
    auto report = probe_untouched(zip);
    CHECK((names_of(report) == std::vector<std::string>{"footway", "tree"}));
    CHECK(report.driver == "GPKG");
    CHECK(read_layer(zip, {.layer = "tree"}, rd_new()).shapes.points.at(0) == Point{93500, 463900});
}

TEST_CASE("An extract of the BAG is read out of its zips in a zip", "[source][delivery]") {
    NEED_PROGRAM("python3");
    test::TemporaryFolder folder;
    test::write(folder / "0546PND15022021-000001.xml", bag_file(1));
    test::write(folder / "0546PND15022021-000002.xml", bag_file(2));
    test::write(folder / "Leveringsdocument-BAG-Extract.xml", "<?xml version='1.0'?><Levering/>");
    zipped(folder.path(), "0546PND15022021.zip", "0546PND15022021-000001.xml 0546PND15022021-000002.xml");
    auto zip = zipped(folder.path(), "BAGGEM0546L.zip", "0546PND15022021.zip Leveringsdocument-BAG-Extract.xml");
    auto report = probe_untouched(zip);
    REQUIRE(report.layers.size() == 1);
    CHECK(report.driver == "LVBAG");
    CHECK(report.layers[0].name == "Pand");
    CHECK(report.layers[0].features == 2);
    CHECK(report.layers[0].crs == rd_new());
}

TEST_CASE("A folder shows the layers of the files in it", "[source][delivery]") {
    test::TemporaryFolder folder;
    fs::create_directory(folder / "delivery");
    test::write(folder.path() / "delivery" / "bomen.geojson", test::points_geojson({{4.48, 52.15}}));
    test::write(folder.path() / "delivery" / "banken.geojson", test::points_geojson({{4.48, 52.15}, {4.49, 52.16}}));
    auto report = probe(folder / "delivery", {});
    CHECK((names_of(report) == std::vector<std::string>{"banken", "bomen"}));
    CHECK(read_layer(folder / "delivery", {.layer = "banken"}, {}).shapes.size() == 2);
}
