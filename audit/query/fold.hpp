// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace audit {

/// What is compared instead of `text`, so that people find what they mean: small letters, and every Latin letter
/// without its accents ("CAFÉ" and "cafe\u0301" become "cafe", "ĲMUIDEN" "ijmuiden"). Other scripts stay as they are.
/// Never fails: bytes that are no UTF-8 are kept.
std::string folded(std::string_view text);

}  // namespace audit
