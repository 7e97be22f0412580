// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace app {

/// Debug builds ask GL to tell about every misuse, release builds do not pay for it.
#ifdef NDEBUG
constexpr bool k_gl_checked = false;
#else
constexpr bool k_gl_checked = true;
#endif

/// Every error that GL reports for the current context ends the program with GL's own words: it is always our mistake.
/// Does nothing in release builds, or where the driver cannot report.
void report_gl_errors();

}  // namespace app
