// SPDX-License-Identifier: EUPL-1.2
#include "app/core/service_adding.hpp"
#include "app/ui/panels/panels.hpp"

namespace ui {
namespace {

using base::tr;

/// More rows than anybody reads; the search finds the others.
constexpr std::size_t k_most_rows = 200;

void address_part(Ui& ui) {
    auto& form = *ui.state().service_form;
    words(ui,
          tr("Paste the address of a map or of objects: WMS, WMTS, WFS, OGC API Features, PostGIS, or tiles with "
             "{z}, {x} and {y}."),
          Style::normal, ui.t().muted);
    if (text_field(ui, "service/address", tr("Address"), form.typed, {.placeholder = "https://…", .icon = "globe"})) {
        form.offer.reset();
        form.problem.reset();
    }
    const bool enter = ui.focus.activated("service/address");
    const bool pressed =
        action_button(ui, "service/look", "service-look", {.weight = form.offer ? Weight::plain : Weight::primary});
    if (enter && !pressed && !form.offer) ui.desk.dispatch("service-look");
}

void trouble(Ui& ui, const base::Problem& problem) {
    sign_and_words(ui, "warning", base::say(problem), Style::normal, ui.t().blocking, "service/problem");
    if (!problem.detail.empty()) words(ui, problem.detail, Style::small, ui.t().muted, "service/detail");
}

void layer_rows(Ui& ui, const app::ServiceForm& form) {
    const auto found = app::layers_found(form);
    for (std::size_t i = 0; i < found.size() && i < k_most_rows; ++i) {
        const auto& layer = found[i];
        const bool below = layer.name != layer.title && !layer.name.empty();
        if (checkbox(ui, "service/layer/" + layer.name, below ? layer.title + " (" + layer.name + ")" : layer.title,
                     form.chosen.contains(layer.name), "service/layers"))
            ui.desk.dispatch("service-choose", layer.name);
    }
    if (found.empty())
        words(ui, tr("Nothing that is offered has these words."), Style::normal, ui.t().muted, "service/none");
    if (found.size() > k_most_rows)
        words(ui, tr("There are more. Type a word of its name to find another."), Style::small, ui.t().muted,
              "service/more");
}

/// Whom a map must name. Where the service says it nobody has to.
void attribution_part(Ui& ui, app::ServiceForm& form) {
    bool is_missing = false;
    for (const auto& layer : form.offer->layers)
        is_missing = is_missing || (form.chosen.contains(layer.name) && layer.attribution.empty());
    if (is_missing)
        text_field(ui, "service/attribution", tr("Who made it, to be named beside the map"), form.attribution,
                   {.placeholder = tr("For example: © OpenStreetMap contributors")});
}

void offer_part(Ui& ui) {
    auto& form = *ui.state().service_form;
    const auto copy = form;  // a press may change it
    const auto& offer = *copy.offer;
    words(ui,
          base::say(base::text("{service}: {kind}",
                               {{"service", offer.title.empty() ? geo::host_of(offer.address.url) : offer.title},
                                {"kind", std::string(geo::name_of(offer.address.kind))}})),
          Style::strong, ui.t().ink, "service/offer");
    if (offer.held_secret)
        sign_and_words(ui, "warning",
                       tr("The name and password were taken out of the address: a dossier is handed to others."),
                       Style::small, ui.t().ink, "service/secret");
    if (offer.layers.size() > app::k_few_layers)
        text_field(ui, "service/search", tr("Search what is offered"), form.search, {.icon = "search"});
    layer_rows(ui, copy);
    attribution_part(ui, form);
}

}  // namespace

/// An address is pasted, the server says what it offers, layers are ticked.
void service_dialog(Ui& ui) {
    dim_everything(ui);
    const float foot = ui.px(ui.t().control_height + 48);
    const auto& form = *ui.state().service_form;
    const float height = form.offer ? ui.px(640) : natural_height(ui, "service", 24, ui.px(300)) + foot;
    const Rect rect = dialog_rect(ui, 600, height);
    {
        const Panel panel(ui, "service", {rect.x0, rect.y0, rect.x1, rect.y1 - foot},
                          {.padding = 24, .over = true, .layer = 28});
        words(ui, tr("Add a service"), Style::heading, ui.t().ink, "service/title");
        address_part(ui);
        if (form.asking != 0)
            words(ui, tr("Asking what the service offers …"), Style::normal, ui.t().muted, "service/asking");
        if (form.problem) trouble(ui, *form.problem);
        if (form.offer) offer_part(ui);
    }
    const Panel panel(ui, "service-foot", {rect.x0, rect.y1 - foot, rect.x1, rect.y1},
                      {.padding = 24, .over = true, .scrolls = false, .layer = 28});
    action_button(ui, "service/add", "service-add", {.weight = form.offer ? Weight::primary : Weight::plain});
    same_line(ui);
    if (ui.state().service_form && button(ui, "service/cancel", tr("Cancel"))) ui.desk.dispatch("back");
}

}  // namespace ui
