// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/layers.hpp"
#include "app/scene/labels.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Where the names of a layer are, as far as is known of layers of its kind.
struct NameRule {
    std::vector<std::string> layers{};    ///< the layer's name holds one of these
    std::vector<std::string> subjects{};  ///< or it is about one of these
    std::vector<std::string> attributes{};
    LabelRole role = LabelRole::thing;
};

/// @throws base::Error code "styles-broken" naming the file
std::vector<NameRule> read_name_rules(const std::filesystem::path& json);
/// Those that come with the program; none when they cannot be read, which the log says.
const std::vector<NameRule>& name_rules();

/// What the map shows of a layer's names.
struct NameChoice {
    std::string attribute{};
    LabelRole role = LabelRole::thing;
    bool is_chosen = false;  ///< by somebody, not by a rule
    bool operator==(const NameChoice&) const = default;
};
/// By the rules alone. @param fields the layer's attributes
std::optional<NameChoice> known_names(std::string_view layer_name, geo::Kind kind,
                                      const std::vector<std::string>& fields);
/// The attributes that may hold them, before its kind is known.
std::vector<std::string> possible_names(std::string_view layer_name, const std::vector<std::string>& fields);
/// By which the kind of a layer is known: as its source calls it, or as it is called here.
std::string kind_name(const audit::LayerSource& source);
/// What somebody chose for the layer, else the rules; nothing: no names, or the layer is not there yet.
std::optional<NameChoice> names_of(const LoadedLayer& layer);

}  // namespace app
