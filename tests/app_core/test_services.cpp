// SPDX-License-Identifier: EUPL-1.2
#include "app/core/map_hand.hpp"
#include "app/core/service_adding.hpp"
#include "tests/app_core/desk_bench.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/map_server.hpp"

#include <atomic>
#include <chrono>
#include <fstream>
#include <functional>
#include <thread>

using namespace app;
using namespace std::chrono_literals;
namespace fs = std::filesystem;
using LoadState = LoadedLayer::State;

namespace {

/// A desk with an empty dossier, a folder of its own for what servers sent, and a clock for them that tests move.
struct AtDesk {
    test::TemporaryFolder folder{};
    std::shared_ptr<std::atomic<std::int64_t>> now = std::make_shared<std::atomic<std::int64_t>>(1'800'000'000'000);
    std::unique_ptr<Desk> desk{};

    AtDesk() {
        audit::Dossier::create(folder / "a.gpkg", {}, options().author);
        start();
    }
    DeskOptions options() const {
        auto options = test::desk_options(folder);
        options.server_clock = [now = now] { return base::Time(std::chrono::milliseconds(now->load())); };
        return options;
    }
    /// As at a start of the program.
    void start() {
        desk.reset();
        desk = std::make_unique<Desk>(options());
        desk->open(folder / "a.gpkg");
        wait();
        look_at_city();
    }
    /// 256 m of the made-up city, a pixel for half a metre.
    void look_at_city() {
        auto& camera = desk->state().camera;
        camera.width = camera.height = 512;
        camera.view = {{93628, 463628}, 0.5};
        desk->state().wants_fit = false;
    }
    void until(const std::function<bool()>& done) {
        const auto end = std::chrono::steady_clock::now() + 60s;
        while (!done()) {
            if (std::chrono::steady_clock::now() > end) FAIL("it did not come");
            desk->tick();
            std::this_thread::sleep_for(1ms);  // between two looks
        }
    }
    /// Twice: what arrives may ask for more.
    void wait() {
        for (int i = 0; i < 3; ++i) {
            desk->tick();
            until([&] { return desk->idle(); });
        }
    }
    void add(const std::string& address) {
        desk->add_layers(address, {}, {}, {});
        wait();
        look_at_city();
        wait();
    }
    const LoadedLayer& layer() { return desk->layers().all().front(); }
    const RasterPicture& picture() { return *layer().image->picture(); }
    std::vector<std::uint8_t> pixels() {
        std::vector<std::uint8_t> all;
        for (const auto& [place, piece] : picture().pieces)
            all.insert(all.end(), piece->rgba.begin(), piece->rgba.end());
        return all;
    }
    bool is_in_trouble() { return layer().remarks() && layer().remarks()->count("service-trouble") == 1; }
};

bool shows_something(const std::vector<std::uint8_t>& pixels) {
    return std::any_of(pixels.begin(), pixels.end(), [](auto byte) { return byte != 0; });
}

}  // namespace

TEST_CASE("A map from a server is a layer of the dossier, and names who made it", "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.add("WMS:" + server.url("/map#building"));
    REQUIRE(at.layer().state == LoadState::ready);
    CHECK(at.layer().source.path == "WMS:" + server.url("/map"));
    CHECK(at.layer().source.layer == "building");
    CHECK(at.layer().source.name == "Buildings");
    CHECK(at.layer().attribution() == "Made-up city survey");
    CHECK(shows_something(at.pixels()));
    CHECK_FALSE(at.is_in_trouble());
    // Once more adds nothing.
    at.add("WMS:" + server.url("/map#building"));
    CHECK(at.desk->layers().all().size() == 1);
    at.desk->dispatch("undo");
    at.wait();
    CHECK(at.desk->layers().all().empty());
}

TEST_CASE("What was seen is seen without the server, after a restart too, with a remark that says so",
          "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.add("XYZ:" + server.url("/xyz/{z}/{x}/{y}.png"));
    const auto before = at.pixels();
    REQUIRE(shows_something(before));
    server.die();
    *at.now += std::chrono::milliseconds(24h * 30).count();
    at.start();
    at.wait();
    CHECK(at.layer().state == LoadState::ready);
    CHECK(at.pixels() == before);
    CHECK(at.is_in_trouble());
    CHECK_FALSE(at.desk->state().notice);  // nobody is interrupted
    SECTION("and the remark goes when the server is well again") {
        REQUIRE(at.desk->layers().due());
        server.come_back();
        *at.now += 600'000;
        at.wait();
        CHECK_FALSE(at.is_in_trouble());
        CHECK(at.pixels() == before);
        CHECK_FALSE(at.desk->layers().due());
    }
    SECTION("and the person can have it asked at once") {
        server.come_back();
        at.desk->dispatch("layer-retry", at.layer().source.uuid);
        at.wait();
        CHECK_FALSE(at.is_in_trouble());
    }
}

