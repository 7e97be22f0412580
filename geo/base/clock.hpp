// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/texts.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// UTC, milliseconds: what a GeoPackage DATETIME can hold.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;

/// Injected wherever a time is written, so that tests and pictures are the same every time.
using Clock = std::function<Time()>;

Clock system_clock();
Clock fixed_clock(Time time);

/// `2026-11-22T09:30:00.000Z`
std::string to_iso(Time time);
/// Accepts a date (midnight UTC), or a date and time with `Z` or an offset such as `+01:00`; seconds may be missing.
std::optional<Time> parse_time(std::string_view iso);
/// The date part `2026-11-22` in the Netherlands' time zone, or UTC where no zone data are installed.
std::string local_date(Time time);
/// True for a real calendar date `YYYY-MM-DD`.
bool is_date(std::string_view iso);
/// `22 november 2026` / `22 November 2026` from `2026-11-22…`; other text comes back as it is.
std::string date_for_people(std::string_view iso, Language language);
/// `22 november 2026 10:30` in local time.
std::string time_for_people(Time time, Language language);

}  // namespace base
