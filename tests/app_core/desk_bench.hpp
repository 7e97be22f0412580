// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"
#include "tests/support/support.hpp"

#include <functional>

namespace test {

/// Fatma on an autumn morning; whatever the desk keeps is kept in the folder.
app::DeskOptions desk_options(const TemporaryFolder& folder);
/// Goes on until it is `done`; fails after a minute.
void tick_until(app::Desk& desk, const std::function<bool()>& done);
/// Until nothing is on its way, and nothing that came has asked for more.
void tick_until_idle(app::Desk& desk);

}  // namespace test
