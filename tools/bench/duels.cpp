// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tools/bench/cases.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <stdexcept>

namespace bench {
namespace {

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

/// Runs a shell command and counts the features of the file it wrote.
Work writing(const std::string& command, const std::filesystem::path& out) {
    return [command, out]() -> std::int64_t {
        std::filesystem::remove(out);
        int status = std::system((command + " >/dev/null 2>&1").c_str());
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("did not succeed: " + command);
        auto text = base::read_file(out);
        std::int64_t features = 0;
        for (std::size_t at = 0; (at = text.find("\"geometry\":", at)) != std::string::npos; ++at) ++features;
        return features;
    };
}

Case process_case(const Ground& ground, const std::string& name, const std::string& command,
                  const std::filesystem::path& out) {
    auto work = writing(command, out);
    return {name, ground.plan.size(), ground.plan.size(), ground.runs, [work] { return work; }};
}

bool is_installed(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null").c_str()) == 0;
}

}  // namespace

std::vector<Duel> duels(const Ground& ground) {
    if (!is_installed("ogr2ogr")) return {};
    auto mine = ground.folder / "ours.geojson", other = ground.folder / "theirs.geojson";
    auto ours = quoted(ground.programs / "doorgangctl") + " export " + quoted(ground.dossier()) + " " + quoted(mine);
    auto theirs = "ogr2ogr -f GeoJSON -lco RFC7946=YES -lco ID_FIELD=uuid " + quoted(other) + " " +
                  quoted(ground.dossier()) + " finding";
    return {{"export-geojson", "ogr2ogr -lco RFC7946=YES",
             process_case(ground, "doorgangctl-export-geojson", ours, mine),
             process_case(ground, "ogr2ogr-geojson", theirs, other)}};
}

}  // namespace bench
