// SPDX-License-Identifier: EUPL-1.2
#include "tests/geo_service/served.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <thread>

using namespace std::chrono_literals;
using geo::Door;
namespace fs = std::filesystem;

TEST_CASE("What a server answered is there when the server is gone, also after a restart", "[service][door]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto address = server.url("/wmts");
    const auto first = at.door->get(address, {.fresh = 1h}, {});
    REQUIRE(first.is_there());
    CHECK_FALSE(first.is_old);
    at.time.move(2h);
    server.die();
    at.restart();
    const auto again = at.door->get(address, {.fresh = 1h}, {});
    CHECK(again.body == first.body);
    CHECK(again.is_old);
    REQUIRE(at.door->trouble(address));
    CHECK(at.door->trouble(address)->status == 0);
}

TEST_CASE("What is young enough is not asked for again", "[service][door]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    at.door->get(server.url("/wmts"), {.fresh = 1h}, {});
    const int before = server.asked();
    at.time.move(59min);
    CHECK(at.door->get(server.url("/wmts"), {.fresh = 1h}, {}).is_there());
    CHECK(server.asked() == before);
    at.time.move(2min);
    CHECK(at.door->get(server.url("/wmts"), {.fresh = 1h}, {}).is_there());
    CHECK(server.asked() == before + 1);
}

TEST_CASE("A server in trouble is left alone for a while that grows, and asked again by itself", "[service][door]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const auto address = server.url("/xyz/0/0/0.png");
    server.behave("answer=500");
    CHECK_FALSE(at.door->get(address, {}, {}).failure.empty());
    const auto since = at.door->trouble(address)->since;
    int asked = server.asked();
    CHECK_FALSE(at.door->get(address, {}, {}).failure.empty());
    CHECK(server.asked() == asked);  // it was left alone
    std::chrono::milliseconds rest{};
    for (int i = 0; i < 12; ++i) {
        const auto next = at.door->trouble(address)->next_try;
        const auto longer = next - at.time.clock()();
        CHECK(longer >= rest);
        CHECK(longer <= 5min);
        rest = longer;
        at.time.move(longer);
        at.door->get(address, {}, {});
        CHECK(server.asked() == ++asked);
    }
    CHECK(at.door->trouble(address)->since == since);
    server.behave("answer=ok");
    at.door->try_again(address);
    CHECK(at.door->get(address, {}, {}).is_there());
    CHECK_FALSE(at.door->trouble(address));
}

TEST_CASE("A useless answer never takes the place of a good one", "[service][door]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    const Door::Wish wish{.why_useless = [](const Door::Got& got) {
        return got.body.find("<Capabilities") == std::string::npos ? "no capabilities" : "";
    }};
    const auto good = at.door->get(server.url("/wmts"), wish, {});
    REQUIRE(good.is_there());
    server.behave("answer=garbage");
    at.time.move(1h);
    const auto bad = at.door->get(server.url("/wmts"), wish, {});
    CHECK(bad.is_old);
    CHECK(bad.body == good.body);
    CHECK(at.door->trouble(server.url())->status == 200);
    CHECK(at.door->trouble(server.url())->detail == "no capabilities");
}

TEST_CASE("An answer without end is given up", "[service][door]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    server.behave("answer=huge");
    const auto got = at.door->get(server.url("/xyz/0/0/0.png"), {}, {});
    CHECK(got.status == 0);
    CHECK(got.failure == "the answer is too large");
}

TEST_CASE("Waiting for a slow server ends at once when it is not wanted any more", "[service][door]") {
    NEED_MAP_SERVER(server);
    test::Entrance at;
    at.door = std::make_unique<Door>(geo::DoorOptions{.folder = at.folder.path() / "seen", .patience_seconds = 60});
    server.behave("delay=40");
    auto state = std::make_shared<base::ProgressState>();
    std::atomic<bool> cancelled{false};
    std::thread waiting([&] {
        try {
            at.door->get(server.url("/wmts"), {}, base::Progress(state));
        } catch (const base::Cancelled&) {
            cancelled = true;
        }
    });
    while (server.asked() == 0) std::this_thread::yield();  // it is under way
    const auto begin = std::chrono::steady_clock::now();
    state->cancelled = true;
    waiting.join();
    CHECK(cancelled);
    CHECK(std::chrono::steady_clock::now() - begin < 20s);  // the server would have taken forty
}

TEST_CASE("What is kept stays below its bound, and what was used last stays longest", "[service][door]") {
    test::TemporaryFolder folder;
    geo::Shelf shelf(folder.path(), 100'000, base::system_clock());
    const std::string body(9'000, 'x');
    for (int i = 0; i < 30; ++i) {
        shelf.keep("https://a.example/" + std::to_string(i), "image/png", body);
        // As if it was long ago: the order of use counts, not how fast a test is.
        for (fs::recursive_directory_iterator at(folder.path()), end; at != end; ++at)
            if (at->is_regular_file()) fs::last_write_time(*at, at->last_write_time() - 1min);
    }
    CHECK(shelf.bytes() <= 100'000);
    CHECK(shelf.find("https://a.example/29"));
    CHECK_FALSE(shelf.find("https://a.example/0"));
    shelf.clear();
    CHECK(shelf.bytes() == 0);
    CHECK_FALSE(shelf.find("https://a.example/29"));
}

TEST_CASE("A damaged file on the shelf counts as nothing", "[service][door]") {
    test::TemporaryFolder folder;
    geo::Shelf shelf(folder.path(), 100'000, base::system_clock());
    shelf.keep("https://a.example/", "text/plain", "whole");
    for (fs::recursive_directory_iterator at(folder.path()), end; at != end; ++at)
        if (at->is_regular_file()) fs::resize_file(*at, fs::file_size(*at) - 1);
    CHECK_FALSE(shelf.find("https://a.example/"));
}
