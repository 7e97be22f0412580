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

base::Text label_of(Trust trust) {
    switch (trust) {
        case Trust::stated:
            return base::text("stated in a document of the municipality");
        case Trust::primary:
            return base::text("read in the source itself");
        case Trust::secondary:
            return base::text("read in a second-hand source");
        case Trust::disputed:
            return base::text("the sources disagree");
        case Trust::unconfirmed:
            return base::text("not confirmed");
    }
    return {};
}

std::string_view word_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::at_least:
            return "at_least";
        case Comparison::at_most:
            return "at_most";
        case Comparison::equal:
            return "equal";
        case Comparison::between:
            return "between";
        case Comparison::is_true:
            return "is_true";
    }
    return "at_least";
}

std::string_view word_of(Level level) {
    switch (level) {
        case Level::minimum:
            return "minimum";
        case Level::preferred:
            return "preferred";
        case Level::strict:
            return "strict";
    }
    return "minimum";
}

base::Text label_of(Level level) {
    switch (level) {
        case Level::minimum:
            return base::text_in("level", "minimum");
        case Level::preferred:
            return base::text_in("level", "preferred");
        case Level::strict:
            return base::text_in("level", "strict");
    }
    return {};
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
