// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/model/finding.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace made {

/// A catalogue of two categories, one norm (a passage of at least 1.50 m) and three goals, independent of our assets.
inline audit::Catalogue catalogue() {
    audit::Catalogue c;
    c.version = "1";
    c.methods = {{.id = "tape", .label = {"meetlint", "tape"}, .accuracy = {{"m", 0.01}}}};
    c.quantities = {{.id = "passage-width",
                     .label = {"vrije doorgang", "free passage"},
                     .help = {"", ""},
                     .unit = "m",
                     .units = {"m", "cm"},
                     .methods = {"tape"},
                     .smallest = 0,
                     .largest = 20}};
    c.criteria = {{.id = "OR-02",
                   .label = {"Doorgang ten minste 1,50 m", "Passage at least 1.50 m"},
                   .quantity = "passage-width",
                   .comparison = audit::Comparison::at_least,
                   .threshold = 1.5,
                   .unit = "m",
                   .source = "made up"}};
    c.norms = {.id = "made", .version = "1", .label = {"verzonnen", "made up"}, .criteria = {"OR-02"}};
    c.categories = {{.id = "terrace-passage",
                     .label = {"Terras laat te weinig over", "Terrace leaves too little"},
                     .help = {},
                     .letter = "T"},
                    {.id = "object-on-footway",
                     .label = {"Voorwerp op de stoep", "Object on the footway"},
                     .help = {},
                     .letter = "O"}};
    c.agenda_id = "made";
    c.agendas = {{.id = "LIA",
                  .label = {"Agenda", "Agenda"},
                  .themes = {{.id = "T",
                              .label = {"Toegankelijkheid", "Accessibility"},
                              .goals = {{.id = "LIA-T1", .label = {"Vrije stoepen", "Free footways"}},
                                        {.id = "LIA-T2", .label = {"Vrije deuren; overal", "Free doors; everywhere"}},
                                        {.id = "LIA-T3", .label = {"Leesbaar", "Legible"}}}}}}};
    return c;
}

inline audit::Measurement passage(double metres) {
    return {.uuid = "m", .quantity = "passage-width", .value = metres, .unit = "m", .accuracy = 0.01, .method = "tape"};
}

/// A complete finding in RD, in the Breestraat of Leiden.
inline audit::Finding finding() {
    audit::Finding f;
    f.fid = 7;
    f.uuid = "019abc00-0000-7000-8000-000000000001";
    f.category = "terrace-passage";
    f.title = "Café De Engel";
    f.severity = audit::Severity::hindering;
    f.date = "2026-04-15";
    f.recorded = "2026-04-15T09:30:00.000Z";
    f.by = "Anja de Vries";
    f.district = "Binnenstad-Zuid";
    f.notes = "Stoelen tegen de gevel";
    f.shape = geo::Shape::point({93780.12, 463890.34});
    f.created = f.recorded;
    f.changed = "2026-04-16T10:00:00.000Z";
    f.measurements = {passage(1.2)};
    f.goals = {"LIA-T1"};
    return f;
}

/// The complete finding with one thing changed.
template <class Change>
audit::Finding finding_with(Change change) {
    auto f = finding();
    change(f);
    return f;
}

}  // namespace made
