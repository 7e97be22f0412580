// SPDX-License-Identifier: EUPL-1.2
#include "audit/model/testing.hpp"

namespace audit::detail {
namespace {

const Tested* surest_that_is_met(const std::vector<Tested>& members) {
    const Tested* best = nullptr;
    for (const auto& member : members) {
        if (member.verdict.outcome != Outcome::meets) continue;
        if (!best || strength(member.verdict.certainty) > strength(best->verdict.certainty)) best = &member;
    }
    return best;
}

/// What stands against a rule none of whose members is met.
class Failing {
public:
    void add(const Tested& member) {
        switch (member.state) {
            case Tested::State::tested:
                return add_failed(member, true, member.verdict.certainty);
            case Tested::State::threshold_unknown:
                return leave_open(member);
            case Tested::State::does_not_apply:
                return add_outside(member);
            case Tested::State::condition_unknown:
                if (member.unconditional == Outcome::fails)
                    return add_failed(member, false, member.unconditional_certainty);
                return leave_open(member);
        }
    }

    std::optional<Verdict> verdict(const Rule& rule) const {
        if (!nearest_) return std::nullopt;
        auto verdict = nearest_->verdict;
        verdict.criterion = rule.id;
        bool fails = has_tested_ || !is_open_;
        verdict.outcome = fails ? Outcome::fails : Outcome::not_tested;
        verdict.certainty = fails ? weakest_ : Certainty::possible;
        return verdict;
    }

private:
    void add_failed(const Tested& member, bool tested, Certainty certainty) {
        // The threshold that was missed by least is the one worth showing.
        bool better =
            !nearest_ || (tested && !has_tested_) || (tested == has_tested_ && member.margin > nearest_->margin);
        if (better) nearest_ = &member;
        has_tested_ = has_tested_ || tested;
        weaken(certainty);
    }

    void leave_open(const Tested& member) {
        if (!nearest_) nearest_ = &member;
        is_open_ = true;
        weaken(Certainty::possible);
    }

    /// A member that only just does not apply may in truth apply and be met.
    void add_outside(const Tested& member) {
        if (member.unconditional == Outcome::meets) weaken(member.condition_certainty);
    }

    void weaken(Certainty certainty) {
        if (strength(certainty) < strength(weakest_)) weakest_ = certainty;
    }

    const Tested* nearest_ = nullptr;
    Certainty weakest_ = Certainty::certain;
    bool has_tested_ = false, is_open_ = false;
};

}  // namespace

std::optional<Verdict> judge(const Rule& rule, const std::vector<Tested>& members) {
    if (const auto* met = surest_that_is_met(members)) {
        auto verdict = met->verdict;
        verdict.criterion = rule.id;
        return verdict;
    }
    Failing failing;
    for (const auto& member : members) failing.add(member);
    return failing.verdict(rule);
}

}  // namespace audit::detail
