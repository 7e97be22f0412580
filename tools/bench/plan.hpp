// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/actions.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace bench {

/// The findings that a benchmark dossier is filled with. Each follows from its number and the seed, so that what a
/// filter must find can be counted without asking the code that is measured.
class Plan {
public:
    Plan(std::int64_t size, std::uint64_t seed) : size_(size), seed_(seed) {}

    std::int64_t size() const { return size_; }
    /// Positions are in RD New (EPSG:28992).
    audit::RecordFinding finding(std::int64_t number) const;
    std::int64_t count(const std::function<bool(const audit::RecordFinding&)>& holds) const;

private:
    std::int64_t size_;
    std::uint64_t seed_;
};

/// True when the finding's measurement was planned to fail every norm of its quantity.
bool is_planned_to_fail(const audit::RecordFinding& finding);

}  // namespace bench
