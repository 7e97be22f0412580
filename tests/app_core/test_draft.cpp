// SPDX-License-Identifier: EUPL-1.2
#include "app/core/draft.hpp"
#include "app/core/finding_form.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace app;

namespace {

const audit::Catalogue& catalogue() {
    static const audit::Catalogue loaded =
        audit::load_catalogue(audit::read_catalogue_files(audit::standard_catalogue_folder(), "crow", "leiden")).value;
    return loaded;
}

FindingDraft passage_draft(const std::string& width, const std::string& accuracy) {
    auto draft = new_draft("finding-1", geo::Shape::point({93500, 463900}), "2026-11-22");
    choose_category(draft, catalogue(), "terrace-passage");
    draft.fields["passage-width"].value = width;
    draft.fields["passage-width"].accuracy = accuracy;
    return draft;
}

const FieldView& field(const FindingForm& form, const std::string& quantity) {
    const auto found =
        std::find_if(form.fields.begin(), form.fields.end(), [&](const auto& f) { return f.quantity == quantity; });
    REQUIRE(found != form.fields.end());
    return *found;
}

}  // namespace

TEST_CASE("A draft that is kept and read again is the same", "[app][draft]") {
    auto draft = passage_draft("1,3", "0,05");
    draft.notes = "Naast “de brug”, 3 tafels";
    draft.layer_refs = {"0190a000-0000-7000-8000-000000000001/12"};
    const auto again = draft_from_json(to_json(draft));
    REQUIRE(again);
    CHECK(*again == draft);
}

TEST_CASE("Text that is no draft gives none", "[app][draft]") {
    for (const auto* json : {"", "{", "[]", "{}", R"({"form":"finding"})", R"({"form":"round"})"})
        CHECK_FALSE(draft_from_json(json));
}

TEST_CASE("A category proposes its unit, method, severity and goals, and keeps what was typed", "[app][draft]") {
    auto draft = new_draft("finding-1", geo::Shape::point({93500, 463900}), "2026-11-22");
    choose_category(draft, catalogue(), "terrace-passage");
    CHECK_FALSE(draft.fields.at("passage-width").unit.empty());
    CHECK_FALSE(draft.severity.empty());
    CHECK(draft.goals == catalogue().category("terrace-passage")->default_goals);
    draft.fields["passage-width"].value = "1.2";
    choose_category(draft, catalogue(), "object-on-footway");
    CHECK(draft.fields.at("passage-width").value == "1.2");
}

TEST_CASE("A decimal comma and a decimal point mean the same", "[app][draft]") {
    const auto comma = passage_draft("1,32", "0,01"), point = passage_draft("1.32", "0.01");
    const auto a = measurement_of(catalogue(), "passage-width", comma.fields.at("passage-width"));
    const auto b = measurement_of(catalogue(), "passage-width", point.fields.at("passage-width"));
    CHECK(a == b);
    CHECK(a.value == 1.32);
    CHECK(a.accuracy == 0.01);
}

TEST_CASE("The form judges while it is filled in", "[app][form]") {
    const auto language = base::Language::english;
    const auto lines = [&](const std::string& width) {
        const auto form = finding_form(catalogue(), passage_draft(width, "0,10"), language);
        return field(form, "passage-width").verdicts;
    };
    CHECK(lines("").empty());
    REQUIRE_FALSE(lines("0,40").empty());
    CHECK(lines("0,40").front().tone == VerdictLine::Tone::bad);
    CHECK(lines("4,00").front().tone == VerdictLine::Tone::good);
}

TEST_CASE("What cannot be read is said at its field and keeps the form from being saved", "[app][form]") {
    const auto form = finding_form(catalogue(), passage_draft("wide", ""), base::Language::english);
    CHECK(field(form, "passage-width").mistake);
    REQUIRE(form.why_not_save);
    CHECK(base::say(*form.why_not_save, base::Language::english).find("cannot be read") != std::string::npos);
}

TEST_CASE("A form without category says what to do first", "[app][form]") {
    const auto draft = new_draft("finding-1", geo::Shape::point({93500, 463900}), "2026-11-22");
    REQUIRE(finding_form(catalogue(), draft, base::Language::english).why_not_save);
}

TEST_CASE("Saving an edited finding sends only what changed", "[app][draft]") {
    audit::Finding before;
    before.uuid = "0190a000-0000-7000-8000-000000000009";
    before.category = "terrace-passage";
    before.title = "Terrace";
    before.date = "2026-11-22";
    before.shape = geo::Shape::point({93500, 463900});
    before.measurements = {
        {.quantity = "passage-width", .value = 1.4, .unit = "m", .accuracy = 0.01, .method = "tape"}};
    auto draft = draft_of("finding-" + before.uuid, before);
    draft.title = "Terrace at the bridge";
    const auto edit = std::get<audit::EditFinding>(action_of(catalogue(), draft, &before));
    CHECK(edit.fields == std::map<std::string, std::string>{{"title", "Terrace at the bridge"}});
    CHECK(edit.measurements.empty());
    CHECK(edit.removed_quantities.empty());
    CHECK_FALSE(edit.shape);
    CHECK_FALSE(edit.goals);
    draft.fields["passage-width"].value.clear();
    const auto removal = std::get<audit::EditFinding>(action_of(catalogue(), draft, &before));
    CHECK(removal.removed_quantities == std::vector<std::string>{"passage-width"});
}

TEST_CASE("Saving an edit leaves alone what somebody else changed since the form was opened", "[app][draft]") {
    audit::Finding finding;
    finding.uuid = "0190a000-0000-7000-8000-000000000009";
    finding.category = "terrace-passage";
    finding.shape = geo::Shape::point({93500, 463900});
    finding.notes = "first";
    finding.goals = {"a", "b"};
    auto draft = *draft_from_json(to_json(draft_of("finding-1", finding)));
    draft.title = "Terrace";
    draft.goals = {"b", "c"};
    finding.notes = "written by somebody else";
    finding.goals = {"a", "b", "d"};
    const auto edit = std::get<audit::EditFinding>(action_of(catalogue(), draft, &finding));
    CHECK(edit.fields == std::map<std::string, std::string>{{"title", "Terrace"}});
    CHECK(edit.goals == std::vector<std::string>{"b", "c", "d"});
}
