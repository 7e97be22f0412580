// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/fields.hpp"
#include "audit/query/filter.hpp"

#include <algorithm>
#include <utility>

namespace audit {
namespace {

constexpr std::string_view k_spaces = " \t\r\n";
constexpr std::string_view k_relations = ":<>";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

[[noreturn]] void refuse(std::string code, base::Text message, base::Text advice) {
    throw base::Error({.code = std::move(code), .message = std::move(message), .advice = std::move(advice)});
}

std::string names_of_fields(bool ordered_only) {
    std::string names;
    for (const auto& rule : field_rules())
        if (rule.has_order || !ordered_only) names.append(names.empty() ? "" : ", ").append(rule.name);
    return names;
}

/// Reads the text from left to right, once.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Filter read() {
        Filter filter;
        for (skip_spaces(); at_ < text_.size(); skip_spaces()) filter.terms.push_back(term());
        return filter;
    }

private:
    bool more() const { return at_ < text_.size(); }
    bool at_end_of_term() const { return !more() || k_spaces.find(text_[at_]) != std::string_view::npos; }
    void skip_spaces() {
        while (more() && k_spaces.find(text_[at_]) != std::string_view::npos) ++at_;
    }

    Term term() {
        Term term;
        if (text_[at_] == '-' && at_ + 1 < text_.size() && k_spaces.find(text_[at_ + 1]) == std::string_view::npos) {
            term.negated = true;
            ++at_;
        }
        auto name = name_before_relation();
        if (name.empty()) {
            term.values.push_back(text_[at_] == '"' ? quoted() : up_to(k_spaces));
            if (term.values.back().empty()) refuse_empty("\"\"");
            return term;
        }
        read_field(term, name);
        return term;
    }

    /// `status` of `status:open`; empty where a bare word stands. A time such as 10:30 is a word.
    std::string_view name_before_relation() const {
        auto end = at_;
        while (end < text_.size() && (is_letter(text_[end]) || text_[end] == '_')) ++end;
        bool is_field = end > at_ && end < text_.size() && k_relations.find(text_[end]) != std::string_view::npos;
        return is_field ? text_.substr(at_, end - at_) : std::string_view{};
    }

    void read_field(Term& term, std::string_view name) {
        const auto* rule = field_rule(name);
        if (!rule)
            refuse("filter-field", base::text("There is no field “{field}”.", {{"field", std::string(name)}}),
                   base::text("Use one of: {fields}. Put quotes around words to look for.",
                              {{"fields", names_of_fields(false)}}));
        at_ += name.size();
        auto sign = text_[at_++];
        term.field = rule->field;
        term.relation = sign == '>' ? Relation::above : sign == '<' ? Relation::below : Relation::is;
        if (term.relation != Relation::is && !rule->has_order)
            refuse("filter-order",
                   base::text("“{field}” has no order, so {sign} means nothing for it.",
                              {{"field", std::string(rule->name)}, {"sign", std::string(1, sign)}}),
                   base::text("Use {field}:value; only {fields} have an order.",
                              {{"field", std::string(rule->name)}, {"fields", names_of_fields(true)}}));
        read_values(term, *rule);
    }

    void read_values(Term& term, const FieldRule& rule) {
        do {
            bool is_quoted = more() && text_[at_] == '"';
            auto value = is_quoted ? quoted() : up_to(" \t\r\n,\"");
            if (value.empty() && !(is_quoted && rule.may_be_empty && term.relation == Relation::is))
                refuse_empty(rule.name);
            term.values.push_back(checked(term, rule, value));
        } while (more() && text_[at_] == ',' && ++at_);
        if (!at_end_of_term()) refuse_glued();
        if (term.relation != Relation::is && term.values.size() > 1)
            refuse("filter-several",
                   base::text("“{field}” is compared with several values.", {{"field", std::string(rule.name)}}),
                   base::text("Give one value after > or <."));
    }

    static std::string checked(const Term& term, const FieldRule& rule, const std::string& value) {
        if (!rule.spelled) return value;
        auto spelled = rule.spelled(value);
        bool counts = rule.field == FilterField::photo && term.relation != Relation::is;
        if (!spelled || (counts && is_letter(spelled->front()))) throw base::Error(rule.unknown(value));
        return *spelled;
    }

    std::string quoted() {
        auto open = at_++;
        std::string value;
        while (more() && text_[at_] != '"') {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            value += text_[at_++];
        }
        if (!more())
            refuse(
                "filter-quote",
                base::text("The quote before “{text}” is not closed.", {{"text", std::string(text_.substr(open + 1))}}),
                base::text("Write a second quote where the text ends."));
        ++at_;
        if (!at_end_of_term() && text_[at_] != ',') refuse_glued();
        return value;
    }

    std::string up_to(std::string_view stops) {
        auto begin = at_;
        at_ = std::min(text_.find_first_of(stops, at_), text_.size());
        return std::string(text_.substr(begin, at_ - begin));
    }

    [[noreturn]] void refuse_glued() const {
        refuse("filter-quote",
               base::text("Something follows a quote directly: “{text}”.", {{"text", std::string(text_.substr(at_))}}),
               base::text("Put a space after the closing quote, and \\\" for a quote inside quotes."));
    }
    [[noreturn]] static void refuse_empty(std::string_view name) {
        refuse("filter-value", base::text("There is no value after “{field}”.", {{"field", std::string(name)}}),
               base::text("Write a value directly after it, without a space, for example status:open."));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string in_quotes(const std::string& value) {
    std::string out = "\"";
    for (char c : value) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

/// Quotes only where the language would read the bare value as something else.
std::string written(const Term& term, const std::string& value) {
    bool is_word = term.field == FilterField::words;
    bool is_plain = !value.empty() && value.find_first_of(is_word ? " \t\r\n\"" : " \t\r\n,\"") == std::string::npos;
    if (is_word && is_plain) is_plain = value.find_first_of(k_relations) == std::string::npos && value.front() != '-';
    return is_plain ? value : in_quotes(value);
}

}  // namespace

Filter parse_filter(std::string_view text) { return Reader(text).read(); }

std::string text_of(const Filter& filter) {
    std::string out;
    for (const auto& term : filter.terms) {
        if (!out.empty()) out += ' ';
        if (term.negated) out += '-';
        if (term.field != FilterField::words) {
            out += field_rule(term.field).name;
            out += k_relations[term.relation == Relation::is ? 0 : term.relation == Relation::below ? 1 : 2];
        }
        for (std::size_t i = 0; i < term.values.size(); ++i) out += (i ? "," : "") + written(term, term.values[i]);
    }
    return out;
}

std::vector<std::string> filter_fields() {
    std::vector<std::string> names;
    for (const auto& rule : field_rules()) names.emplace_back(rule.name);
    return names;
}

}  // namespace audit
