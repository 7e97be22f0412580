// SPDX-License-Identifier: EUPL-1.2
#include "tests/geo_source/outcome.hpp"

#include "geo/source/raster.hpp"
#include "geo/source/source.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test {
namespace {

constexpr unsigned k_patience_seconds = 120;
constexpr rlim_t k_most_bytes = 3ULL << 30U;

void limit_memory() {
#if !defined(__SANITIZE_ADDRESS__)  // sanitizers need a large address space of their own
    const rlimit limit{k_most_bytes, k_most_bytes};
    ::setrlimit(RLIMIT_AS, &limit);
#endif
}

/// Reads a file in every way there is. @returns 0 for a result, 1 for a sentence, 2 for anything else
int read_in_every_way(const std::filesystem::path& path) {
    try {
        const auto report = geo::probe(path, {});
        for (const auto& layer : report.layers) {
            geo::read_layer(path, {.layer = layer.name}, {});
            if (!layer.fields.empty()) geo::field_of(path, layer.name, layer.fields.front());
        }
        for (const auto& raster : report.rasters) {
            if (raster.extent.is_empty()) continue;
            const geo::RasterReader reader(path, {.layer = raster.name, .crs = geo::rd_new()}, geo::rd_new());
            reader.read(reader.extent(), 64);
        }
        return 0;
    } catch (const base::Error& error) {
        return base::say(error.problem(), base::Language::english).find(path.string()) == 0 ? 1 : 2;
    } catch (const std::exception&) {
        return 2;
    }
}

}  // namespace

std::string outcome_of(const std::filesystem::path& path) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(k_patience_seconds);
        limit_memory();
        ::_exit(read_in_every_way(path));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
    const int code = WEXITSTATUS(status);
    return code == 0 ? "result" : code == 1 ? "sentence" : "code " + std::to_string(code);
}

}  // namespace test
