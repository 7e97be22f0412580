// SPDX-License-Identifier: EUPL-1.2
#include "tools/bench/plan.hpp"

#include <array>
#include <string>
#include <string_view>

namespace bench {
namespace {

/// A category with a value that no norm allows and one that every norm allows.
struct Kind {
    const char* category;
    const char* quantity;
    const char* unit;
    double fails, meets;
};
constexpr std::array k_kinds{Kind{"terrace-over-boundary", "overrun-depth", "m", 2.0, 0.0},
                             Kind{"terrace-passage", "passage-width", "m", 0.4, 6.0},
                             Kind{"object-on-footway", "passage-width", "m", 0.4, 6.0},
                             Kind{"entrance-threshold", "threshold-height", "mm", 200.0, 0.0}};
constexpr std::array k_streets{"Nieuwe Rijn", "Oude Vest", "Haarlemmerstraat", "Botermarkt", "Langegracht"};

/// splitmix64: the same numbers on every machine.
std::uint64_t mixed(std::uint64_t value) {
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

geo::Shape place(const Kind& kind, std::uint64_t random) {
    geo::Point at{92'000.0 + static_cast<double>(random % 4'000'000) / 1000.0,
                  461'000.0 + static_cast<double>((random >> 24) % 4'000'000) / 1000.0};
    if (std::string_view(kind.category) != "terrace-over-boundary") return geo::Shape::point(at);
    const std::array ring{at, geo::Point{at.x + 4, at.y}, geo::Point{at.x + 4, at.y + 2.5},
                          geo::Point{at.x, at.y + 2.5}, at};
    return geo::Shape::polygon(ring);
}

}  // namespace

audit::RecordFinding Plan::finding(std::int64_t number) const {
    auto random = mixed(seed_ ^ mixed(static_cast<std::uint64_t>(number)));
    const auto& kind = k_kinds[random % k_kinds.size()];
    const auto* street = k_streets[(random >> 8) % k_streets.size()];
    auto value = (random >> 12) % 2 ? kind.fails : kind.meets;
    audit::RecordFinding record;
    record.category = kind.category;
    record.shape = place(kind, mixed(random));
    record.title = std::string(street) + " " + std::to_string(1 + random % 200);
    record.notes = "Gemeten bij nummer " + std::to_string(number) + ", aan de kant van het water.";
    record.measurements = {{.quantity = kind.quantity, .value = value, .unit = kind.unit, .method = "tape"}};
    record.severity = audit::k_severities[(random >> 16) % audit::k_severities.size()];
    record.district = "wijk " + std::to_string((random >> 20) % 10);
    record.date = "2026-0" + std::to_string(1 + (random >> 24) % 9) + "-15";
    record.by = "J. de Wit";
    return record;
}

std::int64_t Plan::count(const std::function<bool(const audit::RecordFinding&)>& holds) const {
    std::int64_t found = 0;
    for (std::int64_t number = 0; number < size_; ++number) found += holds(finding(number)) ? 1 : 0;
    return found;
}

bool is_planned_to_fail(const audit::RecordFinding& finding) {
    const auto& measured = finding.measurements.front();
    for (const auto& kind : k_kinds)
        if (finding.category == kind.category) return measured.value == kind.fails;
    return false;
}

}  // namespace bench
