// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

namespace base {

/// What the address of a service begins with where a layer's source is written down: "WMS:https://…". Anything else is
/// a file.
constexpr std::array k_service_words{
    std::string_view("WMS:"), std::string_view("WMTS:"),  std::string_view("XYZ:"),
    std::string_view("WFS:"), std::string_view("OAPIF:"), std::string_view("PG:"),
};

/// Whether a layer comes from a server. Its source is then no path: it is never looked for, moved or made relative.
constexpr bool is_service(std::string_view source) {
    for (const auto word : k_service_words)
        if (source.starts_with(word)) return true;
    return false;
}

}  // namespace base
