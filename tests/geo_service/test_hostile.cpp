// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/service/offer.hpp"
#include "geo/service/wms.hpp"
#include "geo/service/wmts.hpp"
#include "geo/source/source.hpp"
#include "tests/geo_service/served.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <random>

namespace {

/// Bytes changed, taken out, doubled and cut off, the same for the same seed.
std::string mutant_of(std::string text, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t most) {
        return static_cast<std::size_t>(random() % std::max<std::size_t>(most, 1));
    };
    for (std::size_t i = 0, changes = 1 + below(12); i < changes && !text.empty(); ++i) {
        const auto place = below(text.size());
        switch (random() % 5) {
            case 0:
                text[place] = static_cast<char>(random());
                break;
            case 1:
                text.erase(place, below(200));
                break;
            case 2:
                text.insert(place, text.substr(below(text.size()), below(400)));
                break;
            case 3:
                text.insert(place, std::string(1 + below(30), "0123456789-<>&e."[random() % 16]));
                break;
            default:
                if (random() % 8 == 0) text.resize(place);
        }
    }
    return text;
}

/// What is done with an offer when its layers are shown.
void use(const geo::WmsOffer& offer) {
    for (const auto& layer : offer.layers) try {
            const auto request = geo::wms_request("https://a.example/", offer, layer, geo::rd_new());
            const auto mosaic = geo::wms_mosaic(request, {93000, 463000, 93512, 463512}, 1);
            CHECK(std::int64_t{mosaic.width} * mosaic.height <= 2048 * 2048);
        } catch (const base::Error& error) {
            CHECK_FALSE(error.problem().code.empty());
        }
}
void use(const geo::WmtsOffer& offer) {
    for (const auto& layer : offer.layers) try {
            const auto tiles = geo::wmts_tiles("https://a.example/", offer, layer, geo::rd_new());
            for (double units : {1e-3, 1.0, 1e6}) {
                const auto mosaic = geo::mosaic_of(tiles.grid, tiles.address_of,
                                                   {93000, 463000, 93000 + 512 * units, 463000 + 512 * units}, units);
                CHECK(mosaic.tiles.size() <= 64);
                CHECK(std::int64_t{mosaic.width} * mosaic.height <= 4096 * 4096);
            }
        } catch (const base::Error& error) {
            CHECK_FALSE(error.problem().code.empty());
        }
}

}  // namespace

TEST_CASE("Damaged descriptions of services are read as far as they go, or not at all", "[service][hostile]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto wms = at.door->get(server.url("/map?SERVICE=WMS&REQUEST=GetCapabilities"), {}, {}).body;
    const auto wmts = at.door->get(server.url("/wmts"), {}, {}).body;
    REQUIRE(geo::read_wms(wms));
    REQUIRE(geo::read_wmts(wmts));
    for (unsigned seed = 0; seed < 400; ++seed) {
        if (const auto offer = geo::read_wms(mutant_of(wms, seed))) use(*offer);
        if (const auto offer = geo::read_wmts(mutant_of(wmts, seed))) use(*offer);
    }
}

TEST_CASE("A description that goes on for ever inside itself ends", "[service][hostile]") {
    std::string deep = "<WMS_Capabilities version=\"1.3.0\"><Capability>";
    for (int i = 0; i < 5000; ++i) deep += "<Layer><Name>a</Name>";
    const auto offer = geo::read_wms(deep);
    CHECK((!offer || offer->layers.size() < 100));
    std::string wide = "<WMS_Capabilities version=\"1.3.0\"><Capability><Layer>";
    for (int i = 0; i < 20000; ++i) wide += "<Layer><Name>a</Name></Layer>";
    wide += "</Layer></Capability></WMS_Capabilities>";
    const auto many = geo::read_wms(wide);
    REQUIRE(many);
    CHECK(many->layers.size() <= 5000);
}

TEST_CASE("A file with the address of a service in it leads nowhere", "[service][hostile]") {
    NEED_MAP_SERVER(server);
    const test::TemporaryFolder folder;
    const auto said = [&](const std::string& name, const std::string& text) -> std::string {
        std::ofstream(folder / name) << text;
        try {
            geo::probe(folder / name, {});
            return "opened";
        } catch (const base::Error& error) {
            return error.problem().code;
        }
    };
    const int before = server.asked();
    CHECK(said("wfs.xml", "<OGRWFSDataSource><URL>" + server.url("/map") + "</URL></OGRWFSDataSource>") ==
          "source-not-recognised");
    CHECK(said("wms.xml", "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>" + server.url("/xyz/${z}/${x}/${y}.png") +
                              "</ServerUrl></Service></GDAL_WMS>") == "source-not-recognised");
    CHECK(said("a.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>WFS:" + server.url("/map") +
                            "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>") == "source-not-recognised");
    CHECK(server.asked() == before);
}
