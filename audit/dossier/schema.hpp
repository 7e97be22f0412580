// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace audit {

/// The SQL of `schema/NAME.sql`, built into the program. @pre there is such a file
std::string schema_text(std::string_view name);

}  // namespace audit
