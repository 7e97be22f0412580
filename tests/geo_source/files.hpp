// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/files.hpp"
#include "geo/source/source.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace test {

namespace fs = std::filesystem;

/// Every file of a folder with its content: what must be the same after reading.
inline std::map<std::string, std::string> contents_of(const fs::path& folder) {
    std::map<std::string, std::string> contents;
    for (const auto& entry : fs::directory_iterator(folder))
        contents[entry.path().filename().string()] = entry.is_regular_file() ? base::read_file(entry.path()) : "";
    return contents;
}

/// Probes, and sees to it that the folder is left as it was.
inline geo::SourceReport probe_untouched(const fs::path& path, const geo::SourceOptions& options = {}) {
    auto before = contents_of(path.parent_path());
    auto report = geo::probe(path, options);
    CHECK((contents_of(path.parent_path()) == before));
    for (const auto& layer : report.layers) {
        auto total = layer.null + layer.empty + layer.skipped;
        for (const auto& [kind, count] : layer.kinds) total += count;
        CHECK(total == layer.features);
    }
    return report;
}

inline void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

/// The stable code of the error that `work` ends with; "" when it succeeds.
template <class Work>
std::string error_code(Work&& work) {
    try {
        work();
        return "";
    } catch (const base::Error& error) {
        CHECK_FALSE(base::say(error.problem(), base::Language::english).empty());
        return error.problem().code;
    }
}

/// A feature collection of points, as `[[4.5, 52.1], …]`.
inline std::string points_geojson(const std::vector<geo::Point>& points) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < points.size(); ++i) {
        text += i == 0 ? "" : ",";
        text += R"({"type":"Feature","properties":{"number":)" + std::to_string(i) +
                R"(},"geometry":{"type":"Point","coordinates":[)";
        text += std::to_string(points[i].x) + "," + std::to_string(points[i].y) + "]}}";
    }
    return text + "]}";
}

}  // namespace test

/// Ends a test that needs a program which is not installed, with a message.
#define NEED_PROGRAM(name)                              \
    if (test::run("command -v " name).exit_code != 0) { \
        WARN("skipped: " name " is not installed");     \
        return;                                         \
    }