TEST_CASE("A server that cannot be reached is asked again by itself, and the layer appears", "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.add("WMS:" + server.url("/map#building"));
    at.desk.reset();
    fs::remove_all(at.folder / "cache");
    server.die();
    at.start();
    at.wait();
    REQUIRE(at.layer().state == LoadState::failed);
    CHECK(at.layer().problem->code == "service-away");
    server.come_back();
    CHECK(at.desk->layers().due());
    *at.now += 600'000;
    at.wait();
    CHECK(at.layer().state == LoadState::ready);
    CHECK(shows_something(at.pixels()));
}

TEST_CASE("A slow server holds up no layer that lies on this computer", "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.add("WMS:" + server.url("/map#building"));
    server.behave("delay=30");
    at.desk->state().camera.view.centre = {94500, 464500};
    const int before = server.asked();
    at.until([&] { return server.asked() > before; });
    std::ofstream(at.folder / "benches.csv") << "kind,WKT\nwood,POINT (93500 463900)\n";
    at.desk->add_layers(at.folder / "benches.csv", {}, "EPSG:28992", {});
    const auto is_ready = [&] {
        for (const auto& layer : at.desk->layers().all())
            if (layer.data && layer.state == LoadState::ready) return true;
        return false;
    };
    const auto begin = std::chrono::steady_clock::now();
    at.until(is_ready);
    CHECK(std::chrono::steady_clock::now() - begin < 20s);
    CHECK_FALSE(at.desk->service_jobs().idle());
}

TEST_CASE("While a slow server is read, a layer goes, a dossier closes and the program ends at once",
          "[app][services][lifetime]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.add("WMS:" + server.url("/map#building"));
    server.behave("delay=40");
    const int before = server.asked();
    at.desk->state().camera.view.centre = {94500, 464500};
    at.until([&] { return server.asked() > before; });
    const auto begin = std::chrono::steady_clock::now();
    SECTION("the layer is removed") {
        at.desk->dispatch("layer-remove", at.layer().source.uuid);
        at.until([&] { return at.desk->idle(); });
        CHECK(at.desk->layers().all().empty());
    }
    SECTION("another dossier is opened") {
        audit::Dossier::create(at.folder / "b.gpkg", {}, at.options().author);
        at.desk->open(at.folder / "b.gpkg");
        at.until([&] { return at.desk->idle(); });
        CHECK(at.desk->layers().all().empty());
    }
    SECTION("the layer is hidden and shown, moved and asked again") {
        const auto uuid = at.layer().source.uuid;
        for (int i = 0; i < 4; ++i) {
            at.desk->dispatch("layer-visible", uuid);
            at.desk->dispatch("layer-retry", uuid);
            at.desk->state().camera.view.centre.x += 3000;
            at.desk->tick();
        }
        at.desk.reset();
    }
    SECTION("the program ends") { at.desk.reset(); }
    SECTION("the program ends while a service is being asked what it offers") {
        const int asked = server.asked();
        open_service_form(*at.desk, server.url("/wmts"));
        at.until([&] { return server.asked() > asked; });
        at.desk.reset();
    }
    CHECK(std::chrono::steady_clock::now() - begin < 20s);  // the server would have taken forty
}

TEST_CASE("Where a service offers several layers the dialog asks which", "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.desk->add_layers(server.url("/map"), {}, {}, {});
    at.wait();
    auto& form = at.desk->state().service_form;
    REQUIRE(form);
    REQUIRE(form->offer);
    CHECK(form->chosen.empty());
    CHECK(why_not_addable(*form));
    form->search = "BUILD";
    REQUIRE(layers_found(*form).size() == 1);
    CHECK(layers_found(*form)[0].name == "building");
    at.desk->dispatch("service-choose", "building");
    at.desk->dispatch("service-choose", "road");
    at.desk->dispatch("service-choose", "tree");
    at.desk->dispatch("service-choose", "tree");
    at.desk->dispatch("service-add");
    at.wait();
    CHECK_FALSE(form);
    CHECK(at.desk->layers().all().size() == 2);
}

TEST_CASE("The dialog says what is wrong with an address, and takes passwords out of it", "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.desk->dispatch("service-new", server.url("/nothing"));
    at.wait();
    auto& form = at.desk->state().service_form;
    REQUIRE(form->problem);
    CHECK(form->problem->code == "service-unknown");
    auto secret = server.url("/xyz/{z}/{x}/{y}.png");
    secret.insert(secret.find("127"), "anna:geheim@");
    form->typed = secret;
    at.desk->dispatch("service-look");
    at.wait();
    REQUIRE(form->offer);
    CHECK(form->offer->held_secret);
    form->attribution = "De stad";
    at.desk->dispatch("service-add");
    at.wait();
    REQUIRE(at.desk->layers().all().size() == 1);
    CHECK(at.layer().source.path.find("geheim") == std::string::npos);
    CHECK(at.layer().source.path.find("anna") == std::string::npos);
    CHECK(at.layer().attribution() == "De stad");
    CHECK(test::run("grep -c geheim '" + (at.folder / "a.gpkg").string() + "'").output == "0\n");
}

