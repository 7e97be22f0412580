// SPDX-License-Identifier: EUPL-1.2
#include "app/core/names.hpp"

#include "app/core/style_files.hpp"
#include "app/scene/subject.hpp"
#include "geo/base/letters.hpp"
#include "geo/source/drawable.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace app {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, LabelRole>, 5> k_roles{{{"place", LabelRole::place},
                                                                         {"water", LabelRole::water},
                                                                         {"street", LabelRole::street},
                                                                         {"thing", LabelRole::thing},
                                                                         {"number", LabelRole::number}}};

NameRule rule_of(const json& from, const std::filesystem::path& path) {
    NameRule rule;
    rule.layers = from.value("layers", std::vector<std::string>{});
    rule.subjects = from.value("subjects", std::vector<std::string>{});
    rule.attributes = from.at("attributes").get<std::vector<std::string>>();
    const auto word = from.at("role").get<std::string>();
    const auto role =
        std::find_if(k_roles.begin(), k_roles.end(), [&](const auto& each) { return each.first == word; });
    if (role == k_roles.end()) styles_broken(path, "role " + word);
    for (const auto& subject : rule.subjects)
        if (!subject_named(subject)) styles_broken(path, "subject " + subject);
    rule.role = role->second;
    return rule;
}

bool fits(const NameRule& rule, const std::string& name, Subject subject) {
    for (const auto& word : rule.layers)
        if (name.find(word) != std::string::npos) return true;
    return std::any_of(rule.subjects.begin(), rule.subjects.end(),
                       [&](const auto& word) { return subject_named(word) == subject; });
}

/// For a layer that no rule knows.
LabelRole role_by_kind(geo::Kind kind) {
    return kind == geo::Kind::line || kind == geo::Kind::multi_line ? LabelRole::street : LabelRole::thing;
}

}  // namespace

std::vector<NameRule> read_name_rules(const std::filesystem::path& path) {
    std::vector<NameRule> rules;
    try {
        const json all = json::parse(base::read_file(path));
        for (const auto& from : all.at("rules")) rules.push_back(rule_of(from, path));
    } catch (const json::exception& error) {
        styles_broken(path, error.what());
    }
    return rules;
}

const std::vector<NameRule>& name_rules() {
    static const auto rules = shipped_styles<NameRule>("names.json", read_name_rules);
    return rules;
}

std::optional<NameChoice> known_names(std::string_view layer_name, geo::Kind kind,
                                      const std::vector<std::string>& fields) {
    const auto name = base::small_letters(layer_name);
    const auto subject = subject_of(layer_name, kind);
    for (const auto& rule : name_rules()) {
        if (!fits(rule, name, subject)) continue;
        for (const auto& wanted : rule.attributes)
            for (const auto& field : fields)
                if (base::small_letters(field) == wanted) return NameChoice{.attribute = field, .role = rule.role};
    }
    return std::nullopt;
}

std::vector<std::string> possible_names(std::string_view layer_name, const std::vector<std::string>& fields) {
    std::vector<std::string> attributes;
    for (const auto kind : {geo::Kind::point, geo::Kind::line, geo::Kind::polygon}) {
        const auto known = known_names(layer_name, kind, fields);
        if (known && std::find(attributes.begin(), attributes.end(), known->attribute) == attributes.end())
            attributes.push_back(known->attribute);
    }
    return attributes;
}

std::string kind_name(const audit::LayerSource& source) {
    return source.layer.empty() ? source.name : geo::telling_name(source.path, source.layer);
}

std::optional<NameChoice> names_of(const LoadedLayer& layer) {
    if (!layer.data) return std::nullopt;
    const auto kind = layer.data->kind;
    const auto known = known_names(kind_name(layer.source), kind, layer.data->layer->report.fields);
    const auto wanted = layer.looks().label_by;
    if (!wanted) return known;
    if (wanted->empty()) return std::nullopt;
    const auto role = known ? known->role : role_by_kind(kind);
    return NameChoice{.attribute = *wanted, .role = role, .is_chosen = true};
}

}  // namespace app
