// SPDX-License-Identifier: EUPL-1.2
#include "app/core/timings.hpp"

#include "geo/base/files.hpp"

#include <nlohmann/json.hpp>
#include <sys/resource.h>

namespace app {
namespace {

double peak_rss_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;  // Linux gives kilobytes
}

}  // namespace

void write_timings(const Timings& timings, const std::filesystem::path& path) {
    nlohmann::json settles = nlohmann::json::array();
    for (const auto& settle : timings.settles) settles.push_back({{"view", settle.view}, {"ms", settle.milliseconds}});
    const nlohmann::json all{{"first_picture_ms", timings.first_picture_ms},
                             {"frames", timings.frames},
                             {"settles", settles},
                             {"clicks", timings.clicks},
                             {"features", timings.features},
                             {"vertices", timings.vertices},
                             {"peak_rss_mb", peak_rss_mb()}};
    base::NewFile file(path);
    file.write(all.dump(2) + "\n");
    file.commit();
}

}  // namespace app
