// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/drawable.hpp"

#include "geo/base/letters.hpp"
#include "geo/base/sources.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace geo {

std::string telling_name(const std::filesystem::path& path, const std::string& layer) {
    constexpr std::array given_to_all{std::string_view("layer"),  std::string_view("ogrgeojson"),
                                      std::string_view("data"),   std::string_view("export"),
                                      std::string_view("output"), std::string_view("sql_statement"),
                                      std::string_view("select"), std::string_view("features")};
    const auto small = base::small_letters(layer);
    const bool says_something = std::find(given_to_all.begin(), given_to_all.end(), small) == given_to_all.end();
    if ((!layer.empty() && says_something) || base::is_service(path.string())) return layer;
    return path.stem().string();
}

std::vector<LayerReport> drawable_layers(const SourceReport& report, base::Problems& remarks) {
    std::vector<LayerReport> drawable;
    for (const auto& layer : report.layers) {
        if (!layer.kinds.empty()) {
            drawable.push_back(layer);
            continue;
        }
        auto message =
            layer.features == 0
                ? base::text("The layer “{layer}” is empty, so it was left out.", {{"layer", layer.name}})
                : base::text("The table “{layer}” has no geometry, so it was left out.", {{"layer", layer.name}});
        remarks.add(
            {.code = "layer-not-drawable", .message = message, .where = {.file = report.source, .layer = layer.name}});
    }
    return drawable;
}

}  // namespace geo
