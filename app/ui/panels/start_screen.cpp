// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

std::string number(std::int64_t n) { return base::number_for_people(static_cast<double>(n), 0, base::language()); }

void head(Ui& ui) {
    words(ui, tr("Doorgang"), Style::title, ui.t().ink, "start/title");
    words(ui, tr("Find and remove what keeps people out of public space."), Style::normal, ui.t().muted);
    const std::vector<Option> languages{{"nl", "Nederlands", {}, {}}, {"en", "English", {}, {}}};
    std::string chosen(base::code_of(base::language()));
    if (segments(ui, "start/language", languages, chosen)) ui.desk.dispatch("language-" + chosen);
    space(ui, 8);
}

void steps(Ui& ui) {
    const float height = ui.px(std::max(44.0F, ui.t().control_height));
    action_button(ui, "start/new", "dossier-new", {.weight = Weight::primary, .width = -1, .height = height});
    action_button(ui, "start/open", "dossier-browse", {.width = -1, .height = height});
    action_button(ui, "start/demo", "demo", {.width = -1, .height = height});
    job_lines(ui, "start/job");
    space(ui, 8);
}

std::string drafts_words(const app::OfferedDossier& offered) {
    if (offered.drafts == 0) return {};
    if (offered.drafts == 1) return tr("1 form that was not saved");
    return base::say(base::text("{count} forms that were not saved", {{"count", number(offered.drafts)}}));
}

std::string recovered_words(const app::OfferedDossier& offered) {
    const std::string drafts = drafts_words(offered);
    if (offered.findings == 0) return drafts;
    const std::string findings = offered.findings == 1
                                     ? tr("1 finding without a dossier of its own")
                                     : base::say(base::text("{count} findings without a dossier of their own",
                                                            {{"count", number(offered.findings)}}));
    return drafts.empty() ? findings : findings + app::k_dot + drafts;
}

/// A sign at the end of a row that does something else with what the row is about.
void beside_row(Ui& ui, const std::string& name, std::string_view action, const std::string& path, const Row& line,
                float top) {
    const float size = ui.px(ui.t().control_height);
    ImGui::SetCursorPos({ImGui::GetCursorPosX() + line.rect.width() + ui.px(8), top + (line.rect.height() - size) / 2});
    action_button(ui, name, action, {.weight = Weight::quiet, .icon_only = true}, path);
    ImGui::SetCursorPosY(top + line.rect.height() + ui.px(2));
}

/// What was thrown away last can be had back.
void aside(Ui& ui, const app::StartFacts& facts) {
    if (!facts.aside) return;
    words(ui, base::say(base::text("Thrown away: {name}", {{"name", facts.aside->stem().string()}})), Style::small,
          ui.t().muted, "start/aside");
    action_button(ui, "start/restore", "scratch-restore", {.weight = Weight::quiet});
}

void recovered(Ui& ui, const app::StartFacts& facts) {
    if (facts.recovered.empty()) return;
    words(ui, tr("Not finished yet"), Style::heading, ui.t().ink, "start/recovered");
    const float remove = ui.px(ui.t().control_height);
    for (const auto& offered : facts.recovered) {
        const std::string path = offered.path.string();
        const float top = ImGui::GetCursorPosY();
        const Row line = text_row(ui, "start/recovered/" + path, offered.path.stem().string(),
                                  {.below = recovered_words(offered),
                                   .icon = "clock",
                                   .group = "recovered",
                                   .strong = true,
                                   .width = content_width() - remove - ui.px(8)});
        if (offered.scratch) beside_row(ui, "start/drop/" + path, "scratch-drop", path, line, top);
        if (line.pressed) ui.desk.dispatch("dossier-open", path);
    }
}

void recent(Ui& ui, const app::StartFacts& facts) {
    words(ui, tr("Used before"), Style::heading, ui.t().ink, "start/recent");
    if (facts.recent.empty())
        words(ui, tr("Dossiers that you open are listed here."), Style::normal, ui.t().muted, "start/none");
    const float remove = ui.px(ui.t().control_height);
    for (const auto& offered : facts.recent) {
        const std::string path = offered.path.string(), folder = offered.path.parent_path().string();
        const std::string below =
            offered.there ? folder : base::say(base::text("Not there any more: {folder}", {{"folder", folder}}));
        const float top = ImGui::GetCursorPosY();
        const Row line = text_row(ui, "start/recent/" + path, offered.path.stem().string(),
                                  {.below = below,
                                   .icon = offered.there ? "folder" : "warning",
                                   .group = "recent",
                                   .strong = true,
                                   .width = content_width() - remove - ui.px(8)});
        beside_row(ui, "start/forget/" + path, "recent-remove", path, line, top);
        if (line.pressed) ui.desk.dispatch("dossier-open", path);
    }
}

