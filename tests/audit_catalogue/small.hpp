// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"

#include <string>

namespace test {

/// A file of a catalogue around its entries.
inline std::string framed(const std::string& entries, const std::string& more = {}) {
    return R"({"format": "doorgang-catalogue/1", "version": "1", )" + more + R"("entries": [)" + entries + "]}";
}

inline const std::string k_label = R"("label": {"nl": "een", "en": "one"})";
inline const std::string k_help = R"("help": {"nl": "hulp", "en": "help"})";

inline const std::string k_method = R"({"id": "tape", )" + k_label + R"(, "accuracy": {"m": 0.01}})";
inline const std::string k_width = R"({"id": "width", )" + k_label + ", " + k_help +
                                   R"(, "kind": "number", "unit": "m", "units": ["m", "cm"], "methods": ["tape"],
                                      "smallest": 0, "largest": 20})";
inline const std::string k_length =
    R"({"id": "length", )" + k_label + ", " + k_help +
    R"(, "kind": "number", "unit": "m", "units": ["m"], "methods": [], "smallest": 0, "largest": 20})";
inline const std::string k_busy = R"({"id": "busy", )" + k_label + ", " + k_help +
                                  R"(, "kind": "yes-no", "unit": "yes/no", "units": ["yes/no"], "methods": []})";
inline const std::string k_wide =
    R"({"id": "WIDE", )" + k_label +
    R"(, "quantity": "width", "comparison": "at_least", "threshold": 1.5, "level": "minimum",
                                     "source": "us", "trust": "C"})";
inline const std::string k_short =
    R"({"id": "SHORT", )" + k_label +
    R"(, "quantity": "width", "comparison": "at_least", "threshold": 1.2, "level": "minimum",
                                      "condition": {"quantity": "length", "up_to": 20}, "source": "us", "trust": "C"})";
inline const std::string k_passage =
    R"({"id": "PASSAGE", )" + k_label +
    R"(, "quantity": "width", "any_of": ["WIDE", "SHORT"], "source": "us", "trust": "C"})";
inline const std::string k_norms =
    R"({"id": "plain", )" + k_label + R"(, "criteria": ["WIDE", "SHORT"], "rules": ["PASSAGE"]})";
inline const std::string k_category =
    R"({"id": "narrow", )" + k_label + ", " + k_help +
    R"(, "letter": "N", "geometry": ["point"], "quantities": [{"quantity": "width", "required": true}],
                                         "default_severity": "hindering", "treaty": ["9"], "suggested_on": []})";
inline const std::string k_article = R"({"id": "9", )" + k_label + R"(, "trust": "C"})";
inline const std::string k_goal =
    R"({"id": "G1", )" + k_label +
    R"(, "provenance": ["advised"], "documents": ["letter#2"], "target_groups": [{"id": "all", "inferred": true}],
                                     "stakeholders": [{"id": "city"}], "treaty": ["9"]})";

inline std::string agenda_of(const std::string& goals) {
    return R"({"id": "A", )" + k_label + R"(, "themes": [{"id": "t", )" + k_label + R"(, "goals": [)" + goals + "]}]}";
}

inline std::string agenda_file(const std::string& agendas,
                               const std::string& default_goals = R"({"category": "narrow", "goals": ["G1"]})") {
    return framed(agendas, R"("documents": [{"id": "letter", )" + k_label +
                               R"(, "publisher": "us"}], "target_groups": [{"id": "all", )" + k_label +
                               R"(}], "stakeholders": [{"id": "city", )" + k_label + R"(}], "default_goals": [)" +
                               default_goals + "], ");
}

/// A small catalogue without a fault, for tests that break one thing in it.
inline audit::CatalogueFiles small_catalogue() {
    return {{"methods.json", framed(k_method)},
            {"quantities.json", framed(k_width + "," + k_length + "," + k_busy)},
            {"criteria.json", framed(k_wide + "," + k_short)},
            {"rules.json", framed(k_passage)},
            {"categories.json", framed(k_category)},
            {"treaty.json", framed(k_article, R"("note": {"nl": "van ons", "en": "ours"}, )")},
            {"norms/plain.json", framed(k_norms)},
            {"agendas/town.json", agenda_file(agenda_of(k_goal))}};
}

}  // namespace test
