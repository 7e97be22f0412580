// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/entry.hpp"

#include <algorithm>

namespace audit::detail {
namespace {

const std::vector<std::string> k_severity_words{"blocking", "hindering", "attention"};
const std::vector<std::string> k_geometry_words{"point", "line", "polygon"};

void require_word(const std::string& key, const std::string& word, const std::vector<std::string>& allowed) {
    if (std::find(allowed.begin(), allowed.end(), word) == allowed.end()) refuse_word(key, word, allowed);
}

std::vector<Field> read_fields(Entry& entry, const Catalogue& catalogue) {
    std::vector<Field> fields;
    for (const auto& json : entry.list("quantities")) {
        Entry own(json);
        Field field{.quantity = own.string("quantity"), .required = own.flag_or("required", false)};
        require_known(catalogue.quantity(field.quantity), "quantities", field.quantity);
        bool twice =
            std::any_of(fields.begin(), fields.end(), [&](const Field& f) { return f.quantity == field.quantity; });
        require_new(twice ? &field : nullptr, field.quantity);
        own.finish();
        fields.push_back(std::move(field));
    }
    return fields;
}

std::map<std::string, Label> read_anchors(Entry& entry) {
    std::map<std::string, Label> anchors;
    const auto& object = entry.object("anchors");
    Entry own(object);
    for (const auto& [word, json] : object.items()) {
        require_word("anchors", word, k_severity_words);
        anchors[word] = own.label(word);
    }
    return anchors;
}

void read_severity(Entry& entry, Category& category) {
    category.has_severity = entry.flag_or("has_severity", true);
    category.anchors = read_anchors(entry);
    if (!category.has_severity) return;
    category.default_severity = entry.string("default_severity");
    require_word("default_severity", category.default_severity, k_severity_words);
}

void require_letter(const Category& category, const Catalogue& catalogue) {
    const auto& letter = category.letter;
    bool fits = !letter.empty() && letter.size() <= 2 &&
                std::all_of(letter.begin(), letter.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    bool taken = std::any_of(catalogue.categories.begin(), catalogue.categories.end(),
                             [&](const Category& c) { return c.letter == letter; });
    if (!fits || taken)
        refuse_entry("catalogue-letter",
                     base::text("“letter” must be one or two capitals that no other category has."));
}

double read_near_metres(Entry& entry) {
    if (!entry.has("near_metres")) return Category{}.near_metres;
    auto metres = entry.number("near_metres");
    if (!(metres >= 0 && metres <= 1000))
        refuse_entry("catalogue-near", base::text("“near_metres” must lie between 0 and 1000 metres."));
    return metres;
}

Category read_category(Entry& entry, const Catalogue& catalogue) {
    Category category{.id = entry.id(), .label = entry.label("label"), .help = entry.label("help")};
    require_new(catalogue.category(category.id), category.id);
    category.letter = entry.string("letter");
    require_letter(category, catalogue);
    category.geometry = entry.texts("geometry");
    if (category.geometry.empty())
        refuse_entry("catalogue-missing", base::text("“{key}” is missing.", {{"key", "geometry"}}));
    for (const auto& word : category.geometry) require_word("geometry", word, k_geometry_words);
    category.quantities = read_fields(entry, catalogue);
    read_severity(entry, category);
    category.treaty = entry.texts("treaty");
    for (const auto& id : category.treaty) {
        auto known = std::any_of(catalogue.treaty.begin(), catalogue.treaty.end(),
                                 [&](const TreatyArticle& a) { return a.id == id; });
        require_known(known ? &id : nullptr, "treaty", id);
    }
    category.suggested_on = entry.texts("suggested_on");
    category.near_metres = read_near_metres(entry);
    entry.finish();
    return category;
}

}  // namespace

void load_treaty(Loading& loading, const File& file) {
    // A mapping that is ours must not pass for the treaty's or the city's, so a file without the note is broken.
    loading.catalogue.treaty_note = base::at({.file = file.name}, [&] { return Entry(file.content).label("note"); });
    auto& articles = loading.catalogue.treaty;
    for_each_entry(loading, file.name, file.entries(), [&](Entry& entry) {
        TreatyArticle article{.id = entry.id(), .label = entry.label("label")};
        bool twice =
            std::any_of(articles.begin(), articles.end(), [&](const TreatyArticle& a) { return a.id == article.id; });
        require_new(twice ? &article : nullptr, article.id);
        article.trust = trust_of(entry);
        entry.finish();
        articles.push_back(std::move(article));
    });
}

void load_categories(Loading& loading, const File& file) {
    auto& catalogue = loading.catalogue;
    for_each_entry(loading, file.name, file.entries(),
                   [&](Entry& entry) { catalogue.categories.push_back(read_category(entry, catalogue)); });
}

}  // namespace audit::detail
