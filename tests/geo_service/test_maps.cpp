// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/crs/transform.hpp"
#include "geo/service/tiles.hpp"
#include "tests/geo_service/served.hpp"
#include "tests/support/catch.hpp"

#include <thread>

using namespace std::chrono_literals;
using geo::MapService;
using geo::ServiceAddress;
using geo::ServiceKind;
using test::alike;
using test::pixel;

namespace {

/// A square of the city, a pixel for half a metre: a building fills (0..60, 0..60) of each 100 m.
constexpr geo::Box k_ground{93500, 463500, 93756, 463756};
constexpr int k_side = 512;

std::shared_ptr<const MapService> opened(test::Entrance& at, const ServiceAddress& address, const std::string& layer,
                                         const geo::Crs& target = geo::rd_new()) {
    return MapService::open(address, layer, std::nullopt, target, *at.door, {});
}

geo::Pixels read(test::Entrance& at, const MapService& map) { return map.read(k_ground, k_side, *at.door, {}); }

/// The colour at a place in metres from the south-west corner.
test::Colour at_place(const geo::Pixels& piece, double x, double y) {
    return pixel(piece, static_cast<int>(x * 2), k_side - 1 - static_cast<int>(y * 2));
}

void check_city(const geo::Pixels& piece) {
    CHECK_FALSE(piece.is_passing);
    for (double x : {0.0, 100.0, 200.0})
        for (double y : {0.0, 100.0}) {
            CHECK(alike(at_place(piece, x + 30, y + 30), test::k_building));
            CHECK(alike(at_place(piece, x + 3, y + 3), test::k_building));
            CHECK(alike(at_place(piece, x + 54, y + 54), test::k_building));
            if (x < 150) CHECK_FALSE(alike(at_place(piece, x + 68, y + 30), test::k_building));
            CHECK_FALSE(alike(at_place(piece, x + 30, y + 67), test::k_building));
        }
}

std::string code_of_opening(test::Entrance& at, const ServiceAddress& address, const std::string& layer) {
    try {
        opened(at, address, layer);
        return "none";
    } catch (const base::Error& error) {
        return error.problem().code;
    }
}

}  // namespace

TEST_CASE("A map of each kind of service lies where the city lies", "[service][map]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    SECTION("WMS in the dossier's own CRS, to the pixel") {
        const auto map = opened(at, {ServiceKind::wms, server.url("/map")}, "building");
        CHECK(map->report().crs == geo::rd_new());
        CHECK(map->attribution() == "Made-up city survey");
        CHECK(map->extent().contains({94000, 464000}));
        CHECK(map->extent().width() < 3000);
        const auto piece = read(at, *map);
        check_city(piece);
        CHECK(pixel(piece, 118, k_side - 10) == test::k_building);
        CHECK(pixel(piece, 122, k_side - 10) == test::k_nothing);
    }
    SECTION("WMTS in the grid of the Netherlands") {
        const auto map = opened(at, {ServiceKind::wmts, server.url("/wmts")}, "city");
        CHECK(map->report().crs == geo::rd_new());
        CHECK(map->finest_units() == Approx(3440.64 / 16384));
        check_city(read(at, *map));
    }
    SECTION("tiles by number, from web mercator") {
        const auto map = opened(at, {ServiceKind::xyz, server.url("/xyz/{z}/{x}/{y}.png")}, "");
        CHECK(map->report().crs.epsg() == 3857);
        CHECK(map->finest_units() == Approx(0.1829).epsilon(0.02));
        check_city(read(at, *map));
    }
}

TEST_CASE("A map is drawn in a dossier in another CRS than the service knows", "[service][map]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto utm = geo::Crs::parse("EPSG:25831");
    const auto map = opened(at, {ServiceKind::wms, server.url("/map")}, "building", utm);
    CHECK_FALSE(map->report().crs == utm);
    // The middle of the building at 93500, 463500.
    const geo::Transform there(geo::rd_new(), utm);
    const auto inside = there.apply(geo::Point{93530, 463530}), outside = there.apply(geo::Point{93580, 463530});
    const auto at_point = [&](geo::Point p) {
        return pixel(map->read({p.x - 16, p.y - 16, p.x + 16, p.y + 16}, 64, *at.door, {}), 32, 32);
    };
    CHECK(alike(at_point(inside), test::k_building));
    CHECK_FALSE(alike(at_point(outside), test::k_building));
}

