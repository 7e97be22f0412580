// SPDX-License-Identifier: EUPL-1.2
#include "app/core/known_classes.hpp"

#include "app/core/style_files.hpp"
#include "geo/base/letters.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace app {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

KnownClass class_of(const json& from, const std::filesystem::path& path) {
    KnownClass one{.english = from.at("en").get<std::string>(),
                   .dutch = from.at("nl").get<std::string>(),
                   .attributes = from.at("attributes").get<Texts>(),
                   .values = from.at("values").get<Texts>()};
    const auto word = from.at("subject").get<std::string>();
    const auto subject = subject_named(word);
    if (!subject) styles_broken(path, "subject " + word);
    one.subject = *subject;
    return one;
}

KnownLayer layer_of(const json& from, const std::filesystem::path& path) {
    KnownLayer layer{.layers = from.at("layers").get<Texts>(),
                     .attributes = from.at("attributes").get<Texts>(),
                     .english = from.at("en").get<std::string>(),
                     .dutch = from.at("nl").get<std::string>()};
    for (const auto& one : from.at("classes")) layer.classes.push_back(class_of(one, path));
    return layer;
}

const std::vector<KnownLayer>& shipped() {
    static const auto layers = shipped_styles<KnownLayer>("classes.json", read_known_layers);
    return layers;
}

bool has(const Texts& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool fits(const std::string& pattern, const std::string& value) {
    if (pattern.ends_with('*')) return value.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == value;
}

/// Remembers what a row of values is: layers have few different ones.
class Sorter {
public:
    Sorter(const KnownLayer& known, const Texts& attributes) : known_(known) {
        for (const auto& attribute : attributes) attributes_.push_back(base::small_letters(attribute));
    }

    /// Place of the class; one beyond the last where none fits.
    std::uint8_t class_of(const Texts& row) {
        std::string key;
        for (const auto& value : row) key += value + '\x1F';
        const auto [found, is_new] = known_rows_.try_emplace(key);
        if (is_new) found->second = find(row);
        return found->second;
    }

private:
    std::uint8_t find(const Texts& row) const {
        for (std::size_t c = 0; c < known_.classes.size(); ++c)
            if (is_of(known_.classes[c], row)) return static_cast<std::uint8_t>(c);
        return static_cast<std::uint8_t>(known_.classes.size());
    }
    bool is_of(const KnownClass& one, const Texts& row) const {
        for (std::size_t a = 0; a < row.size(); ++a) {
            if (row[a].empty() || !has(one.attributes, attributes_[a])) continue;
            const auto value = base::small_letters(row[a]);
            if (std::any_of(one.values.begin(), one.values.end(), [&](const auto& v) { return fits(v, value); }))
                return true;
        }
        return false;
    }

    const KnownLayer& known_;
    Texts attributes_;
    std::map<std::string, std::uint8_t> known_rows_;
};

}  // namespace

std::vector<KnownLayer> read_known_layers(const std::filesystem::path& path) {
    std::vector<KnownLayer> layers;
    try {
        const json all = json::parse(base::read_file(path));
        for (const auto& from : all.at("rules")) layers.push_back(layer_of(from, path));
    } catch (const json::exception& error) {
        styles_broken(path, error.what());
    }
    return layers;
}

const KnownLayer* known_layer(std::string_view layer_name, const std::vector<std::string>& fields) {
    const auto name = base::small_letters(layer_name);
    for (const auto& known : shipped()) {
        const bool is_called_so = std::any_of(known.layers.begin(), known.layers.end(),
                                              [&](const auto& word) { return name.find(word) != std::string::npos; });
        const bool has_attribute = std::any_of(fields.begin(), fields.end(), [&](const auto& field) {
            return has(known.attributes, base::small_letters(field));
        });
        if (is_called_so && has_attribute) return &known;
    }
    return nullptr;
}

std::vector<std::string> deciding_attributes(const KnownLayer& known, const std::vector<std::string>& fields) {
    Texts deciding;
    for (const auto& field : fields)
        if (std::any_of(known.classes.begin(), known.classes.end(),
                        [&](const auto& one) { return has(one.attributes, base::small_letters(field)); }))
            deciding.push_back(field);
    return deciding;
}

Classes classify(const KnownLayer& known, const std::vector<std::string>& attributes,
                 const std::vector<std::vector<std::string>>& columns) {
    Classes classes;
    for (const auto& one : known.classes)
        classes.all.push_back(
            {.sort = LayerClass::Sort::known, .subject = one.subject, .english = one.english, .dutch = one.dutch});
    classes.all.push_back({.sort = LayerClass::Sort::others});
    Sorter sorter(known, attributes);
    Texts row(columns.size());
    const std::size_t count = columns.empty() ? 0 : columns.front().size();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t a = 0; a < columns.size(); ++a) row[a] = i < columns[a].size() ? columns[a][i] : std::string();
        classes.class_of.push_back(sorter.class_of(row));
        ++classes.all[classes.class_of.back()].count;
    }
    return classes;
}

}  // namespace app
