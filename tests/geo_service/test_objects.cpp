// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/objects.hpp"
#include "tests/geo_service/served.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

#include <algorithm>
#include <thread>

using namespace std::chrono_literals;
using geo::ServiceAddress;
using geo::ServiceKind;

namespace {

/// Two by two buildings of the made-up city.
constexpr geo::Box k_ground{93510, 463510, 93690, 463690};
constexpr geo::Box k_everything{92000, 462000, 96000, 466000};

geo::ObjectsWanted buildings(const ServiceAddress& address, const geo::Box& ground = k_ground) {
    return {.address = address, .layer = "building", .target = geo::rd_new(), .ground = ground, .most = 1000};
}

geo::ObjectsRead read(test::Entrance& at, const geo::ObjectsWanted& wanted, const std::string& file) {
    return geo::read_objects(wanted, at.folder / file, *at.door, {});
}

geo::Layer layer_in(test::Entrance& at, const std::string& file) {
    return geo::read_layer(at.folder / file, {.layer = geo::k_objects_layer}, geo::rd_new());
}

std::string code_of(test::Entrance& at, const geo::ObjectsWanted& wanted, const std::string& file) {
    try {
        read(at, wanted, file);
        return "none";
    } catch (const base::Error& error) {
        return error.problem().code;
    }
}

std::vector<std::string> names_of(const std::vector<geo::OfferedLayer>& layers) {
    std::vector<std::string> names;
    for (const auto& layer : layers) names.push_back(layer.name);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("The objects of a view come from each kind of service, where they lie and with their attributes",
          "[service][objects]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    for (const auto& [address, off] : {std::pair{ServiceAddress{ServiceKind::wfs, server.url("/map")}, 0.001},
                                       {ServiceAddress{ServiceKind::features, server.url("/ogcapi")}, 0.2}}) {
        const auto file = std::string(geo::name_of(address.kind)) + ".gpkg";
        const auto done = read(at, buildings(address), file);
        CHECK(done.count == 4);
        CHECK_FALSE(done.is_cut);
        CHECK_FALSE(done.is_old);
        const auto layer = layer_in(at, file);
        CHECK(layer.report.kinds == std::map<std::string, std::int64_t>{{"Polygon", 4}});
        CHECK(layer.extent.min_x == Approx(93500).margin(off));
        CHECK(layer.extent.max_y == Approx(463660).margin(off));
        const auto names = geo::field_of(at.folder / file, geo::k_objects_layer, "name");
        CHECK(std::find(names.begin(), names.end(), "Huis 106") != names.end());
    }
}

TEST_CASE("Services of objects say which layers they have", "[service][objects]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const std::vector<std::string> all{"building", "road", "tree"};
    CHECK(names_of(geo::object_layers({ServiceKind::features, server.url("/ogcapi")}, *at.door, {})) == all);
    auto wfs = names_of(geo::object_layers({ServiceKind::wfs, server.url("/map")}, *at.door, {}));
    for (auto& name : wfs) name = name.substr(name.find(':') + 1);
    CHECK(wfs == all);
    // By the address alone.
    CHECK(geo::look_at_service(server.url("/ogcapi"), *at.door, {}).address.kind == ServiceKind::features);
    CHECK(geo::look_at_service(server.url("/map?service=WFS"), *at.door, {}).address.kind == ServiceKind::wfs);
}

TEST_CASE("Objects come page by page, and no more than wanted", "[service][objects]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    for (const auto& address : {ServiceAddress{ServiceKind::wfs, server.url("/map")},
                                ServiceAddress{ServiceKind::features, server.url("/ogcapi")}}) {
        const auto name = std::string(geo::name_of(address.kind));
        auto wanted = buildings(address, k_everything);
        wanted.page = 50;
        const int before = server.asked();
        CHECK(read(at, wanted, name + ".all.gpkg").count == 400);
        CHECK(server.asked() - before >= 8);
        wanted.most = 120;
        const auto some = read(at, wanted, name + ".some.gpkg");
        CHECK(some.count == 120);
        CHECK(some.is_cut);
    }
}

