// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/theme.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"
#include "tests/ui/drawn.hpp"

#include <tuple>

using test::Bench;

namespace {

void record(Bench& bench, const std::string& title, audit::Severity severity, const std::string& district) {
    bench.desk().perform(audit::RecordFinding{
        .category = "terrace-passage",
        .shape = geo::Shape::point({93500, 463900}),
        .title = title,
        .notes = "Naast de brug, bij de ingang van de bibliotheek",
        .measurements = {{.quantity = "passage-width", .value = 1.45, .unit = "m", .accuracy = 0.1, .method = "tape"}},
        .severity = severity,
        .district = district});
    bench.settle();
}

geo::ServiceOffer long_offer() {
    geo::ServiceOffer offer{.address = {geo::ServiceKind::wms, "https://service.example/kaarten/wms"},
                            .title = "Basisregistratie Grootschalige Topografie van alle gemeenten",
                            .held_secret = true};
    for (int i = 1; i <= 12; ++i)
        offer.layers.push_back({"bgt:wegdeel_standaard_" + std::to_string(i),
                                "Wegdelen in de standaardvisualisatie, met verhardingen en functies", ""});
    return offer;
}

/// The dialog of services, and a map whose server is away.
void walk_services(Bench& bench, const std::function<void(const std::string&)>& seen) {
    auto& desk = bench.desk();
    auto& form = bench.state().service_form;
    desk.dispatch("service-new");
    seen("the dialog of services");
    form->problem =
        base::Problem{.code = "service-away",
                      .message = base::text("The server {server} does not answer.", {{"server", "service.example"}}),
                      .advice = base::text("Look whether this computer has a network, or try again later."),
                      .detail = "Couldn't connect to server"};
    seen("a service that does not answer");
    form->problem.reset();
    form->offer = long_offer();
    desk.dispatch("service-choose", "bgt:wegdeel_standaard_1");
    seen("what a service offers");
    form->search = "nothing like it";
    seen("nothing of what a service offers");
    desk.dispatch("back");
    desk.perform_quietly(
        audit::AddLayer{.path = "XYZ:http://127.0.0.1:9/{z}/{x}/{y}.png",
                        .name = "Achtergrond",
                        .at_bottom = true,
                        .style = R"({"attribution":"© Kadaster, © OpenStreetMap-bijdragers en de gemeente Leiden"})"});
    bench.settle();
    desk.dispatch("layers");
    bench.until("the server is known to be away", [&] {
        const auto* remarks = desk.layers().all().front().remarks();
        return remarks && remarks->count("service-trouble") == 1;
    });
    seen("a map whose server is away");
    desk.dispatch("layers");
    seen("who made the map");
}

/// Everything that can be seen, one after the other; `look` is called at each, with its name.
void walk(Bench& bench, const std::function<void(const std::string&)>& look) {
    auto& desk = bench.desk();
    auto& state = bench.state();
    const auto seen = [&](const std::string& what) {
        bench.settle();
        look(what);
    };
    seen("an empty dossier");
    record(bench, "", audit::Severity::blocking, "Binnenstad-Noord");
    record(bench, "Terras aan de Nieuwe Rijn staat ver over de vergunde grens en laat te weinig ruimte over",
           audit::Severity::hindering, "Stationsdistrict");
    seen("two findings");
    for (const auto* mode : {"mode-inspect", "mode-review", "mode-follow"}) {
        desk.dispatch(mode);
        seen(mode);
        desk.dispatch("finding-show", state.snapshot->findings.back()->uuid);
        seen(std::string(mode) + " with a finding");
        state.selected.clear();
    }
    desk.dispatch("goal-choose", state.snapshot->findings.front()->goals.front());
    seen("a goal");
    desk.dispatch("mode-review");
    state.order_open = true;
    state.arrangement.group = audit::GroupKey::goal;
    state.arrangement.filter = "status:open severity:blocking,hindering";
    seen("a list with headings and chips");
    state.arrangement = {};
    state.order_open = false;
    base::Remark remark{.problem = {.code = "status-unknown",
                                    .message = base::text("A finding has no status that is known."),
                                    .where = {.file = state.snapshot->info.path, .layer = "finding"}},
                        .count = 12,
                        .first = {3, 14, 159}};
    state.noticed.push_back(remark);
    state.notice =
        app::Notice{.message = base::text("Everything is saved"), .offers_undo = true, .offers_remarks = true};
    seen("a notice with remarks");
    state.notice.reset();
    for (const auto* drawer : {"layers", "remarks", "jobs", "history", "settings", "help"}) {
        desk.dispatch(drawer);
        seen(drawer);
        desk.dispatch(drawer);
    }
    desk.dispatch("finding-show", state.snapshot->findings.front()->uuid);
    desk.dispatch("finding-edit");
    seen("the form");
    state.suggested = {.draft = state.draft->key,
                       .categories = {"terrace-passage", "uneven-surface", "guide-line-blocked"},
                       .unfolded = true};
    seen("the form with what else fits");
    desk.dispatch("form-goals");
    seen("the goals picker");
    desk.dispatch("form-goals");
    desk.dispatch("finding-cancel");
    state.selected.clear();
    desk.dispatch("select-all");
    seen("several selected");
    desk.dispatch("many-goals");
    seen("the goals of several");
    desk.dispatch("many-goals");
    desk.dispatch("select-none");
    state.scratch = true;
    seen("a scratch dossier");
    state.scratch = false;
    state.tool = app::Tool::outline;
    seen("drawing");
    state.tool = app::Tool::select;
    desk.dispatch("undo");
    seen("a notice");
    desk.dispatch("notice-close");
    desk.dispatch("search");
    seen("an empty search");
    state.search->text = "de";
    seen("search");
    desk.dispatch("back");
    desk.dispatch("export");
    seen("the export");
    desk.dispatch("back");
    desk.dispatch("layer-browse");
    seen("the file browser");
    desk.dispatch("back");
    walk_services(bench, seen);
    desk.show_start();
    seen("the start screen");
    desk.dispatch("dossier-new");
    seen("a new dossier");
    desk.dispatch("back");
    desk.dispatch("back");
    state.asks_name = true;
    seen("the first start");
    state.asks_name = false;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const auto& line : lines) all += "\n    " + line;
    return all;
}

}  // namespace

