// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/face.hpp"

#include <string>
#include <vector>

namespace test {

/// What is wrong with the texts of the last frame: ended by “…”, with a broken word, outside their panel, or over
/// another text. Looks at every text that was drawn. Empty when all can be read.
std::vector<std::string> unreadable_texts(const ui::Face& face);

/// Text and ground of every text that does not reach 4.5:1, by the colours it was really drawn with.
std::vector<std::string> faint_texts(const ui::Face& face, std::uint32_t panel);

}  // namespace test
