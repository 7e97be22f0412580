// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/json_text.hpp"
#include "audit/exchange/properties.hpp"

namespace audit {
namespace {

void append(std::string& out, std::string_view text) { append_json(out, text); }

/// Whoever works in the dossier can name the one measurement to change; nobody outside needs to.
struct Identified {
    const Measurement& measurement;
};

void append(std::string& out, const Measurement& measurement) {
    append_json(out += "{\"quantity\":", measurement.quantity);
    append_json(out += ",\"value\":", measurement.value);
    append_json(out += ",\"unit\":", measurement.unit);
    append_json(out += ",\"accuracy\":", measurement.accuracy);
    append_json(out += ",\"method\":", measurement.method);
    out += '}';
}

void append(std::string& out, const Identified& identified) {
    append(out, identified.measurement);
    out.pop_back();
    append_json(out += ",\"uuid\":", identified.measurement.uuid);
    out += '}';
}

void append(std::string& out, const Verdict& verdict) {
    append_json(out += "{\"criterion\":", verdict.criterion);
    append_json(out += ",\"outcome\":", word_of(verdict.outcome));
    append_json(out += ",\"certainty\":", word_of(verdict.certainty));
    append_json(out += ",\"basis\":", word_of(verdict.basis));
    append_json(out += ",\"value\":", verdict.value);
    append_json(out += ",\"unit\":", verdict.unit);
    append_json(out += ",\"accuracy\":", verdict.accuracy);
    append_json(out += ",\"threshold\":", verdict.threshold);
    out += '}';
}

template <class Items>
void append_list(std::string& out, const Items& items) {
    out += '[';
    bool first = true;
    for (const auto& item : items) {
        if (!first) out += ',';
        first = false;
        append(out, item);
    }
    out += ']';
}

struct JsonOf {
    std::string& out;
    bool is_internal = false;

    void operator()(std::monostate /*nothing*/) const { out += "null"; }
    void operator()(std::string_view text) const { append_json(out, text); }
    void operator()(const std::vector<std::string_view>& list) const { append_list(out, list); }
    void operator()(std::span<const Measurement> list) const {
        if (!is_internal) return append_list(out, list);
        std::vector<Identified> identified;
        for (const auto& measurement : list) identified.push_back({measurement});
        append_list(out, identified);
    }
    void operator()(const std::vector<Verdict>& list) const { append_list(out, list); }
};

}  // namespace

void append_properties_json(std::string& out, const Finding& finding, const Wording& wording) {
    char separator = '{';
    for (const auto& property : properties()) {
        if (!is_told(property, wording)) continue;
        out += separator;
        separator = ',';
        append_json(out, property.name);
        out += ':';
        std::visit(JsonOf{out, wording.is_internal()}, property.value(finding, wording));
    }
    out += '}';
}

}  // namespace audit
