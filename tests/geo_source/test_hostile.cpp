// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/writer.hpp"
#include "tests/geo_source/files.hpp"

#include <random>

using namespace geo;

namespace {

/// Reads a file in every way there is. Whatever it holds, the answer is a result or a sentence.
std::string read_in_every_way(const std::filesystem::path& path) {
    return test::error_code([&] {
        auto report = probe(path, {});
        for (const auto& layer : report.layers) {
            read_layer(path, {.layer = layer.name}, {});
            if (!layer.fields.empty()) field_of(path, layer.name, layer.fields.front());
        }
    });
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string mutated(std::string bytes, std::mt19937& random) {
    for (unsigned change = 0; change < 1 + random() % 8; ++change)
        bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 4 == 0) bytes.resize(bytes.size() / 2 + random() % (bytes.size() / 2));
    return bytes;
}

}  // namespace

TEST_CASE("Every broken file gives a result or a sentence", "[source][hostile][real]") {
    NEED_REAL_FILE(folder, "broken");
    int opened = 0, refused = 0;
    for (const auto& path : files_below(folder)) {
        INFO(path.string());
        ++(read_in_every_way(path).empty() ? opened : refused);
    }
    CHECK(opened > 40);
    CHECK(refused > 10);
}

TEST_CASE("Damaged copies of real files give a result or a sentence", "[source][hostile][real]") {
    NEED_REAL_FILE(root, "broken/../leiden");
    test::TemporaryFolder folder;
    std::mt19937 random(2026);
    for (const auto* name :
         {"leiden/wijken_2014.geojson", "amsterdam-footway/terras_data.gpkg", "delft-bgt/bgt_wegdeel.sqlite",
          "denbosch-sports/fields_input_boules_overpass.geojson", "broken/bgt_pand_no_crs.gml"}) {
        auto bytes = base::read_file(root.parent_path() / name);
        for (int round = 0; round < 12; ++round) {
            auto path = folder / ("m" + std::to_string(round) + std::filesystem::path(name).extension().string());
            test::write(path, mutated(bytes, random));
            INFO(name << " round " << round);
            CHECK_NOTHROW(read_in_every_way(path));
            std::filesystem::remove(path);
        }
    }
}