TEST_CASE("No text is cut off or lies over another, in either language and with twice as large text", "[ui][text]") {
    const test::TemporaryFolder folder;
    const auto [width, height] = GENERATE(std::pair{1600, 1000}, std::pair{1280, 800}, std::pair{1024, 700});
    const auto [scale, theme] = GENERATE(std::pair{1.0, app::Theme::light}, std::pair{2.0, app::Theme::light},
                                         std::pair{2.0, app::Theme::sunlight});
    const auto language = GENERATE(base::Language::dutch, base::Language::english);
    Bench bench(test::new_dossier(folder), width, height);
    base::set_language(language);
    bench.state().settings.text_scale = scale;
    bench.state().settings.theme = theme;
    bench.face().keep_drawn(true);
    walk(bench, [&](const std::string& what) {
        INFO(what << " at " << width << "x" << height << ", " << scale << ", " << app::word_of(theme) << ", "
                  << base::code_of(language));
        const auto faults = test::unreadable_texts(bench.face());
        INFO(joined(faults));
        CHECK(faults.empty());
    });
    base::set_language(base::Language::english);
}

TEST_CASE("Every text is drawn in a colour that can be read on what lies below it, in every theme", "[ui][theme]") {
    const test::TemporaryFolder folder;
    const auto theme = GENERATE(app::Theme::light, app::Theme::dark, app::Theme::contrast, app::Theme::sunlight);
    Bench bench(test::new_dossier(folder), 1600, 1000);
    bench.state().settings.theme = theme;
    bench.face().keep_drawn(true);
    walk(bench, [&](const std::string& what) {
        INFO(what << " in theme " << app::word_of(theme));
        const auto faults = test::faint_texts(bench.face(), ui::tokens(theme).panel.rgb);
        INFO(joined(faults));
        CHECK(faults.empty());
        CHECK(bench.face().registry().drawn().size() > 5);
    });
}

TEST_CASE("Everything that is pressed is high enough for a finger, in every theme", "[ui][theme]") {
    const test::TemporaryFolder folder;
    const auto theme = GENERATE(app::Theme::light, app::Theme::sunlight);
    Bench bench(test::new_dossier(folder), 1600, 1000);
    bench.state().settings.theme = theme;
    const auto& tokens = ui::tokens(theme);
    walk(bench, [&](const std::string& what) {
        for (const auto& widget : bench.face().registry().all()) {
            if (!widget.focusable) continue;
            INFO(what << ": " << widget.name);
            CHECK(widget.rect.height() >= tokens.control_height * tokens.text_factor - 1);
        }
    });
}

TEST_CASE("A text that is shortened, leaves its panel or lies over another is found", "[ui][text]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.face().keep_drawn(true);
    bench.settle();
    CHECK(test::unreadable_texts(bench.face()).empty());
    bench.state().settings.left_width = 60;  // no setting allows this: a button's word has no room
    bench.settle();
    CHECK_FALSE(test::unreadable_texts(bench.face()).empty());
}
