// SPDX-License-Identifier: EUPL-1.2
#include "app/core/draft.hpp"
#include "geo/geometry/wkb.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace app {
namespace {

/// The form's plain texts by their name in the file.
constexpr std::array k_texts{std::pair{"category", &FormValues::category},
                             std::pair{"title", &FormValues::title},
                             std::pair{"notes", &FormValues::notes},
                             std::pair{"internal_notes", &FormValues::internal_notes},
                             std::pair{"severity", &FormValues::severity},
                             std::pair{"date", &FormValues::date},
                             std::pair{"source", &FormValues::source},
                             std::pair{"facility", &FormValues::facility},
                             std::pair{"responsible", &FormValues::responsible},
                             std::pair{"due", &FormValues::due}};

constexpr std::array k_field_texts{
    std::pair{"quantity", &FieldDraft::quantity}, std::pair{"uuid", &FieldDraft::uuid},
    std::pair{"value", &FieldDraft::value},       std::pair{"unit", &FieldDraft::unit},
    std::pair{"accuracy", &FieldDraft::accuracy}, std::pair{"method", &FieldDraft::method}};

nlohmann::json json_of(const FieldDraft& field) {
    nlohmann::json out;
    for (const auto& [name, member] : k_field_texts) out[name] = field.*member;
    return out;
}

nlohmann::json json_of(const FormValues& values) {
    nlohmann::json out;
    for (const auto& [name, member] : k_texts) out[name] = values.*member;
    out["shape"] = geo::hex_wkb_of(values.shape);
    out["fields"] = nlohmann::json::array();
    for (const auto& field : values.fields) out["fields"].push_back(json_of(field));
    out["goals"] = values.goals;
    out["photos"] = values.photos;
    out["removed_photos"] = values.removed_photos;
    return out;
}

void read_values(const nlohmann::json& in, FormValues& values) {
    for (const auto& [name, member] : k_texts) values.*member = in.at(name);
    values.shape = geo::shape_from_hex_wkb(in.at("shape").get<std::string>());
    for (const auto& each : in.at("fields")) {
        FieldDraft field;
        for (const auto& [name, member] : k_field_texts) field.*member = each.at(name);
        values.fields.push_back(std::move(field));
    }
    values.goals = in.at("goals").get<std::vector<std::string>>();
    values.photos = in.at("photos").get<std::vector<std::string>>();
    values.removed_photos = in.at("removed_photos").get<std::vector<std::string>>();
}

}  // namespace

std::string to_json(const FindingDraft& draft) {
    auto out = json_of(static_cast<const FormValues&>(draft));
    out["form"] = "finding";
    out["key"] = draft.key;
    out["uuid"] = draft.uuid;
    out["layer_refs"] = draft.layer_refs;
    if (!draft.is_new()) out["opened"] = json_of(draft.opened);
    // A file's name may hold bytes that are no UTF-8; a draft is kept all the same.
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<FindingDraft> draft_from_json(const std::string& json) {
    try {
        const auto in = nlohmann::json::parse(json);
        if (in.value("form", "") != "finding") return std::nullopt;
        FindingDraft draft;
        draft.key = in.at("key");
        draft.uuid = in.at("uuid");
        draft.layer_refs = in.at("layer_refs").get<std::vector<std::string>>();
        read_values(in, draft);
        if (!draft.is_new()) read_values(in.at("opened"), draft.opened);
        return draft;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

}  // namespace app
