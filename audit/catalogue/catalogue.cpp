// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/catalogue.hpp"

#include <algorithm>

namespace audit {
namespace {

template <class Entry>
const Entry* find(const std::vector<Entry>& entries, std::string_view id) {
    auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

std::string_view word_of(Trust trust) {
    switch (trust) {
        case Trust::stated:
            return "S";
        case Trust::primary:
            return "C";
        case Trust::secondary:
            return "C2";
        case Trust::disputed:
            return "X";
        case Trust::unconfirmed:
            return "U";
    }
    return "U";
}

std::string_view word_of(Provenance provenance) {
    switch (provenance) {
        case Provenance::advised:
            return "advised";
        case Provenance::promised:
            return "promised";
        case Provenance::reported:
            return "reported";
        case Provenance::comparable:
            return "comparable";
    }
    return "advised";
}

base::Text label_of(Provenance provenance) {
    switch (provenance) {
        case Provenance::advised:
            return base::text("advised by a council");
        case Provenance::promised:
            return base::text("promised by the municipality");
        case Provenance::reported:
            return base::text("reported as a fact");
        case Provenance::comparable:
            return base::text("from a comparable city");
    }
    return {};
}

const Method* Catalogue::method(std::string_view id) const { return find(methods, id); }
const Quantity* Catalogue::quantity(std::string_view id) const { return find(quantities, id); }
const Criterion* Catalogue::criterion(std::string_view id) const { return find(criteria, id); }
const Rule* Catalogue::rule(std::string_view id) const { return find(rules, id); }
const Category* Catalogue::category(std::string_view id) const { return find(categories, id); }

const Goal* Catalogue::goal(std::string_view id) const {
    for (const auto& agenda : agendas)
        for (const auto& theme : agenda.themes)
            if (const auto* found = find(theme.goals, id)) return found;
    return nullptr;
}

}  // namespace audit
