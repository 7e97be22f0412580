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
    draft.field("passage-width").value = width;
    draft.field("passage-width").accuracy = accuracy;
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
    draft.internal_notes = "Eigenaar belde";
    draft.responsible = "Handhaving";
    draft.due = "2026-12-31";
    draft.facility = "f-1";
    draft.source = "resident";
    draft.photos = {"/tmp/stoep.jpg"};
    draft.removed_photos = {"p-1"};
    offer_another(draft, catalogue(), "passage-width");
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
    CHECK_FALSE(draft.field("passage-width").unit.empty());
    CHECK_FALSE(draft.severity.empty());
    CHECK(draft.goals == catalogue().category("terrace-passage")->default_goals);
    draft.field("passage-width").value = "1.2";
    choose_category(draft, catalogue(), "object-on-footway");
    CHECK(draft.field("passage-width").value == "1.2");
}

TEST_CASE("A decimal comma and a decimal point mean the same", "[app][draft]") {
    auto comma = passage_draft("1,32", "0,01"), point = passage_draft("1.32", "0.01");
    const auto a = measurement_of(catalogue(), comma.field("passage-width"));
    const auto b = measurement_of(catalogue(), point.field("passage-width"));
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
        {.uuid = "m-1", .quantity = "passage-width", .value = 1.4, .unit = "m", .accuracy = 0.01, .method = "tape"}};
    auto draft = draft_of("finding-" + before.uuid, before);
    draft.title = "Terrace at the bridge";
    const auto edit = std::get<audit::EditFinding>(action_of(catalogue(), draft, &before));
    CHECK(edit.fields == std::map<std::string, std::string>{{"title", "Terrace at the bridge"}});
    CHECK(edit.measurements.empty());
    CHECK(edit.removed_quantities.empty());
    CHECK_FALSE(edit.shape);
    CHECK_FALSE(edit.goals);
    draft.field("passage-width").value.clear();
    const auto removal = std::get<audit::EditFinding>(action_of(catalogue(), draft, &before));
    CHECK(removal.removed_measurements == std::vector<std::string>{"m-1"});
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

TEST_CASE("Several measurements of one quantity are saved beside each other and changed one by one", "[app][draft]") {
    audit::Finding before;
    before.uuid = "0190a000-0000-7000-8000-000000000009";
    before.category = "terrace-passage";
    before.shape = geo::Shape::point({93500, 463900});
    for (const auto* uuid : {"m-1", "m-2"})
        before.measurements.push_back(
            {.uuid = uuid, .quantity = "passage-width", .value = 1.4, .unit = "m", .accuracy = 0.01, .method = "tape"});
    auto draft = draft_of("finding-1", before);
    offer_fields(draft, catalogue());
    draft.fields[1].value = "1,2";
    offer_another(draft, catalogue(), "passage-width");
    REQUIRE(draft.fields[2].quantity == "passage-width");
    CHECK(draft.fields[2].method == "tape");
    draft.fields[2].value = "1,3";
    auto edit = std::get<audit::EditFinding>(action_of(catalogue(), draft, &before));
    REQUIRE(edit.measurements.size() == 1);
    CHECK(edit.measurements.front().uuid == "m-2");
    REQUIRE(edit.added_measurements.size() == 1);
    CHECK(edit.added_measurements.front().value == 1.3);
    CHECK(edit.removed_measurements.empty());
    draft.fields[0].value.clear();
    edit = std::get<audit::EditFinding>(action_of(catalogue(), draft, &before));
    CHECK(edit.removed_measurements == std::vector<std::string>{"m-1"});
}

TEST_CASE("Each field of the form has a name of its own, and the verdict stands below the last of its quantity",
          "[app][form]") {
    auto draft = passage_draft("1,3", "0,05");
    offer_another(draft, catalogue(), "passage-width");
    const auto form = finding_form(catalogue(), draft, base::Language::english);
    REQUIRE(form.fields.size() > 2);
    CHECK(form.fields[0].key == "passage-width");
    CHECK(form.fields[0].verdicts.empty());
    CHECK(form.fields[1].key == "passage-width/2");
    CHECK_FALSE(form.fields[1].verdicts.empty());
    CHECK_FALSE(form.fields[1].required);
}

TEST_CASE("What was typed while the form was saved goes on as an edit of what was saved", "[app][draft]") {
    auto sent = passage_draft("1,3", "0,05");
    sent.title = "Terrace";
    auto now = sent;
    now.notes = "typed later";
    now.photos = {"/tmp/later.jpg"};
    now.field("passage-width").value = "1,4";
    audit::Finding saved;
    saved.uuid = "f-1";
    saved.category = sent.category;
    saved.title = "Terrace";
    saved.shape = sent.shape;
    saved.date = sent.date;
    saved.severity = audit::parse_severity(sent.severity);
    saved.goals = sent.goals;
    saved.measurements = {
        {.uuid = "m-1", .quantity = "passage-width", .value = 1.3, .unit = "m", .accuracy = 0.05, .method = "tape"}};
    const auto next = gone_on(now, sent, saved);
    const auto edit = std::get<audit::EditFinding>(action_of(catalogue(), next, &saved));
    CHECK(edit.uuid == "f-1");
    CHECK(edit.fields == std::map<std::string, std::string>{{"notes", "typed later"}});
    REQUIRE(edit.measurements.size() == 1);
    CHECK(edit.measurements.front().uuid == "m-1");
    CHECK(edit.measurements.front().value == 1.4);
    CHECK(edit.added_measurements.empty());
    CHECK(edit.added_photos.size() == 1);
    CHECK_FALSE(edit.goals);
}