TEST_CASE("A map that was seen is there without the server, after a restart too", "[service][map]") {
    NEED_MAP_SERVER(server);
    for (const auto& [address, layer] : {std::pair{ServiceAddress{ServiceKind::wms, server.url("/map")}, "building"},
                                         {ServiceAddress{ServiceKind::wmts, server.url("/wmts")}, "city"},
                                         {ServiceAddress{ServiceKind::xyz, server.url("/xyz/{z}/{x}/{y}.png")}, ""}}) {
        server.come_back();
        test::Entrance at;
        const auto before = read(at, *opened(at, address, layer));
        server.die();
        at.time.move(24h * 30);
        at.restart();
        const auto after = read(at, *opened(at, address, layer));
        CHECK(after.rgba == before.rgba);
        CHECK(after.is_passing);  // worth another try
    }
}

TEST_CASE("A server that answers wrongly leaves a hole and a reason, and is asked again later", "[service][map]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto map = opened(at, {ServiceKind::wms, server.url("/map")}, "building");
    for (const auto& [how, status] : {std::pair{"500", 500}, {"garbage", 200}}) {
        server.behave(std::string("answer=") + how);
        const auto piece = read(at, *map);
        CHECK(piece.is_passing);
        CHECK(pixel(piece, 10, 500) == test::k_nothing);
        REQUIRE(at.door->trouble(server.url()));
        CHECK(at.door->trouble(server.url())->status == status);
        at.time.move(10min);
    }
    server.behave("answer=ok");
    at.time.move(10min);
    check_city(read(at, *map));
    CHECK_FALSE(at.door->trouble(server.url()));
}

TEST_CASE("Where a server has no tile there is nothing, and nothing is wrong", "[service][map]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto map = opened(at, {ServiceKind::xyz, server.url("/xyz/{z}/{x}/{y}.png")}, "");
    server.behave("answer=404");
    const auto piece = read(at, *map);
    CHECK_FALSE(piece.is_passing);
    CHECK(pixel(piece, 10, 500) == test::k_nothing);
    CHECK_FALSE(at.door->trouble(server.url()));
}

TEST_CASE("A service that cannot be opened says why", "[service][map]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    CHECK(code_of_opening(at, {ServiceKind::wms, server.url("/map")}, "nobody") == "layer-missing");
    CHECK(code_of_opening(at, {ServiceKind::wms, server.url("/nothing")}, "building") == "service-unknown");
    server.behave("answer=garbage");
    CHECK(code_of_opening(at, {ServiceKind::wmts, server.url("/wmts?x=1")}, "city") == "service-unknown");
    server.die();
    at.time.move(10min);
    CHECK(code_of_opening(at, {ServiceKind::wms, server.url("/map?x=2")}, "building") == "service-away");
}

TEST_CASE("A small view of the whole country asks for few tiles", "[service][map]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto map = opened(at, {ServiceKind::xyz, server.url("/xyz/{z}/{x}/{y}.png")}, "");
    server.behave("answer=404");  // what it draws does not matter
    const int before = server.asked();
    map->read({0, 300000, 300000, 600000}, 512, *at.door, {});
    CHECK(server.asked() - before <= 25);
}

TEST_CASE("What a server claims of its tiles does not decide about memory", "[service][map]") {
    auto grid = geo::web_mercator_grid(20);
    for (auto& level : grid.levels) level.tile_width = level.tile_height = 4096;
    const auto address = [](const geo::TileLevel&, std::int64_t, std::int64_t) { return std::string("x"); };
    for (double size : {1.0, 1e3, 1e5, 1e7, 1e9}) {
        const auto mosaic = geo::mosaic_of(grid, address, {0, 0, size, size}, size / 4096);
        CHECK(std::int64_t{mosaic.width} * mosaic.height <= 4096 * 4096);
    }
    // Nor do levels that are no numbers.
    grid.levels.resize(1);
    grid.levels[0].units_per_pixel = 1e-300;
    CHECK(geo::mosaic_of(grid, address, {0, 0, 1e6, 1e6}, 1).tiles.empty());
}