TEST_CASE("What is kept of servers is counted and can be thrown away", "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.add("XYZ:" + server.url("/xyz/{z}/{x}/{y}.png"));
    follow_seen_bytes(*at.desk);
    at.wait();
    REQUIRE(at.desk->state().seen_bytes);
    CHECK(*at.desk->state().seen_bytes > 1000);
    at.desk->dispatch("seen-forget");
    at.wait();
    follow_seen_bytes(*at.desk);
    at.wait();
    CHECK(*at.desk->state().seen_bytes == 0);
}

TEST_CASE("Objects of a service are features like any other: coloured, asked, read by what is in view",
          "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.add("OAPIF:" + server.url("/ogcapi#building"));
    REQUIRE(at.layer().state == LoadState::ready);
    REQUIRE(at.layer().data);
    CHECK(at.layer().source.layer == "building");
    const auto seen = at.layer().data->layer->fids.size();
    CHECK(seen >= 9);
    CHECK(seen < 400);  // not the whole city
    SECTION("their attributes are there") {
        select_thing(*at.desk, {.layer = at.layer().source.uuid, .fid = at.layer().data->layer->fids.front()});
        at.desk->dispatch("feature-read");
        at.wait();
        const auto& attributes = at.desk->state().attributes;
        CHECK(std::any_of(attributes.begin(), attributes.end(),
                          [](const auto& each) { return each.first == "name" && each.second.starts_with("Huis"); }));
    }
    SECTION("they are coloured by an attribute, also after the map moved") {
        at.desk->dispatch("layer-colour", at.layer().source.uuid + " name");
        at.wait();
        REQUIRE(at.layer().coloured);
        CHECK_FALSE(at.layer().coloured->problem);
        const auto before = at.layer().data;
        at.desk->state().camera.view.centre = {94500, 464500};
        at.wait();
        CHECK(at.layer().data != before);
        REQUIRE(at.layer().coloured);
        CHECK_FALSE(at.layer().coloured->problem);
    }
    SECTION("a small move asks nothing") {
        const int before = server.asked();
        at.desk->state().camera.view.centre.x += 20;
        at.wait();
        CHECK(server.asked() == before);
    }
    SECTION("they stay on the map when the server goes, with a remark") {
        server.die();
        at.desk->state().camera.view.centre = {94500, 464500};
        at.wait();
        CHECK(at.layer().state == LoadState::ready);
        CHECK(at.layer().data->layer->fids.size() == seen);
        CHECK(at.is_in_trouble());
        CHECK_FALSE(at.desk->state().notice);
        server.come_back();
        *at.now += 600'000;
        at.wait();
        CHECK_FALSE(at.is_in_trouble());
        CHECK(at.layer().data->layer->extent.max_x > 94000);
    }
    SECTION("while they come from a slow server the layer goes at once") {
        server.behave("delay=40");
        const int before = server.asked();
        at.desk->state().camera.view.centre = {94500, 464500};
        at.until([&] { return server.asked() > before; });
        const auto begin = std::chrono::steady_clock::now();
        at.desk->dispatch("layer-remove", at.layer().source.uuid);
        at.until([&] { return at.desk->idle(); });
        at.desk.reset();
        CHECK(std::chrono::steady_clock::now() - begin < 20s);
    }
}

TEST_CASE("The ground that is read for a view holds it, and is the same for views that are nearly the same",
          "[app][services]") {
    for (double x : {0.0, -7.3, 93500.2, 155000.0, 1e7})
        for (double size : {0.7, 3.0, 255.9, 300000.0}) {
            const geo::Box view{x, x / 3, x + size, x / 3 + size * 0.6};
            const auto ground = ground_for(view);
            CHECK(ground.contains({view.min_x, view.min_y}));
            CHECK(ground.contains({view.max_x, view.max_y}));
            CHECK(ground.width() <= 3.1 * size);
        }
    CHECK(ground_for({93500, 463500, 93700, 463600}) == ground_for({93503, 463502, 93703, 463602}));
}

TEST_CASE("A map that shows nothing at all says so, until something is seen", "[app][services]") {
    NEED_MAP_SERVER(server);
    AtDesk at;
    at.add("XYZ:" + server.url("/xyz/{z}/{x}/{y}.png/wrong"));
    REQUIRE(at.layer().remarks());
    CHECK(at.layer().remarks()->count("service-nothing") == 1);
    CHECK_FALSE(at.is_in_trouble());
    at.desk->dispatch("undo");
    at.wait();
    at.add("WMS:" + server.url("/map#building"));
    CHECK(at.layer().remarks()->empty());
}
