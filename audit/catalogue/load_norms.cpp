// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/entry.hpp"

#include <algorithm>
#include <filesystem>

namespace audit::detail {
namespace {

/// A city's own threshold says where it comes from, so that a verdict never shows a number under another's name.
void put_threshold(Loading& loading, const std::string& id, const Json& json) {
    Entry entry(json);
    auto& criteria = loading.catalogue.criteria;
    auto found = std::find_if(criteria.begin(), criteria.end(), [&](const Criterion& c) { return c.id == id; });
    if (found == criteria.end()) require_known<Criterion>(nullptr, "thresholds", id);
    auto threshold = entry.limit("threshold");
    auto source = entry.string("source");
    auto trust = trust_of(entry);
    entry.finish();
    bool takes_one = found->comparison != Comparison::is_true && found->comparison != Comparison::between;
    if (!threshold || !takes_one)
        refuse_entry("catalogue-threshold", base::text("The norm “{id}” cannot take this threshold.", {{"id", id}}));
    found->threshold = threshold;
    found->source = source;
    found->trust = trust;
    loading.catalogue.norms.thresholds[id] = *threshold;
}

/// Keeps the ids that exist, each once; what is left out is a remark.
template <class Exists>
std::vector<std::string> known_ids(Loading& loading, const File& file, const std::vector<std::string>& ids,
                                   const std::string& key, Exists exists) {
    std::vector<std::string> kept;
    for (const auto& id : ids) {
        try {
            require_known(exists(id), key, id);
            bool twice = std::find(kept.begin(), kept.end(), id) != kept.end();
            require_new(twice ? &id : nullptr, id);
            kept.push_back(id);
        } catch (const base::Error& refusal) {
            remark(loading, file.name, id, refusal);
        }
    }
    return kept;
}

void read_norms(Loading& loading, const File& file) {
    if (file.entries().size() != 1)
        refuse_entry("catalogue-norms", base::text("A file of norms holds exactly one entry."));
    Entry entry(file.entries().front());
    Norms norms{.id = entry.id(), .version = file.version, .label = entry.label("label")};
    if (norms.id != std::filesystem::path(file.name).stem())
        refuse_entry("catalogue-norms", base::text("The id “{id}” must be the name of the file.", {{"id", norms.id}}));
    auto& catalogue = loading.catalogue;
    auto criterion = [&](const std::string& id) { return catalogue.criterion(id); };
    auto rule = [&](const std::string& id) { return catalogue.rule(id); };
    norms.criteria = known_ids(loading, file, entry.texts("criteria"), "criteria", criterion);
    norms.rules = known_ids(loading, file, entry.texts("rules"), "rules", rule);
    norms.note = entry.label_or_none("note");
    const auto& thresholds = entry.object("thresholds");
    entry.finish();
    catalogue.norms = std::move(norms);
    for (const auto& [id, json] : thresholds.items()) {
        try {
            put_threshold(loading, id, json);
        } catch (const base::Error& refusal) {
            remark(loading, file.name, id, refusal);
        }
    }
}

}  // namespace

void load_norms(Loading& loading, const File& file) {
    // Without norms nothing can be tested: then there is no catalogue, rather than one that judges nothing.
    base::at({.file = file.name}, [&] { read_norms(loading, file); });
}

}  // namespace audit::detail
