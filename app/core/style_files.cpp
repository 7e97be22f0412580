// SPDX-License-Identifier: EUPL-1.2
#include "app/core/style_files.hpp"

namespace app {

void styles_broken(const std::filesystem::path& path, std::string detail) {
    throw base::Error({.code = "styles-broken",
                       .message = base::text("The file with the map's styles cannot be read."),
                       .where = {.file = path.string()},
                       .advice = base::text("Install the program again."),
                       .detail = std::move(detail)});
}

}  // namespace app
