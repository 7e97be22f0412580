// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/model/verdict.hpp"

namespace audit::detail {

/// How much a certainty says: possible 0, within the tolerance 1, certain 2.
int strength(Certainty certainty);

/// One criterion against the measurements of a finding, with what a rule must know beside the verdict.
struct Tested {
    enum class State { tested, condition_unknown, threshold_unknown, does_not_apply };

    State state = State::tested;
    Verdict verdict{};
    /// As if the condition were fulfilled.
    Outcome unconditional = Outcome::not_tested;
    Certainty unconditional_certainty = Certainty::possible;
    /// How surely the condition holds, or how surely it does not.
    Certainty condition_certainty = Certainty::certain;
    /// What is left between value and threshold in the criterion's unit, below zero where it fails.
    double margin = 0;
};

/// Nothing when the criterion's quantity was not measured.
std::optional<Tested> test(const Catalogue& catalogue, const Criterion& criterion,
                           const std::vector<Measurement>& measurements);

/// Nothing when no member of the rule applies or was measured.
std::optional<Verdict> judge(const Rule& rule, const std::vector<Tested>& members);

}  // namespace audit::detail
