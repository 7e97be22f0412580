// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace geo {

/// Databases stay open for a while after a layer was read from them: opening one takes as long as reading a view of it.
/// This closes those that nobody reads now, so that a stick can be taken out. Safe from every thread.
void close_unused();

}  // namespace geo
