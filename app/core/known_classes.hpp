// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/classes.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What an object of a well-known kind of layer is, by the values of its attributes.
struct KnownClass {
    Subject subject = Subject::unknown;
    std::string english{}, dutch{};
    std::vector<std::string> attributes{};
    std::vector<std::string> values{};  ///< small letters; "*" at the end stands for any text
};
struct KnownLayer {
    std::vector<std::string> layers{};      ///< the layer's name holds one of these
    std::vector<std::string> attributes{};  ///< and it has one of these
    std::string english{}, dutch{};         ///< what the classes tell apart
    std::vector<KnownClass> classes{};      ///< in the order of drawing
};

/// @throws base::Error code "styles-broken" naming the file
std::vector<KnownLayer> read_known_layers(const std::filesystem::path& json);
/// Of those that come with the program the one that fits; nullptr when none does. It lives as long as the program.
const KnownLayer* known_layer(std::string_view layer_name, const std::vector<std::string>& fields);
/// The attributes of the layer that tell its classes apart, as the layer spells them.
std::vector<std::string> deciding_attributes(const KnownLayer& known, const std::vector<std::string>& fields);

/// @param columns of each deciding attribute the value of each object
Classes classify(const KnownLayer& known, const std::vector<std::string>& attributes,
                 const std::vector<std::vector<std::string>>& columns);

}  // namespace app
