// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

namespace app {

/// What somebody chose about a layer's looks; the dossier keeps it as a JSON object.
struct LayerLooks {
    std::string colour_by{};  ///< attribute; empty: one quiet style by the layer's name
    /// Attribute with the names that the map shows; "": none; nothing: what is known of layers of this name.
    std::optional<std::string> label_by{};
    bool operator==(const LayerLooks&) const = default;
};

/// What is unknown in it, or no JSON at all, is passed over: a newer program may have written it.
LayerLooks looks_from_json(const std::string& json);
/// `json` with these looks in it, keeping what we do not know; "" when nothing is left to say.
std::string looks_to_json(const LayerLooks& looks, const std::string& json);

}  // namespace app
