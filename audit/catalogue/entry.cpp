// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/entry.hpp"

#include "audit/catalogue/units.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace audit::detail {
namespace {

constexpr std::string_view k_format = "doorgang-catalogue/1";

[[noreturn]] void refuse_type(const std::string& key, const base::Text& reason) {
    auto own = reason;
    own.values.emplace_back("key", key);
    refuse_entry("catalogue-type", own);
}

std::string language_of(const Json& words, const char* language, const std::string& key, const base::Text& missing) {
    auto found = words.find(language);
    if (found != words.end() && found->is_string() && !found->get_ref<const std::string&>().empty()) return *found;
    auto own = missing;
    own.values.emplace_back("key", key);
    refuse_entry("catalogue-language", own);
}

Label label_from(const Json& words, const std::string& key) {
    if (!words.is_object()) refuse_type(key, base::text("“{key}” must hold a Dutch (nl) and an English (en) text."));
    if (words.size() > 2) refuse_type(key, base::text("“{key}” must hold only a Dutch (nl) and an English (en) text."));
    return {language_of(words, "nl", key, base::text("“{key}” has no Dutch text.")),
            language_of(words, "en", key, base::text("“{key}” has no English text."))};
}

bool is_id(const std::string& text) {
    auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

[[noreturn]] void refuse_file(const std::string& name, const base::Text& message, std::string detail = {}) {
    throw base::Error({.code = "catalogue-file-broken",
                       .message = message,
                       .where = {.file = name},
                       .advice = base::text("Mend the file, or take it again from a catalogue that is whole."),
                       .detail = std::move(detail)});
}

}  // namespace

void refuse_entry(std::string_view code, base::Text reason) {
    throw base::Error({.code = std::string(code), .message = std::move(reason)});
}

void refuse_word(std::string_view key, const std::string& word, const std::vector<std::string>& allowed) {
    refuse_entry("catalogue-word", base::text("“{word}” is not allowed for “{key}”. Choose from: {allowed}.",
                                              {{"word", word},
                                               {"key", std::string(key)},
                                               {"allowed", fmt::format("{}", fmt::join(allowed, ", "))}}));
}

Entry::Entry(const Json& object) : object_(object) {
    if (!object.is_object())
        refuse_entry("catalogue-type", base::text("The entry must be a list of named values in { }."));
}

const Json* Entry::find(const std::string& key) {
    asked_.insert(key);
    auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
}

const Json& Entry::need(const std::string& key) {
    if (const auto* found = find(key)) return *found;
    refuse_entry("catalogue-missing", base::text("“{key}” is missing.", {{"key", key}}));
}

std::string Entry::id() {
    auto id = string("id");
    if (!is_id(id))
        refuse_entry("catalogue-id",
                     base::text("The id “{id}” may hold only letters without accents, digits, hyphens and points.",
                                {{"id", id}}));
    return id;
}

std::string Entry::string(const std::string& key) {
    const auto& found = need(key);
    if (!found.is_string() || found.get_ref<const std::string&>().empty())
        refuse_type(key, base::text("“{key}” must be a text in quotes."));
    return found;
}

std::string Entry::string_or(const std::string& key, std::string otherwise) {
    return find(key) ? string(key) : std::move(otherwise);
}

double Entry::number(const std::string& key) {
    const auto& found = need(key);
    if (!found.is_number()) refuse_type(key, base::text("“{key}” must be a number without quotes."));
    return found;
}

std::optional<double> Entry::limit(const std::string& key) {
    const auto* found = find(key);
    if (!found) return std::nullopt;
    if (!found->is_string()) return number(key);
    if (auto percent = percent_of_ratio(found->get_ref<const std::string&>())) return percent;
    refuse_type(key, base::text("“{key}” must be a number, or a ratio such as 1:12 in quotes."));
}

bool Entry::flag_or(const std::string& key, bool otherwise) {
    const auto* found = find(key);
    if (!found) return otherwise;
    if (!found->is_boolean()) refuse_type(key, base::text("“{key}” must be true or false, without quotes."));
    return *found;
}

Label Entry::label(const std::string& key) { return label_from(need(key), key); }

Label Entry::label_or_none(const std::string& key) { return find(key) ? label(key) : Label{}; }

std::vector<std::string> Entry::texts(const std::string& key) {
    std::vector<std::string> all;
    if (!find(key)) return all;
    for (const auto& one : list(key)) {
        if (!one.is_string()) refuse_type(key, base::text("“{key}” must be a list of texts in [ ]."));
        all.push_back(one);
    }
    return all;
}

const Json& Entry::list(const std::string& key) {
    const auto& found = need(key);
    if (!found.is_array()) refuse_type(key, base::text("“{key}” must be a list in [ ]."));
    return found;
}

const Json& Entry::object(const std::string& key) {
    static const Json none = Json::object();
    const auto* found = find(key);
    if (!found) return none;
    if (!found->is_object()) refuse_type(key, base::text("“{key}” must be a list of named values in { }."));
    return *found;
}

void Entry::finish() const {
    for (const auto& [key, value] : object_.items())
        if (!asked_.count(key))
            refuse_entry("catalogue-key-unknown",
                         base::text("“{key}” is no name that this kind of entry has.", {{"key", key}}));
}

Trust trust_of(Entry& entry) {
    return entry.word<Trust>("trust", {{"S", Trust::stated},
                                       {"C", Trust::primary},
                                       {"C2", Trust::secondary},
                                       {"X", Trust::disputed},
                                       {"U", Trust::unconfirmed}});
}

const Json& File::entries(const std::string& key) const {
    auto found = content.find(key);
    if (found == content.end() || !found->is_array())
        refuse_file(name, base::text("The file has no list “{key}”.", {{"key", key}}));
    return *found;
}

File open_file(const std::string& name, const std::string& text) {
    File file{name, {}, {}};
    try {
        file.content = Json::parse(text);
    } catch (const Json::exception& fault) {
        refuse_file(name, base::text("The file is no valid JSON."), fault.what());
    }
    if (!file.content.is_object() || file.content.value("format", Json()) != k_format)
        refuse_file(
            name, base::text("The file is no catalogue of the form “{format}”.", {{"format", std::string(k_format)}}));
    auto version = file.content.find("version");
    if (version == file.content.end() || !version->is_string())
        refuse_file(name, base::text("The file does not say its version."));
    file.version = *version;
    file.entries();
    return file;
}

std::string name_of_entry(const Json& entry, std::size_t index) {
    if (entry.is_object())
        if (auto id = entry.find("id"); id != entry.end() && id->is_string()) return *id;
    return fmt::format("#{}", index + 1);
}

void remark(Loading& loading, const std::string& file, const std::string& entry, const base::Error& refusal) {
    auto problem = refusal.problem();
    problem.where = {.file = file, .field = entry};
    problem.advice = base::text("This part is left out; mend it in the file.");
    loading.problems.add(problem);
}

}  // namespace audit::detail
