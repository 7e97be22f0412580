// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace audit::detail {

using Json = nlohmann::json;

/// A reason to refuse an entry, as an Error that load_catalogue turns into a remark.
[[noreturn]] void refuse_entry(std::string_view code, base::Text reason);

/// A word of the files and what it means.
template <class Value>
using Words = std::vector<std::pair<std::string_view, Value>>;
[[noreturn]] void refuse_word(std::string_view key, const std::string& word, const std::vector<std::string>& allowed);

/// One entry of a catalogue file. Every getter refuses a wrong type, and finish() a name nobody asked for, so that a
/// typing mistake in a file never passes silently.
class Entry {
public:
    explicit Entry(const Json& object);

    bool has(const std::string& key) const { return object_.contains(key); }
    std::string id();
    std::string string(const std::string& key);
    std::string string_or(const std::string& key, std::string otherwise);
    double number(const std::string& key);
    /// A number, or a ratio "1:12", which is a percentage.
    std::optional<double> limit(const std::string& key);
    bool flag_or(const std::string& key, bool otherwise);
    Label label(const std::string& key);
    Label label_or_none(const std::string& key);
    std::vector<std::string> texts(const std::string& key);  ///< empty when the key is not there
    const Json& list(const std::string& key);
    const Json& object(const std::string& key);  ///< an empty object when the key is not there
    void finish() const;

    template <class Value>
    Value word(const std::string& key, const Words<Value>& words) {
        auto found = string(key);
        for (const auto& [word, value] : words)
            if (word == found) return value;
        std::vector<std::string> allowed;
        for (const auto& [word, value] : words) allowed.emplace_back(word);
        refuse_word(key, found, allowed);
    }

private:
    const Json* find(const std::string& key);
    const Json& need(const std::string& key);

    const Json& object_;
    std::set<std::string> asked_;
};

Trust trust_of(Entry& entry);

/// A file inside its frame: {"format", "version", "entries"}, with further named lists where the file has them.
struct File {
    std::string name;
    Json content;
    std::string version;

    const Json& entries(const std::string& key = "entries") const;
};

/// @throws base::Error code "catalogue-file-broken" when it is no JSON or lacks the frame
File open_file(const std::string& name, const std::string& text);

/// Loading as it goes: what is there so far, and the remarks.
struct Loading {
    Catalogue catalogue;
    base::Problems problems;
};

/// Runs `read` on each entry of a list. One that is refused becomes a remark naming file, entry and reason.
/// @param read adds the entry to the catalogue as its last step, so that a refused one leaves nothing behind
template <class Read>
void for_each_entry(Loading& loading, const std::string& file, const Json& entries, Read&& read);

/// What a remark calls an entry: its id, or its place in the list.
std::string name_of_entry(const Json& entry, std::size_t index);

/// Turns a refusal into a remark of `file` about `entry`.
void remark(Loading& loading, const std::string& file, const std::string& entry, const base::Error& refusal);

template <class Read>
void for_each_entry(Loading& loading, const std::string& file, const Json& entries, Read&& read) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        try {
            Entry entry(entries[i]);
            read(entry);
        } catch (const base::Error& refusal) {
            remark(loading, file, name_of_entry(entries[i], i), refusal);
        }
    }
}

/// Refuses a second entry of the same id.
template <class Existing>
void require_new(const Existing* existing, const std::string& id) {
    if (existing) refuse_entry("catalogue-id-double", base::text("The id “{id}” is used twice.", {{"id", id}}));
}

/// Refuses a reference to something that is not in the catalogue (any more).
template <class Existing>
const Existing& require_known(const Existing* existing, const std::string& key, const std::string& id) {
    if (existing) return *existing;
    refuse_entry("catalogue-reference-unknown",
                 base::text("“{key}” names “{id}”, which this catalogue does not have.", {{"key", key}, {"id", id}}));
}

void load_methods(Loading& loading, const File& file);
void load_quantities(Loading& loading, const File& file);
void load_criteria(Loading& loading, const File& file);
void load_rules(Loading& loading, const File& file);
void load_norms(Loading& loading, const File& file);
void load_treaty(Loading& loading, const File& file);
void load_categories(Loading& loading, const File& file);
void load_agenda(Loading& loading, const File& file);

}  // namespace audit::detail
