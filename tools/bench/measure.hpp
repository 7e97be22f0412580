// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// What is timed. @returns how many rows it dealt with
using Work = std::function<std::int64_t()>;

/// One thing to measure. `prepare` is not timed and gives what is.
struct Case {
    std::string name;
    std::int64_t findings = 0;  ///< in the dossier it works on
    std::int64_t rows = 0;      ///< what the work must return; anything else is a wrong result
    int runs = 5;
    std::function<Work()> prepare;
};

struct Measured {
    std::vector<double> ms{};  ///< one a run
    double peak_rss_mb = 0;    ///< of the case's own process, preparation included
    std::string wrong{};       ///< what was wrong with the result; empty when it was right
};

/// Prepares and runs the case in a process of its own, so that one case's memory does not count for the next.
Measured measure(const Case& work);

/// @pre not empty
double median(std::vector<double> values);

}  // namespace bench
