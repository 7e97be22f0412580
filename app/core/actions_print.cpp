// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/printing.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

std::optional<base::Text> needs_map(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (state.camera.width <= 1) return base::text("There is no map to be seen.");
    return std::nullopt;
}

std::optional<base::Text> needs_print_form(const State& state) {
    if (auto reason = needs_map(state)) return reason;
    if (!state.print_form) return base::text("No form is open.");
    return std::nullopt;
}

std::string stem_of(const State& state) { return fs::path(state.snapshot->info.path).stem().string(); }

/// What is being chosen, or was chosen the last time.
PrintForm form_of(const State& state) {
    return state.print_form ? *state.print_form : state.print_last.value_or(PrintForm{});
}

void open_form(Desk& desk, const std::string&) {
    auto& state = desk.state();
    if (state.print_last)
        state.print_form = *state.print_last;
    else
        state.print_form = PrintForm{.title = state.scratch ? std::string() : stem_of(state)};
    state.focus_wanted = "print/title";
}

/// "a3 portrait 150": opens the form when it is not.
void choose(Desk& desk, const std::string& words) {
    const auto next = changed(form_of(desk.state()), words);
    if (!next)
        throw base::Refusal({.code = "print-unknown",
                             .message = base::text("“{words}” is no way to print. Paper is a4 or a3, landscape or "
                                                   "portrait, with 150 or 300 dots to the inch.",
                                                   {{"words", words}})});
    desk.state().print_form = next;
}

void choose_place(Desk& desk, const std::string&) {
    open_browser(desk, {.title = base::text("Where is the picture to be saved?"),
                        .button = base::text("Save here"),
                        .action = "print-to",
                        .wants = Browse::Wants::new_file,
                        .endings = {".png"},
                        .name = stem_of(desk.state()) + ".png"});
}

void print_to(Desk& desk, const std::string& path) {
    auto& state = desk.state();
    const auto form = form_of(state);
    state.print_last = form;
    state.print_form.reset();
    state.export_done.reset();
    desk.print(form, path);
}

}  // namespace

std::vector<Action> print_actions() {
    return {
        {.name = "print",
         .label = base::text("Save the map as a picture"),
         .icon = "export",
         .shortcut = "Ctrl+P",
         .refuse = needs_map,
         .apply = open_form},
        {.name = "print-look",
         .label = base::text("Choose paper and sharpness"),
         .icon = "settings",
         .refuse = needs_map,
         .apply = choose},
        {.name = "print-title",
         .label = base::text("Give the picture a title"),
         .icon = "pencil",
         .refuse = needs_print_form,
         .apply = [](Desk& desk, const std::string& title) { desk.state().print_form->title = title; }},
        {.name = "print-place",
         .label = base::text("Choose where to save it"),
         .icon = "folder",
         .refuse = needs_print_form,
         .apply = choose_place},
        {.name = "print-to",
         .label = base::text("Save the map to this file"),
         .icon = "export",
         .refuse = needs_map,
         .apply = print_to},
    };
}

}  // namespace app
