// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/changes.hpp"

#include "geo/base/texts.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace audit {
namespace {

using nlohmann::json;

/// Part and id -> what the files say about it, keys sorted.
using Entries = std::map<std::pair<std::string, std::string>, std::string>;

std::string id_in(const json& entry) { return entry.is_object() ? entry.value("id", std::string()) : std::string(); }

void collect_goals(const json& agenda, Entries& entries) {
    for (const auto& theme : agenda.value("themes", json::array()))
        for (const auto& goal : theme.value("goals", json::array()))
            entries[{"goals", id_in(goal)}] = goal.dump() + id_in(agenda) + "/" + id_in(theme);
}

json without_goals(json agenda) {
    for (auto& theme : agenda["themes"]) theme.erase("goals");
    return agenda;
}

void collect_agenda(const json& content, Entries& entries) {
    for (const auto& agenda : content.value("entries", json::array())) {
        collect_goals(agenda, entries);
        entries[{"agenda", id_in(agenda)}] = without_goals(agenda).dump();
    }
    for (const char* part : {"documents", "target_groups", "stakeholders"})
        for (const auto& entry : content.value(part, json::array())) entries[{part, id_in(entry)}] = entry.dump();
    for (const auto& own : content.value("default_goals", json::array()))
        entries[{"categories", own.value("category", std::string())}] += own.dump();
}

Entries entries_of(const CatalogueFiles& files) {
    Entries entries;
    for (const auto& [name, text] : files) {
        auto content = json::parse(text, nullptr, false);
        if (!content.is_object()) continue;
        auto folder = name.substr(0, name.find('/'));
        if (folder == "agendas") {
            collect_agenda(content, entries);
            continue;
        }
        auto part = folder == "norms" ? folder : name.substr(0, name.rfind('.'));
        for (const auto& entry : content.value("entries", json::array())) entries[{part, id_in(entry)}] += entry.dump();
    }
    return entries;
}

}  // namespace

base::Text label_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::added:
            return base::text_in("catalogue entry", "added");
        case ChangeKind::changed:
            return base::text_in("catalogue entry", "changed");
        case ChangeKind::removed:
            return base::text_in("catalogue entry", "removed");
    }
    return {};
}

std::vector<CatalogueChange> catalogue_changes(const CatalogueFiles& before, const CatalogueFiles& after) {
    auto old_entries = entries_of(before), new_entries = entries_of(after);
    std::map<std::pair<std::string, std::string>, ChangeKind> kinds;
    for (const auto& [key, content] : old_entries) {
        auto found = new_entries.find(key);
        if (found == new_entries.end())
            kinds[key] = ChangeKind::removed;
        else if (found->second != content)
            kinds[key] = ChangeKind::changed;
    }
    for (const auto& [key, content] : new_entries)
        if (!old_entries.contains(key)) kinds[key] = ChangeKind::added;
    std::vector<CatalogueChange> changes;
    for (const auto& [key, kind] : kinds) changes.push_back({key.first, key.second, kind});
    return changes;
}

Catalogue load_whole_catalogue(const CatalogueFiles& files) {
    auto loaded = load_catalogue(files);
    if (loaded.problems.empty()) return std::move(loaded.value);
    const auto& remarks = loaded.problems.remarks();
    std::string others;
    for (std::size_t i = 1; i < remarks.size(); ++i) others += (i > 1 ? "\n  " : "") + base::say(remarks[i].problem);
    throw base::Refusal(
        {.code = "catalogue-broken",
         .message = base::text("Faults in the catalogue: {count}; nothing of it was taken over. The first: {fault}",
                               {{"count", std::to_string(remarks.size())}, {"fault", base::say(remarks[0].problem)}}),
         .detail = others});
}

}  // namespace audit
