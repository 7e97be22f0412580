// SPDX-License-Identifier: EUPL-1.2
#include "tests/app_core/desk_bench.hpp"

#include "tests/support/catch.hpp"

#include <chrono>
#include <thread>

namespace test {

app::DeskOptions desk_options(const TemporaryFolder& folder) {
    app::DeskOptions options;
    const auto clock = base::fixed_clock(*base::parse_time("2026-11-22T09:30:00Z"));
    options.author = {.person = "Fatma",
                      .machine = "0190a000-0000-7000-8000-000000000001",
                      .clock = clock,
                      .ids = base::time_ordered_ids(clock)};
    options.data_folder = folder / "data";
    options.cache_folder = folder / "cache";
    return options;
}

void tick_until(app::Desk& desk, const std::function<bool()>& done) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    do {
        REQUIRE(std::chrono::steady_clock::now() < end);
        desk.tick();
        std::this_thread::yield();
    } while (!done());
}

void tick_until_idle(app::Desk& desk) {
    for (int i = 0; i < 2; ++i) tick_until(desk, [&desk] { return desk.idle(); });
}

}  // namespace test
