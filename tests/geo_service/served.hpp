// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/net/door.hpp"
#include "geo/service/map_service.hpp"
#include "tests/support/map_server.hpp"

#include <array>
#include <atomic>

namespace test {

/// A clock that a test moves.
struct MovedClock {
    std::shared_ptr<std::atomic<std::int64_t>> milliseconds =
        std::make_shared<std::atomic<std::int64_t>>(1'800'000'000'000);
    base::Clock clock() const {
        return [now = milliseconds] { return base::Time(std::chrono::milliseconds(now->load())); };
    }
    void move(std::chrono::milliseconds by) const { *milliseconds += by.count(); }
};

/// A door with a folder of its own, which another door may find again.
struct Entrance {
    TemporaryFolder folder{};
    MovedClock time{};
    std::unique_ptr<geo::Door> door = anew();
    std::unique_ptr<geo::Door> anew() const {
        return std::make_unique<geo::Door>(
            geo::DoorOptions{.folder = folder.path() / "seen", .clock = time.clock(), .patience_seconds = 30});
    }
    /// As after a restart of the program.
    void restart() { door = anew(); }
};

using Colour = std::array<int, 4>;

inline Colour pixel(const geo::Pixels& piece, int column, int row) {
    const auto* at = &piece.rgba[4 * (static_cast<std::size_t>(row) * piece.side + column)];
    return {at[0], at[1], at[2], at[3]};
}
/// Of the made-up city.
constexpr Colour k_building{200, 30, 40, 255}, k_nothing{0, 0, 0, 0};

inline bool alike(const Colour& a, const Colour& b) {
    for (std::size_t i = 0; i < 4; ++i)
        if (std::abs(a[i] - b[i]) > 12) return false;
    return true;
}

}  // namespace test
