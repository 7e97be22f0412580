// SPDX-License-Identifier: EUPL-1.2
#include "app/core/names.hpp"

#include "app/scene/subject.hpp"
#include "geo/base/files.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>

namespace app {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, LabelRole>, k_label_roles> k_roles{{{"place", LabelRole::place},
                                                                                     {"water", LabelRole::water},
                                                                                     {"street", LabelRole::street},
                                                                                     {"thing", LabelRole::thing},
                                                                                     {"number", LabelRole::number}}};

[[noreturn]] void broken(const std::filesystem::path& path, std::string detail) {
    throw base::Error({.code = "styles-broken",
                       .message = base::text("The file with the map's styles cannot be read."),
                       .where = {.file = path.string()},
                       .advice = base::text("Install the program again."),
                       .detail = std::move(detail)});
}

NameRule rule_of(const json& from, const std::filesystem::path& path) {
    NameRule rule;
    rule.layers = from.value("layers", std::vector<std::string>{});
    rule.subjects = from.value("subjects", std::vector<std::string>{});
    rule.attributes = from.at("attributes").get<std::vector<std::string>>();
    const auto word = from.at("role").get<std::string>();
    const auto role =
        std::find_if(k_roles.begin(), k_roles.end(), [&](const auto& each) { return each.first == word; });
    if (role == k_roles.end()) broken(path, "role " + word);
    for (const auto& subject : rule.subjects)
        if (!subject_named(subject)) broken(path, "subject " + subject);
    rule.role = role->second;
    return rule;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
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
        broken(path, error.what());
    }
    return rules;
}

const std::vector<NameRule>& name_rules() {
    static const auto rules = [] {
        try {
            return read_name_rules(base::assets_folder() / "styles" / "names.json");
        } catch (const base::Error& error) {
            spdlog::warn("{}", base::say(error.problem(), base::Language::english));
            return std::vector<NameRule>{};
        }
    }();
    return rules;
}

std::optional<NameChoice> known_names(std::string_view layer_name, geo::Kind kind,
                                      const std::vector<std::string>& fields) {
    const auto name = lower(layer_name);
    const auto subject = subject_of(layer_name, kind);
    for (const auto& rule : name_rules()) {
        if (!fits(rule, name, subject)) continue;
        for (const auto& wanted : rule.attributes)
            for (const auto& field : fields)
                if (lower(field) == wanted) return NameChoice{.attribute = field, .role = rule.role};
    }
    return std::nullopt;
}

std::optional<NameChoice> names_of(const LoadedLayer& layer) {
    if (!layer.data) return std::nullopt;
    const auto& name = layer.source.layer.empty() ? layer.source.name : layer.source.layer;
    const auto kind = main_kind(layer.data->layer->shapes);
    const auto known = known_names(name, kind, layer.data->layer->report.fields);
    const auto wanted = layer.looks().label_by;
    if (!wanted) return known;
    if (wanted->empty()) return std::nullopt;
    const auto role = known ? known->role : role_by_kind(kind);
    return NameChoice{.attribute = *wanted, .role = role, .is_chosen = true};
}

}  // namespace app