void way_back(Ui& ui) {
    space(ui, 16);
    if (ui.state().snapshot && button(ui, "start/back", tr("Back to the dossier"), {.icon = "left"}))
        ui.desk.dispatch("back");
    action_button(ui, "start/quit", "quit", {.weight = Weight::quiet});
}

void choices(Ui& ui, const char* name, const std::string& label, const std::vector<app::OfferedSet>& sets,
             std::string& chosen) {
    std::vector<Option> options;
    for (const auto& set : sets) options.push_back({set.id, set.label.in(base::language()), {}, {}});
    if (options.empty()) options.push_back({chosen, chosen, {}, {}});
    choice(ui, name, label, options, chosen);
}

void new_fields(Ui& ui, const app::NewDossierView& view) {
    auto& form = *ui.state().new_dossier;
    text_field(ui, "new/name", tr("Name"), form.name,
               {.placeholder = tr("For example: city centre"), .required = true});
    text_field(ui, "new/folder", tr("Folder"), form.folder, {.icon = "folder", .required = true});
    action_button(ui, "new/browse", "new-browse");
    text_field(ui, "new/crs", tr("Coordinate system"), form.crs,
               {.problem = view.crs_name.empty() && view.why_not ? base::say(*view.why_not) : ""});
    if (!view.crs_name.empty()) sign_and_words(ui, "check", view.crs_name, Style::small, ui.t().good, "new/crs-name");
    words(ui, tr("For a municipality in the Netherlands EPSG:28992 is the usual one. Other codes work too."),
          Style::small, ui.t().muted);
    const auto& facts = ui.state().start;
    choices(ui, "new/agenda", tr("Inclusion agenda"), facts ? facts->agendas : std::vector<app::OfferedSet>{},
            form.agenda);
    choices(ui, "new/norms", tr("Set of norms"), facts ? facts->norms : std::vector<app::OfferedSet>{}, form.norms);
}

}  // namespace

/// What there is to open, over everything else.
void start_screen(Ui& ui) {
    const Rect all{0, 0, ui.size.x, ui.size.y};
    const Panel ground(ui, "start-ground", all, {.padding = 0, .over = true, .scrolls = false, .layer = 25});
    const float width = std::min(ui.px(640), ui.size.x), left = (ui.size.x - width) / 2;
    const Panel panel(ui, "start", {left, 0, left + width, ui.size.y}, {.padding = 24, .over = true, .layer = 25});
    head(ui);
    steps(ui);
    if (const auto facts = ui.state().start) {
        recovered(ui, *facts);
        aside(ui, *facts);
        if (facts->aside || !facts->recovered.empty()) space(ui, 8);
        recent(ui, *facts);
    } else {
        words(ui, tr("Looking for dossiers …"), Style::normal, ui.t().muted);
    }
    way_back(ui);
}

void new_dossier(Ui& ui) {
    dim_everything(ui);
    const auto view = ui.desk.views().new_dossier();
    const float foot = ui.px(ui.t().control_height + 48);
    const Rect rect = dialog_rect(ui, 520, natural_height(ui, "new", 24, ui.px(560)) + foot);
    {
        const Panel panel(ui, "new", {rect.x0, rect.y0, rect.x1, rect.y1 - foot},
                          {.padding = 24, .over = true, .layer = 28});
        words(ui, tr("New dossier"), Style::heading, ui.t().ink, "new/title");
        new_fields(ui, view);
        if (!view.path.empty())
            words(ui, base::say(base::text("It becomes {file}.", {{"file", view.path.string()}})), Style::small,
                  ui.t().muted, "new/path");
    }
    const Panel panel(ui, "new-foot", {rect.x0, rect.y1 - foot, rect.x1, rect.y1},
                      {.padding = 24, .over = true, .scrolls = false, .layer = 28});
    const bool enter =
        ui.focus.activated("new/name") || ui.focus.activated("new/folder") || ui.focus.activated("new/crs");
    action_button(ui, "new/make", "dossier-make", {.weight = Weight::primary});
    same_line(ui);
    if (button(ui, "new/cancel", tr("Cancel"))) return ui.desk.dispatch("back");
    if (enter && ui.state().new_dossier) ui.desk.dispatch("dossier-make");
}

}  // namespace ui
