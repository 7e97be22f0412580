// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/service/offer.hpp"
#include "tests/geo_service/served.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

using geo::look_at_service;
using geo::ServiceKind;

namespace {

std::string code_of(const std::string& pasted, geo::Door& door) {
    try {
        look_at_service(pasted, door, {});
        return "none";
    } catch (const base::Error& error) {
        return error.problem().code;
    }
}

std::vector<std::string> names_in(const geo::ServiceOffer& offer) {
    std::vector<std::string> names;
    for (const auto& layer : offer.layers) names.push_back(layer.name);
    return names;
}

}  // namespace

TEST_CASE("What a service offers is found by its address alone", "[service][offer]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto wms = look_at_service(server.url("/map?SERVICE=WMS&REQUEST=GetCapabilities"), *at.door, {});
    CHECK(wms.address.kind == ServiceKind::wms);
    CHECK(wms.address.url == server.url("/map"));
    CHECK(names_in(wms) == std::vector<std::string>{"city", "building", "road", "tree"});
    CHECK(wms.layers[1].title == "Buildings");
    CHECK(wms.layers[1].attribution == "Made-up city survey");
    // Nothing in these says of which kind they are.
    CHECK(look_at_service(server.url("/map"), *at.door, {}).address.kind == ServiceKind::wms);
    const auto wmts = look_at_service(server.url("/wmts"), *at.door, {});
    CHECK(wmts.address.kind == ServiceKind::wmts);
    CHECK(names_in(wmts) == std::vector<std::string>{"city"});
    CHECK(wmts.layers[0].attribution == "Made-up city survey");
    CHECK(look_at_service(server.url("/xyz/{z}/{x}/{y}.png"), *at.door, {}).layers.size() == 1);
}

TEST_CASE("A layer that the address names is found again in what is offered", "[service][offer]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    CHECK(look_at_service(server.url("/map?service=WMS&layers=road"), *at.door, {}).wanted == "road");
    CHECK(look_at_service("WMS:" + server.url("/map#tree"), *at.door, {}).wanted == "tree");
    CHECK(look_at_service("WMS:" + server.url("/map#nothing"), *at.door, {}).wanted.empty());
}

TEST_CASE("Descriptions for GDAL are read as the addresses they stand for", "[service][offer]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto described = [&](const std::string& name, const std::string& text) {
        std::ofstream(at.folder / name) << text;
        return look_at_service((at.folder / name).string(), *at.door, {});
    };
    const auto tms =
        described("tms.xml", "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>" + server.url("/xyz/${z}/${x}/${y}.png") +
                                 "</ServerUrl></Service><DataWindow><YOrigin>top</YOrigin></DataWindow></GDAL_WMS>");
    CHECK(tms.address.text() == "XYZ:" + server.url("/xyz/{z}/{x}/{y}.png"));
    const auto wms = described("wms.xml", "<GDAL_WMS><Service name=\"WMS\"><ServerUrl>" + server.url("/map?") +
                                              "</ServerUrl><Layers>road</Layers></Service></GDAL_WMS>");
    CHECK(wms.address.kind == ServiceKind::wms);
    CHECK(wms.wanted == "road");
    const auto wmts = described("wmts.xml", "<GDAL_WMTS><GetCapabilitiesUrl>" + server.url("/wmts") +
                                                "</GetCapabilitiesUrl><Layer>city</Layer></GDAL_WMTS>");
    CHECK(wmts.wanted == "city");
    std::ofstream(at.folder / "other.xml") << "<GDAL_WMS><Service name=\"VirtualEarth\"/></GDAL_WMS>";
    CHECK(code_of((at.folder / "other.xml").string(), *at.door) == "service-description");
    std::ofstream(at.folder / "file.xml")
        << "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>file:///etc/{z}{x}{y}</ServerUrl></Service></GDAL_WMS>";
    CHECK(code_of((at.folder / "file.xml").string(), *at.door) == "service-description");
}

TEST_CASE("An address where there is no service says so, and does no harm to what follows", "[service][offer]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    CHECK(code_of("nonsense", *at.door) == "service-unknown");
    CHECK(code_of(server.url("/nothing"), *at.door) == "service-unknown");
    for (const char* how : {"500", "404", "garbage"}) {
        server.behave(std::string("answer=") + how);
        CHECK(code_of(server.url("/map"), *at.door) == "service-unknown");
    }
    CHECK_FALSE(at.door->trouble(server.url()));
    server.die();
    CHECK(code_of(server.url("/map"), *at.door) == "service-away");
}
