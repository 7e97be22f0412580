// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// What `--timings` writes. Milliseconds of work; sleeping is not counted.
struct Timings {
    struct Settle {
        std::string view;
        double milliseconds = 0;
    };
    double first_picture_ms = 0;  ///< from the start of the program; `frames` follow after it
    std::vector<double> frames{};
    std::vector<Settle> settles{};
    std::vector<double> clicks{};  ///< from the button's release to what follows from it, in the frame that takes it
    std::int64_t features = 0, vertices = 0;  ///< loaded onto the map
};

/// With the highest memory use of this process so far. @throws base::Error naming the file
void write_timings(const Timings& timings, const std::filesystem::path& path);

}  // namespace app
