// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/clock.hpp"

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <sstream>

namespace base {
namespace {

std::optional<Time> parse_with(const char* format, std::string_view iso) {
    std::istringstream in{std::string(iso)};
    date::sys_time<std::chrono::milliseconds> time;
    in >> date::parse(format, time);
    if (in.fail()) return std::nullopt;
    in.peek();
    if (!in.eof()) return std::nullopt;
    return Time(time.time_since_epoch());
}

// The first cities are Dutch, and a laptop in the field may be set to anything.
const date::time_zone* dutch_zone() {
    try {
        return date::locate_zone("Europe/Amsterdam");
    } catch (const std::exception&) {
        return nullptr;
    }
}

date::local_time<std::chrono::milliseconds> to_local(Time time) {
    static const date::time_zone* zone = dutch_zone();
    date::sys_time<std::chrono::milliseconds> sys(time.time_since_epoch());
    if (zone) return zone->to_local(sys);
    return date::local_time<std::chrono::milliseconds>(sys.time_since_epoch());
}

constexpr std::array<std::string_view, 12> k_dutch_months{"januari",   "februari", "maart",    "april",
                                                          "mei",       "juni",     "juli",     "augustus",
                                                          "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> k_english_months{"January",   "February", "March",    "April",
                                                            "May",       "June",     "July",     "August",
                                                            "September", "October",  "November", "December"};

std::optional<date::year_month_day> calendar_date(std::string_view iso) {
    if (iso.size() != 10) return std::nullopt;
    std::istringstream in{std::string(iso)};
    date::year_month_day day{};
    in >> date::parse("%Y-%m-%d", day);
    if (in.fail() || !day.ok() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
    return day;
}

std::string say_date(date::year_month_day day, Language language) {
    const auto& months = language == Language::dutch ? k_dutch_months : k_english_months;
    return fmt::format("{} {} {}", unsigned(day.day()), months[unsigned(day.month()) - 1], int(day.year()));
}

}  // namespace

Clock system_clock() {
    return [] { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); };
}

Clock fixed_clock(Time time) {
    return [time] { return time; };
}

std::string to_iso(Time time) {
    return date::format("%Y-%m-%dT%H:%M:%SZ", date::sys_time<std::chrono::milliseconds>(time.time_since_epoch()));
}

std::optional<Time> parse_time(std::string_view iso) {
    if (is_date(iso)) return parse_with("%Y-%m-%d", iso);
    for (const char* format : {"%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S%Ez", "%Y-%m-%dT%H:%MZ", "%Y-%m-%dT%H:%M%Ez",
                               "%Y-%m-%d %H:%M:%SZ", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"})
        if (auto time = parse_with(format, iso)) return time;
    return std::nullopt;
}

std::string local_date(Time time) { return date::format("%Y-%m-%d", date::floor<date::days>(to_local(time))); }

bool is_date(std::string_view iso) { return calendar_date(iso).has_value(); }

std::string date_for_people(std::string_view iso, Language language) {
    auto day = calendar_date(iso.substr(0, 10));
    return day ? say_date(*day, language) : std::string(iso);
}

std::string time_for_people(Time time, Language language) {
    auto local = to_local(time);
    auto days = date::floor<date::days>(local);
    auto clock = date::hh_mm_ss<std::chrono::milliseconds>(local - days);
    return fmt::format("{} {:02}:{:02}", say_date(date::year_month_day(days), language), clock.hours().count(),
                       clock.minutes().count());
}

}  // namespace base
