// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/fields.hpp"

#include "audit/model/verdict.hpp"
#include "audit/query/fold.hpp"
#include "geo/base/clock.hpp"

#include <algorithm>
#include <array>

namespace audit {
namespace {

constexpr std::array k_outcomes{Outcome::meets, Outcome::fails, Outcome::not_tested};
constexpr std::array k_yes{"yes", "ja", "true"};
constexpr std::array k_no{"no", "nee", "false"};

/// Spaces and hyphens do not matter: "In behandeling" and "in-behandeling" are one word.
std::string plain(std::string_view text) {
    auto out = folded(text);
    std::replace(out.begin(), out.end(), ' ', '-');
    return out;
}

template <class Values>
std::optional<std::string> word_among(const Values& values, std::string_view text) {
    auto wanted = plain(text);
    for (auto value : values) {
        auto label = label_of(value);
        for (const auto& spelling : {std::string(word_of(value)), base::say(label, base::Language::english),
                                     base::say(label, base::Language::dutch)})
            if (plain(spelling) == wanted) return std::string(word_of(value));
    }
    return std::nullopt;
}

template <class Values>
std::string list_of(const Values& values) {
    std::string list;
    for (auto value : values) list.append(list.empty() ? "" : ", ").append(word_of(value));
    return list;
}

std::optional<std::string> status_word(std::string_view text) { return word_among(k_statuses, text); }
std::optional<std::string> source_word(std::string_view text) { return word_among(k_report_sources, text); }
std::optional<std::string> outcome_word(std::string_view text) { return word_among(k_outcomes, text); }

std::optional<std::string> severity_word(std::string_view text) {
    if (text.empty()) return "";
    for (auto severity : k_severities)
        if (text == std::to_string(static_cast<int>(severity))) return std::string(word_of(severity));
    return word_among(k_severities, text);
}

std::optional<std::string> date_word(std::string_view text) {
    constexpr std::string_view k_first_day = "0000-01-01";
    bool whole = text.size() == 4 || text.size() == 7 || text.size() == 10;
    if (!whole || !base::is_date(std::string(text).append(k_first_day.substr(text.size())))) return std::nullopt;
    return std::string(text);
}

std::optional<std::string> due_word(std::string_view text) { return text.empty() ? "" : date_word(text); }

std::optional<std::string> photo_word(std::string_view text) {
    auto word = folded(text);
    if (std::find(k_yes.begin(), k_yes.end(), word) != k_yes.end()) return "yes";
    if (std::find(k_no.begin(), k_no.end(), word) != k_no.end()) return "no";
    auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (word.empty() || word.size() > 6 || !std::all_of(word.begin(), word.end(), is_digit)) return std::nullopt;
    return std::to_string(std::stoi(word));
}

base::Problem unknown_word(std::string_view code, base::Text message, const std::string& words) {
    return {.code = std::string(code),
            .message = std::move(message),
            .advice = base::text("Use one of: {words}.", {{"words", words}})};
}
base::Problem no_status(std::string_view value) {
    return unknown_word("filter-status", base::text("“{value}” is no status.", {{"value", std::string(value)}}),
                        list_of(k_statuses));
}
base::Problem no_severity(std::string_view value) {
    return unknown_word("filter-severity", base::text("“{value}” is no severity.", {{"value", std::string(value)}}),
                        list_of(k_severities));
}
base::Problem no_source(std::string_view value) {
    return unknown_word("filter-source",
                        base::text("“{value}” is no source of findings.", {{"value", std::string(value)}}),
                        list_of(k_report_sources));
}
base::Problem no_outcome(std::string_view value) {
    return unknown_word("filter-outcome", base::text("“{value}” is no outcome.", {{"value", std::string(value)}}),
                        list_of(k_outcomes));
}
base::Problem no_date(std::string_view value) {
    return {.code = "filter-date",
            .message = base::text("“{value}” is no date.", {{"value", std::string(value)}}),
            .advice = base::text("Write a date as 2026-04-01, a month as 2026-04, or a year as 2026.")};
}
base::Problem no_photo(std::string_view value) {
    return {.code = "filter-photo",
            .message = base::text("“{value}” does not say whether there are photos.", {{"value", std::string(value)}}),
            .advice = base::text("Use yes, no, or how many photos there are.")};
}

constexpr std::array k_rules{
    FieldRule{"category", FilterField::category},
    FieldRule{"status", FilterField::status, false, false, status_word, no_status},
    FieldRule{"severity", FilterField::severity, true, true, severity_word, no_severity},
    FieldRule{"goal", FilterField::goal, false, true},
    FieldRule{"source", FilterField::source, false, false, source_word, no_source},
    FieldRule{"by", FilterField::by, false, true},
    FieldRule{"facility", FilterField::facility, false, true},
    FieldRule{"district", FilterField::district, false, true},
    FieldRule{"date", FilterField::date, true, false, date_word, no_date},
    FieldRule{"outcome", FilterField::outcome, false, false, outcome_word, no_outcome},
    FieldRule{"criterion", FilterField::criterion, false, true},
    FieldRule{"round", FilterField::round, false, true},
    FieldRule{"photo", FilterField::photo, true, false, photo_word, no_photo},
    FieldRule{"responsible", FilterField::responsible, false, true},
    FieldRule{"due", FilterField::due, true, true, due_word, no_date},
};
constexpr FieldRule k_words{"", FilterField::words};

}  // namespace

std::span<const FieldRule> field_rules() { return k_rules; }

const FieldRule* field_rule(std::string_view name) {
    auto wanted = folded(name);
    auto found = std::find_if(k_rules.begin(), k_rules.end(), [&](const FieldRule& r) { return r.name == wanted; });
    return found == k_rules.end() ? nullptr : &*found;
}

const FieldRule& field_rule(FilterField field) {
    auto found = std::find_if(k_rules.begin(), k_rules.end(), [&](const FieldRule& r) { return r.field == field; });
    return found == k_rules.end() ? k_words : *found;
}

}  // namespace audit
