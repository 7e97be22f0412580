// SPDX-License-Identifier: EUPL-1.2
#include "tests/geo_source/files.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace geo;

namespace {

/// A server on this machine that only looks whether anybody knocks.
class Door {
public:
    Door() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::listen(socket_, 8) == 0);
        socklen_t size = sizeof address;
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
    }
    ~Door() { ::close(socket_); }
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }
    bool was_knocked_on() const {
        int caller = ::accept(socket_, nullptr, nullptr);
        if (caller >= 0) ::close(caller);
        return caller >= 0;
    }

private:
    int socket_, port_ = 0;
};

std::string vrt_of(const std::string& source) {
    return "<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>" + source +
           "</SrcDataSource><SrcLayer>a</SrcLayer></OGRVRTLayer></OGRVRTDataSource>";
}

}  // namespace

TEST_CASE("No file makes the program ask for an address that stands in it", "[source][hostile]") {
    Door door;
    test::TemporaryFolder folder;
    const auto at = door.address();
    const std::vector<std::pair<std::string, std::string>> files{
        {"vector.vrt", vrt_of("/vsicurl/" + at + "/a.geojson")},
        {"stream.vrt", vrt_of("/vsicurl_streaming/" + at + "/a.geojson")},
        {"plain.vrt", vrt_of(at + "/a.geojson")},
        {"raster.vrt",
         "<VRTDataset rasterXSize='8' rasterYSize='8'><VRTRasterBand dataType='Byte' band='1'>"
         "<SimpleSource><SourceFilename>/vsicurl/" +
             at +
             "/a.tif</SourceFilename></SimpleSource>"
             "</VRTRasterBand></VRTDataset>"},
        {"wms.xml", "<GDAL_WMS><Service name='TMS'><ServerUrl>" + at +
                        "/${z}/${x}/${y}.png</ServerUrl></Service>"
                        "<DataWindow><UpperLeftX>0</UpperLeftX><UpperLeftY>10</UpperLeftY><LowerRightX>10</LowerRightX>"
                        "<LowerRightY>0</LowerRightY><SizeX>64</SizeX><SizeY>64</SizeY></DataWindow></GDAL_WMS>"},
        {"wfs.xml", "<OGRWFSDataSource><URL>" + at + "/wfs</URL></OGRWFSDataSource>"},
        {"wmts.xml", "<GDAL_WMTS><GetCapabilitiesUrl>" + at + "/caps</GetCapabilitiesUrl></GDAL_WMTS>"},
        {"schema.gml",
         "<?xml version='1.0'?><wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs' "
         "xmlns:a='http://a' xmlns:gml='http://www.opengis.net/gml' xmlns:xsi="
         "'http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='http://a " +
             at +
             "/wfs?SERVICE=WFS&amp;VERSION=1.1.0&amp;REQUEST=DescribeFeatureType&amp;TYPENAME=a:b'>"
             "<gml:featureMember><a:b><a:geom><gml:Point srsName='" +
             at +
             "/def/crs/9999'>"
             "<gml:pos>1 2</gml:pos></gml:Point></a:geom></a:b></gml:featureMember></wfs:FeatureCollection>"},
        {"link.kml", "<kml xmlns='http://www.opengis.net/kml/2.2'><Document><NetworkLink><Link><href>" + at +
                         "/a.kml</href></Link></NetworkLink><Placemark><styleUrl>" + at +
                         "/style.kml#a</styleUrl><Point>"
                         "<coordinates>4,52</coordinates></Point></Placemark></Document></kml>"},
        {"entity.gml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM '" + at +
                           "/b'>]><a xmlns:gml="
                           "'http://www.opengis.net/gml'>&b;</a>"},
        {"link.json",
         R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":")" + at +
             R"(/crs","type":"ogcwkt"}},"features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[4,52]}}]})"},
    };
    for (const auto& [name, text] : files) {
        INFO(name);
        test::write(folder / name, text);
        test::error_code([&] {
            auto report = probe(folder / name, {});
            for (const auto& layer : report.layers) read_layer(folder / name, {.layer = layer.name}, {});
        });
        CHECK_FALSE(door.was_knocked_on());
    }
    for (const auto* name : {"/vsicurl/", "", "WFS:", "WMS:"}) {
        CHECK(test::error_code([&] { probe(name + at + "/a.geojson", {}); }) == "source-missing");
        CHECK_FALSE(door.was_knocked_on());
    }
}

TEST_CASE("Files that only point at others are not opened", "[source][hostile]") {
    test::TemporaryFolder folder;
    test::write(folder / "secret.geojson", test::points_geojson({{4.48, 52.15}}));
    test::write(folder / "a.vrt", vrt_of((folder / "secret.geojson").string()));
    CHECK(test::error_code([&] { probe(folder / "a.vrt", {}); }) == "source-not-recognised");
}

TEST_CASE("A pipe is no source, and nobody waits for what might come out of it", "[source][hostile]") {
    test::TemporaryFolder folder;
    REQUIRE(::mkfifo((folder / "a.geojson").c_str(), 0600) == 0);
    CHECK(test::error_code([&] { probe(folder / "a.geojson", {}); }) == "source-unreadable");
    CHECK(test::error_code([&] { probe("/vsistdin/", {}); }) == "source-missing");
}
