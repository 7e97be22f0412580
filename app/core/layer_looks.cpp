// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layer_looks.hpp"

#include <nlohmann/json.hpp>

namespace app {

using nlohmann::json;

namespace {

json object_of(const std::string& text) {
    auto parsed = json::parse(text, nullptr, false);
    return parsed.is_object() ? parsed : json::object();
}

}  // namespace

LayerLooks looks_from_json(const std::string& text) {
    const auto object = object_of(text);
    LayerLooks looks;
    if (const auto found = object.find("colour_by"); found != object.end() && found->is_string())
        looks.colour_by = found->get<std::string>();
    if (const auto found = object.find("label_by"); found != object.end() && found->is_string())
        looks.label_by = found->get<std::string>();
    return looks;
}

std::string looks_to_json(const LayerLooks& looks, const std::string& text) {
    auto object = object_of(text);
    object.erase("colour_by");
    if (!looks.colour_by.empty()) object["colour_by"] = looks.colour_by;
    object.erase("label_by");
    if (looks.label_by) object["label_by"] = *looks.label_by;
    return object.empty() ? std::string() : object.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace app
