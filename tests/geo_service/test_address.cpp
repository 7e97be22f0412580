// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/sources.hpp"
#include "geo/service/address.hpp"
#include "tests/support/catch.hpp"

using geo::read_pasted;
using geo::ServiceKind;

TEST_CASE("An address says of which kind of service it is where it names it", "[service][address]") {
    CHECK(read_pasted("https://maps.example/wms?SERVICE=WMS&request=GetCapabilities").kind == ServiceKind::wms);
    CHECK(read_pasted("https://maps.example/x?service=wfs").kind == ServiceKind::wfs);
    CHECK(read_pasted("https://tiles.example/{z}/{x}/{y}.png").kind == ServiceKind::xyz);
    CHECK(read_pasted("https://tiles.example/{z}/{x}/{-y}.png").kind == ServiceKind::xyz);
    CHECK(read_pasted("WMTS:https://maps.example/wmts").kind == ServiceKind::wmts);
    CHECK(read_pasted("service=city").kind == ServiceKind::postgres);
    CHECK(read_pasted("postgresql://db.example/city").kind == ServiceKind::postgres);
    CHECK_FALSE(read_pasted("https://maps.example/something").kind);
}

TEST_CASE("What is no address of a service stays without one", "[service][address]") {
    for (const char* text : {"", "   ", "/home/me/city.gpkg", "file:///etc/passwd", "ftp://maps.example/",
                             "WMS:", "XYZ:{z}{x}{y}", "WMS:/etc/passwd", "javascript:alert(1)"})
        CHECK(read_pasted(text).url.empty());
}

TEST_CASE("What was asked of a service is taken from its address, and what belongs to it stays", "[service][address]") {
    const auto pasted = read_pasted(
        " https://maps.example/"
        "map?map=city&SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=road%20signs&CRS=EPSG:28992 ");
    CHECK(pasted.url == "https://maps.example/map?map=city");
    CHECK(pasted.layer == "road signs");
    CHECK(read_pasted("WMS:https://maps.example/wms#road").layer == "road");
}

TEST_CASE("Names and passwords never stay in an address", "[service][address]") {
    const auto web = read_pasted("https://anna:geheim@maps.example/wms?service=wms");
    CHECK(web.url == "https://maps.example/wms");
    CHECK(web.held_secret);
    const auto plain = read_pasted("WFS:https://anna@maps.example/wfs");
    CHECK(plain.url == "https://maps.example/wfs");
    CHECK(plain.held_secret);
    CHECK_FALSE(read_pasted("https://maps.example/a@b?service=wms").held_secret);
    const auto database = read_pasted("PG:host=db dbname=city password='ge\\'heim x' user=anna");
    CHECK(database.url == "host=db dbname=city user=anna");
    CHECK(database.held_secret);
    const auto uri = read_pasted("postgresql://anna:geheim@db.example:5433/city?sslmode=require&password=x");
    CHECK(uri.url.find("geheim") == std::string::npos);
    CHECK(uri.url.find("password") == std::string::npos);
    CHECK(uri.url.find("anna@db.example:5433/city") != std::string::npos);
}

TEST_CASE("An address is written down so that it is read again", "[service][address]") {
    for (const char* text :
         {"WMS:https://a.example/wms?map=x", "XYZ:https://a.example/{z}/{x}/{y}.png", "PG:service=city"}) {
        CHECK(base::is_service(text));
        REQUIRE(geo::service_address(text));
        CHECK(geo::service_address(text)->text() == text);
    }
    CHECK_FALSE(geo::service_address("/data/WMS:file.gpkg"));
    CHECK_FALSE(base::is_service("city.gpkg"));
}

TEST_CASE("Fields of a query replace those of the same name, and are written safely", "[service][address]") {
    CHECK(geo::with_query("https://a.example/m?map=x&Request=Old", {{"REQUEST", "GetMap"}, {"LAYERS", "a b&c"}}) ==
          "https://a.example/m?map=x&REQUEST=GetMap&LAYERS=a%20b%26c");
    CHECK(geo::with_query("https://a.example/m", {{"A", "1"}}) == "https://a.example/m?A=1");
}
