// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/finding_rows.hpp"

#include <nlohmann/json.hpp>

namespace audit {

Value text_or_null(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

Row row_of(const Finding& f) {
    return {{"uuid", f.uuid},
            {"geom", f.shape.is_empty() ? Value{} : Value{f.shape}},
            {"category", f.category},
            {"title", text_or_null(f.title)},
            {"status", std::string(word_of(f.status))},
            {"severity", f.severity ? Value{std::string(word_of(*f.severity))} : Value{}},
            {"date", text_or_null(f.date)},
            {"recorded", text_or_null(f.recorded)},
            {"by", text_or_null(f.by)},
            {"source", std::string(word_of(f.source))},
            {"facility", text_or_null(f.facility)},
            {"district", text_or_null(f.district)},
            {"notes", text_or_null(f.notes)},
            {"internal_notes", text_or_null(f.internal_notes)},
            {"status_reason", text_or_null(f.status_reason)},
            {"responsible", text_or_null(f.responsible)},
            {"due", text_or_null(f.due)},
            {"layer_refs", f.layer_refs.empty() ? Value{} : Value{layer_refs_text(f.layer_refs)}},
            {"created", text_or_null(f.created)}};
}

Row row_of(const Measurement& m, const std::string& finding) {
    return {{"uuid", m.uuid},
            {"finding", finding},
            {"quantity", m.quantity},
            {"value", m.value},
            {"unit", text_or_null(m.unit)},
            {"accuracy", m.accuracy ? Value{*m.accuracy} : Value{}},
            {"method", text_or_null(m.method)}};
}

Row row_of(const Photo& p, const std::string& finding) {
    return {{"uuid", p.uuid},
            {"finding", finding},
            {"sha256", p.sha256},
            {"bytes", p.bytes},
            {"content_type", p.content_type},
            {"state", std::string("present")}};
}

std::string layer_refs_text(const std::vector<std::string>& refs) { return nlohmann::json(refs).dump(); }

std::vector<std::string> parse_layer_refs(const std::string& text) {
    auto list = nlohmann::json::parse(text, nullptr, false);
    std::vector<std::string> refs;
    if (list.is_array())
        for (const auto& ref : list)
            if (ref.is_string()) refs.push_back(ref.get<std::string>());
    return refs;
}

}  // namespace audit
