// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/model/verdict.hpp"
#include "tests/support/support.hpp"

#include <initializer_list>

namespace test {

/// Our own catalogue with the default norms, read once.
inline const audit::Catalogue& shipped_catalogue() {
    static const auto loaded =
        audit::load_catalogue(audit::read_catalogue_files(source_tree() / "assets" / "catalogue", "crow", "leiden"));
    return loaded.value;
}

inline std::vector<audit::Measurement> measured(std::initializer_list<const char*> texts) {
    std::vector<audit::Measurement> all;
    for (const auto* text : texts) all.push_back(audit::parse_measurement(shipped_catalogue(), text));
    return all;
}

/// "fails certain" of one criterion or rule, "none" when it has no verdict.
inline std::string verdict_on(const std::string& id, std::initializer_list<const char*> texts) {
    for (const auto& verdict : audit::verdicts_of(shipped_catalogue(), measured(texts)))
        if (verdict.criterion == id)
            return std::string(word_of(verdict.outcome)) + " " + std::string(word_of(verdict.certainty));
    return "none";
}

inline audit::Outcome outcome(std::initializer_list<const char*> texts) {
    return audit::outcome_of(shipped_catalogue(), audit::verdicts_of(shipped_catalogue(), measured(texts)));
}

}  // namespace test
