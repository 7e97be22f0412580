// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/checks.hpp"

#include "audit/dossier/finding_rows.hpp"
#include "geo/base/ids.hpp"
#include "geo/base/letters.hpp"
#include "geo/geometry/validity.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace audit {
namespace {

using base::text;

template <class List>
std::string ids_in(const List& list) {
    std::string ids;
    for (const auto& entry : list) ids += (ids.empty() ? "" : ", ") + entry.id;
    return ids;
}

std::string goal_ids(const Catalogue& catalogue) {
    std::string ids;
    for (const auto& agenda : catalogue.agendas)
        for (const auto& theme : agenda.themes)
            for (const auto& goal : theme.goals) ids += (ids.empty() ? "" : ", ") + goal.id;
    return ids;
}

}  // namespace

void refuse(std::string code, base::Text why, base::Text advice) {
    throw base::Refusal({.code = std::move(code), .message = std::move(why), .advice = std::move(advice)});
}

void check_goal(const DossierState& state, const std::string& id) {
    if (!state.catalogue->goal(id))
        refuse("goal-unknown", text("There is no goal “{id}” in this dossier's agenda.", {{"id", id}}),
               text("Choose one of: {ids}.", {{"ids", goal_ids(*state.catalogue)}}));
}

const Category& known_category(const DossierState& state, const std::string& id) {
    auto* category = state.catalogue->category(id);
    if (!category)
        refuse("category-unknown", text("There is no category “{id}”.", {{"id", id}}),
               text("Choose one of: {ids}.", {{"ids", ids_in(state.catalogue->categories)}}));
    return *category;
}

std::optional<Severity> checked_severity(std::optional<Severity> given, const Category& category) {
    if (given && !category.has_severity)
        refuse("severity-not-asked", text("Category “{id}” has no severity.", {{"id", category.id}}));
    return given ? given : parse_severity(category.default_severity);
}

void check_text(const std::string& value) {
    if (!base::is_utf8(value))
        refuse("text-broken", text("A text is not written in UTF-8."), text("Type it again, or convert it first."));
}

void check_date(const std::string& date) {
    if (!base::is_date(date))
        refuse("date-broken", text("“{date}” is no date.", {{"date", date}}), text("Write it as 2026-11-22."));
}

void check_facility(DossierState& state, const std::string& uuid) {
    if (uuid.empty()) return;
    auto& query = state.connection.statement("SELECT count(*) FROM facility WHERE uuid = ?");
    query.bind(1, uuid);
    query.executeStep();
    bool known = query.getColumn(0).getInt() > 0;
    query.reset();
    if (!known)
        refuse("facility-unknown", text("There is no facility {id} in this dossier.", {{"id", uuid}}),
               text("“facility list” shows which there are, “facility add” adds one."));
}

void check_due(const std::string& date) {
    if (!date.empty()) check_date(date);
}

void check_place(const DossierState& state, const geo::Shape& shape, base::Problems& remarks) {
    if (shape.is_empty()) refuse("place-missing", text("A finding needs a place."));
    for (const auto& p : shape.points)
        if (!std::isfinite(p.x) || !std::isfinite(p.y))
            refuse("place-broken", text("The place has a coordinate that is no number."));
    if (auto why = geo::why_invalid(shape))
        refuse("place-invalid", text("The outline is not valid: {why}.", {{"why", base::say(*why)}}),
               text("Draw it again without crossing itself."));
    auto box = shape.box();
    bool degrees = std::abs(box.min_x) <= 180 && std::abs(box.max_x) <= 180 && std::abs(box.min_y) <= 90 &&
                   std::abs(box.max_y) <= 90;
    if (degrees && !state.info.crs.is_geographic())
        refuse("place-in-degrees",
               text("The place looks like longitude and latitude, but the dossier is in {crs}.",
                    {{"crs", state.info.crs.name()}}),
               text("Give the place's own CRS, for example EPSG:4326."));
    if (auto area = state.area_of_use; !area.is_empty()) {
        // Thousands of kilometres away is no place at all: transformed, it would come out somewhere by chance.
        auto far = area.widened(10 * std::max(area.width(), area.height()));
        if (!far.intersects(box))
            refuse("place-far",
                   text("The place is impossibly far from where {crs} is meant for.", {{"crs", state.info.crs.name()}}),
                   text("Check the coordinates."));
    }
    if (!state.area_of_use.is_empty() && !state.area_of_use.intersects(box))
        remarks.add({.code = "place-outside",
                     .message = text("The place lies outside the area where {crs} is meant for.",
                                     {{"crs", state.info.crs.name()}}),
                     .advice = text("Check the coordinates.")});
}

Value checked_field(DossierState& state, const std::string& name, const std::string& value,
                    const std::string& category_id) {
    static constexpr std::array free_texts{"title", "by", "district", "notes", "internal_notes", "responsible"};
    if (std::find(free_texts.begin(), free_texts.end(), name) != free_texts.end())
        return check_text(value), text_or_null(value);
    if (name == "category") return known_category(state, value).id;
    if (name == "date") return check_date(value), Value{value};
    if (name == "due") return check_due(value), text_or_null(value);
    if (name == "facility") return check_facility(state, value), text_or_null(value);
    if (name == "source") {
        if (!parse_report_source(value))
            refuse("source-unknown", text("“{value}” is no source.", {{"value", value}}),
                   text("Choose one of: {ids}.", {{"ids", "inspection, resident, expert, network"}}));
        return value;
    }
    if (name == "severity") {
        if (value.empty()) return {};
        if (!parse_severity(value))
            refuse("severity-unknown", text("“{value}” is no severity.", {{"value", value}}),
                   text("Choose one of: {ids}.", {{"ids", "blocking, hindering, attention"}}));
        if (auto* category = state.catalogue->category(category_id)) checked_severity(parse_severity(value), *category);
        return value;
    }
    refuse("field-unknown", text("“{name}” is no field that can be changed.", {{"name", name}}),
           text("Choose one of: {ids}.", {{"ids",
                                           "category, title, severity, date, by, source, facility, district, notes, "
                                           "internal_notes, responsible, due"}}));
}

void refuse_secrets(const std::string& path) {
    const auto lower = base::small_letters(path);
    auto names = [&](const char* word) { return lower.find(word) != std::string::npos; };
    // Before the host only: "@2x" is in many addresses of tiles.
    auto scheme = lower.find("://");
    auto host = scheme == std::string::npos
                    ? ""
                    : lower.substr(scheme + 3, lower.find_first_of("/?#", scheme + 3) - scheme - 3);
    bool in_address = host.substr(0, host.rfind('@') + 1).find(':') != std::string::npos;
    if (names("password=") || names("pwd=") || in_address)
        refuse("layer-secret", text("The source names a password, and a dossier is handed to others."),
               text("Leave the password out; keep it in your own settings, for PostgreSQL in ~/.pgpass."));
}

}  // namespace audit