TEST_CASE("Objects that were seen are there without the server", "[service][objects]") {
    NEED_MAP_SERVER(server);
    for (const auto& address : {ServiceAddress{ServiceKind::wfs, server.url("/map")},
                                ServiceAddress{ServiceKind::features, server.url("/ogcapi")}}) {
        server.come_back();
        test::Entrance at;
        REQUIRE(read(at, buildings(address), "seen.gpkg").count == 4);
        server.die();
        at.time.move(24h);
        at.restart();
        const auto again = read(at, buildings(address), "again.gpkg");
        CHECK(again.count == 4);
        CHECK(again.is_old);
        // Of ground that lies in what was seen, too; of other ground nothing is known.
        CHECK(read(at, buildings(address, {93610, 463610, 93620, 463620}), "within.gpkg").is_old);
        CHECK(layer_in(at, "within.gpkg").fids.size() == 4);
        CHECK(code_of(at, buildings(address, {94110, 464110, 94190, 464190}), "other.gpkg") == "service-away");
    }
}

TEST_CASE("A service of objects that answers wrongly gives a sentence", "[service][objects]") {
    NEED_MAP_SERVER(server);
    for (const auto& address : {ServiceAddress{ServiceKind::wfs, server.url("/map")},
                                ServiceAddress{ServiceKind::features, server.url("/ogcapi")}})
        for (const char* how : {"500", "404", "garbage"}) {
            test::Entrance at;
            server.behave(std::string("answer=") + how);
            const auto code = code_of(at, buildings(address), "wrong.gpkg");
            CHECK((code == "service-away" || code == "service-unknown"));
        }
    server.behave("answer=ok");
    test::Entrance at;
    auto nobody = buildings({ServiceKind::wfs, server.url("/map")});
    nobody.layer = "nobody";
    CHECK(code_of(at, nobody, "nobody.gpkg") == "layer-missing");
}

TEST_CASE("Reading objects from a slow server ends at once when it is not wanted any more", "[service][objects]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    at.door = std::make_unique<geo::Door>(geo::DoorOptions{.folder = at.folder / "seen", .patience_seconds = 60});
    server.behave("delay=40");
    auto state = std::make_shared<base::ProgressState>();
    std::atomic<bool> cancelled{false};
    std::thread waiting([&] {
        try {
            geo::read_objects(buildings({ServiceKind::wfs, server.url("/map")}), at.folder / "slow.gpkg", *at.door,
                              base::Progress(state));
        } catch (const base::Cancelled&) {
            cancelled = true;
        }
    });
    while (server.asked() == 0) std::this_thread::yield();
    const auto begin = std::chrono::steady_clock::now();
    state->cancelled = true;
    waiting.join();
    CHECK(cancelled);
    CHECK(std::chrono::steady_clock::now() - begin < 20s);  // the server would have taken forty
}

TEST_CASE("The objects of a view come from PostGIS", "[service][objects][postgres]") {
    NEED_POSTGRES(database);
    database.run_sql(
        "CREATE TABLE bench (id serial PRIMARY KEY, name text, place geometry(Point, 28992));"
        "INSERT INTO bench (name, place) SELECT 'Bank ' || n, ST_SetSRID(ST_MakePoint(93000 + n, 463000), 28992)"
        " FROM generate_series(1, 500) AS n;"
        "CREATE TABLE note (id serial PRIMARY KEY, words text);");
    test::Entrance at;
    const ServiceAddress address{ServiceKind::postgres, database.connection()};
    CHECK(names_of(geo::object_layers(address, *at.door, {})) == std::vector<std::string>{"bench"});
    geo::ObjectsWanted wanted{.address = address,
                              .layer = "bench",
                              .target = geo::rd_new(),
                              .ground = {93100.5, 462000, 93200.5, 464000},
                              .most = 1000};
    CHECK(read(at, wanted, "bench.gpkg").count == 100);
    const auto layer = layer_in(at, "bench.gpkg");
    CHECK(layer.extent.min_x == Approx(93101));
    CHECK(layer.fids.front() == 101);  // the number that the table gives it
    wanted.most = 30;
    CHECK(read(at, wanted, "some.gpkg").is_cut);
    database.die();
    CHECK(code_of(at, wanted, "gone.gpkg") == "service-away");
}
