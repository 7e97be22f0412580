// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/demo/random.hpp"

#include <string>

namespace audit::demo {

/// Names that could be Dutch and belong to nobody.
std::string street_name(Random& random);
std::string alley_name(Random& random);
std::string canal_name(Random& random);
std::string bridge_name(Random& random);
std::string avenue_name(Random& random);
std::string river_name(Random& random);
std::string square_name(Random& random);
std::string district_name(Random& random);
std::string cafe_name(Random& random);
std::string sports_name(Random& random, const std::string& kind);
std::string inspector_name(Random& random);

}  // namespace audit::demo
