// SPDX-License-Identifier: EUPL-1.2
#include "app/core/settings.hpp"

#include "geo/base/files.hpp"
#include "geo/base/problem.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace app {
namespace {

using nlohmann::json;

constexpr std::size_t k_remembered_dossiers = 12;
constexpr std::array k_theme_words{std::pair{"light", Theme::light}, std::pair{"dark", Theme::dark},
                                   std::pair{"contrast", Theme::contrast}, std::pair{"sunlight", Theme::sunlight}};

std::string text_in(const json& from, const char* key) {
    const auto found = from.find(key);
    return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number_in(const json& from, const char* key, double otherwise, double least, double most) {
    const auto found = from.find(key);
    if (found == from.end() || !found->is_number()) return otherwise;
    return std::clamp(found->get<double>(), least, most);
}

bool flag_in(const json& from, const char* key, bool otherwise) {
    const auto found = from.find(key);
    return found != from.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

std::vector<std::string> texts_in(const json& from, const char* key) {
    std::vector<std::string> out;
    const auto found = from.find(key);
    if (found == from.end() || !found->is_array()) return out;
    for (const auto& entry : *found)
        if (entry.is_string() && out.size() < k_remembered_dossiers) out.push_back(entry.get<std::string>());
    return out;
}

}  // namespace

std::optional<Theme> parse_theme(std::string_view word) {
    for (const auto& [name, theme] : k_theme_words)
        if (word == name) return theme;
    return std::nullopt;
}

std::string_view word_of(Theme theme) {
    for (const auto& [name, each] : k_theme_words)
        if (each == theme) return name;
    return "light";
}

std::string to_json(const Settings& settings) {
    json out{{"theme", word_of(settings.theme)},
             {"text_scale", settings.text_scale},
             {"reduce_motion", settings.reduce_motion},
             {"map_names", settings.map_names},
             {"heat_map", settings.heat_map},
             {"single_letters", settings.single_letters},
             {"left_width", settings.left_width},
             {"right_width", settings.right_width},
             {"recent_dossiers", settings.recent_dossiers},
             {"recent_folders", settings.recent_folders}};
    if (settings.language) out["language"] = base::code_of(*settings.language);
    // A path may hold bytes that are no UTF-8; it is then not found again, but nothing else is lost.
    return out.dump(4, ' ', false, json::error_handler_t::replace) + "\n";
}

Settings settings_from_json(std::string_view text) {
    Settings settings;
    const json from = json::parse(text, nullptr, false);
    if (!from.is_object()) return settings;
    base::Language language{};
    if (base::parse_language(text_in(from, "language"), language)) settings.language = language;
    settings.theme = parse_theme(text_in(from, "theme")).value_or(settings.theme);
    settings.text_scale = number_in(from, "text_scale", settings.text_scale, 1, 2);
    settings.reduce_motion = flag_in(from, "reduce_motion", settings.reduce_motion);
    settings.map_names = flag_in(from, "map_names", settings.map_names);
    settings.heat_map = flag_in(from, "heat_map", settings.heat_map);
    settings.single_letters = flag_in(from, "single_letters", settings.single_letters);
    settings.left_width = number_in(from, "left_width", settings.left_width, k_narrowest_panel, k_widest_panel);
    settings.right_width = number_in(from, "right_width", settings.right_width, k_narrowest_panel, k_widest_panel);
    settings.recent_dossiers = texts_in(from, "recent_dossiers");
    settings.recent_folders = texts_in(from, "recent_folders");
    return settings;
}

std::filesystem::path settings_file() { return base::config_folder() / "settings.json"; }

Settings read_settings(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return {};
    try {
        return settings_from_json(base::read_file(file));
    } catch (const base::Error&) {
        return {};
    }
}

void keep_settings(const Settings& settings, const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    base::NewFile kept(file);
    kept.write(to_json(settings));
    kept.commit();
}

void remember_dossier(Settings& settings, const std::filesystem::path& dossier) {
    auto& recent = settings.recent_dossiers;
    std::erase(recent, dossier.string());
    recent.insert(recent.begin(), dossier.string());
    if (recent.size() > k_remembered_dossiers) recent.resize(k_remembered_dossiers);
}

}  // namespace app
