// SPDX-License-Identifier: EUPL-1.2
#include "app/core/service_adding.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

namespace ui {
namespace {

using base::tr;

void looks(Ui& ui) {
    words(ui, tr("Language"), Style::small, ui.t().muted);
    const std::vector<Option> languages{{"nl", "Nederlands", {}, {}}, {"en", "English", {}, {}}};
    std::string language(base::code_of(base::language()));
    if (segments(ui, "settings/language", languages, language)) ui.desk.dispatch("language-" + language);
    words(ui, tr("Colours"), Style::small, ui.t().muted);
    const std::vector<Option> themes{{"light", tr("Light"), {}, {}},
                                     {"dark", tr("Dark"), {}, {}},
                                     {"contrast", tr("High contrast"), {}, {}},
                                     {"sunlight", tr("Sunlight"), {}, {}}};
    std::string theme(app::word_of(ui.state().settings.theme));
    if (segments(ui, "settings/theme", themes, theme)) ui.desk.dispatch("theme", theme);
    const int percent = static_cast<int>(ui.state().settings.text_scale * 100 + 0.5);
    words(ui, base::say(base::text("Size of text: {percent} %", {{"percent", std::to_string(percent)}})), Style::small,
          ui.t().muted, "settings/size");
    action_button(ui, "settings/smaller", "text-smaller", {.width = -1});
    action_button(ui, "settings/larger", "text-larger", {.width = -1});
}

void behaviour(Ui& ui) {
    const auto& settings = ui.state().settings;
    if (checkbox(ui, "settings/motion", tr("Reduce motion: the map jumps instead of gliding"), settings.reduce_motion))
        ui.desk.dispatch("reduce-motion");
    if (checkbox(ui, "settings/letters", tr("Single letters do something on the map (N, T, L, F)"),
                 settings.single_letters))
        ui.desk.dispatch("single-letters");
}

void person(Ui& ui) {
    auto& state = ui.state();
    if (state.person_typed.empty() && !ui.focus.is_on("settings/person")) state.person_typed = state.person;
    text_field(ui, "settings/person", tr("Your name"), state.person_typed, {.icon = "person"});
    const bool same = state.person_typed == state.person;
    const bool empty = state.person_typed.find_first_not_of(' ') == std::string::npos;
    const std::string reason = empty ? tr("Type your name first.") : same ? tr("This is your name already.") : "";
    const bool enter = ui.focus.activated("settings/person") && reason.empty();
    if (button(ui, "settings/keep-person", tr("Use this name"), {.reason = reason}) || enter)
        ui.desk.dispatch("name-keep", state.person_typed);
}

/// What servers of maps sent lies on the disk, so that it can be seen without them.
void kept(Ui& ui) {
    app::follow_seen_bytes(ui.desk);
    const auto bytes = ui.state().seen_bytes;
    if (!bytes)
        return words(ui, tr("Counting what is kept of services …"), Style::small, ui.t().muted, "settings/kept");
    const double megabytes = static_cast<double>(*bytes) / 1e6;
    const auto number = base::number_for_people(megabytes, megabytes < 10 ? 1 : 0, base::language());
    words(ui,
          base::say(
              base::text("Kept of services, to be seen without a network: {megabytes} MB", {{"megabytes", number}})),
          Style::small, ui.t().muted, "settings/kept");
    action_button(ui, "settings/forget-seen", "seen-forget", {.width = -1});
}

}  // namespace

/// What is kept between runs, for this person on this machine.
void settings_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "settings", rect, {.over = true, .layer = ui.drawer_layer});
    drawer_head(ui, "settings", tr("Settings"));
    looks(ui);
    space(ui, 4);
    behaviour(ui);
    space(ui, 4);
    person(ui);
    words(ui, tr("It stands with what you record from now on."), Style::small, ui.t().muted);
    space(ui, 4);
    kept(ui);
    space(ui, 8);
    words(ui, tr("Settings are kept on this computer, not in the dossier."), Style::small, ui.t().muted);
}

}  // namespace ui
