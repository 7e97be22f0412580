// SPDX-License-Identifier: EUPL-1.2
#include "tools/bench/cases.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace bench {
namespace {

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

/// In pieces: what is measured beside it is the memory of the program, not of this count.
std::int64_t count_in(const std::filesystem::path& path, const std::string& wanted) {
    std::ifstream file(path, std::ios::binary);
    std::int64_t found = 0;
    std::string piece(1 << 20, '\0'), text;
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        text.append(piece, 0, static_cast<std::size_t>(file.gcount()));
        for (std::size_t at = 0; (at = text.find(wanted, at)) != std::string::npos; ++at) ++found;
        // A word may be cut by the end of a piece, and must not be counted twice.
        if (text.size() >= wanted.size()) text.erase(0, text.size() - wanted.size() + 1);
    }
    return found;
}

/// Runs a shell command and counts the features of the file it wrote.
Work writing(const std::string& command, const std::filesystem::path& out) {
    return [command, out]() -> std::int64_t {
        std::filesystem::remove(out);
        int status = std::system((command + " >/dev/null 2>&1").c_str());
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("did not succeed: " + command);
        return count_in(out, "\"geometry\":");
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
