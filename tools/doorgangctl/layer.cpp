// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "geo/base/files.hpp"
#include "geo/base/sources.hpp"
#include "geo/service/offer.hpp"
#include "geo/source/drawable.hpp"
#include "tools/doorgangctl/describe.hpp"
#include "tools/doorgangctl/reading.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace ctl {
namespace {

using nlohmann::ordered_json;

struct AddOptions {
    std::string dossier, source, layer, crs, name;
};
struct ListOptions {
    std::string dossier;
    bool json = false;
};
struct RemoveOptions {
    std::string dossier, id;
};

[[noreturn]] void refuse_without_crs(const AddOptions& options, const std::string& layer,
                                     const std::vector<geo::Crs>& plausible) {
    auto advice = plausible.empty()
                      ? base::text("Say which with --crs, for example --crs EPSG:28992.")
                      : base::text("The coordinates look like {crs} ({name}); say so with --crs {crs}.",
                                   {{"crs", plausible.front().code()}, {"name", plausible.front().name()}});
    throw base::Refusal({.code = "crs-missing",
                         .message = base::text("The source does not say in which CRS its coordinates are."),
                         .where = {.file = options.source, .layer = layer},
                         .advice = advice});
}

[[noreturn]] void refuse_without_choice(const geo::ServiceOffer& offer) {
    std::string names;
    for (const auto& layer : offer.layers) names += (names.empty() ? "" : ", ") + layer.name;
    throw base::Refusal({.code = "layer-choice",
                         .message = base::text("The service offers several layers."),
                         .where = {.file = offer.address.url},
                         .advice = base::text("Say which with --layer: {layers}.", {{"layers", names}})});
}

const geo::OfferedLayer& chosen_layer(const geo::ServiceOffer& offer, const std::string& named) {
    if (named.empty() && offer.layers.size() == 1) return offer.layers.front();
    const auto& wanted = named.empty() ? offer.wanted : named;
    for (const auto& layer : offer.layers)
        if (!wanted.empty() && layer.name == wanted) return layer;
    refuse_without_choice(offer);
}

/// The address of a service instead of a file.
int add_service(const AddOptions& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    geo::Door door({.folder = base::cache_folder() / "seen"});
    const auto offer = geo::look_at_service(options.source, door, {});
    const auto& layer = chosen_layer(offer, options.layer);
    ordered_json style = ordered_json::object();
    if (!layer.attribution.empty()) style["attribution"] = layer.attribution;
    const audit::AddLayer action{.path = offer.address.text(),
                                 .layer = layer.name,
                                 .crs = options.crs,
                                 .name = options.name.empty() ? layer.title : options.name,
                                 .at_bottom = geo::is_of_pictures(offer.address.kind),
                                 .style = style.empty() ? std::string() : style.dump()};
    return say_performed(dossier.perform(action));
}

int add(const AddOptions& options) {
    if (!geo::read_pasted(options.source).url.empty()) return add_service(options);
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    geo::SourceOptions wanted{options.layer, {}};
    if (!options.crs.empty()) wanted.crs = geo::Crs::parse(options.crs);
    auto report = geo::probe(options.source, wanted);
    std::vector<audit::DossierAction> actions;
    for (const auto& layer : geo::drawable_layers(report, report.problems)) {
        if (layer.crs_from == geo::CrsFrom::missing) refuse_without_crs(options, layer.name, layer.plausible);
        auto name = options.name.empty() ? geo::telling_name(options.source, layer.name) : options.name;
        actions.push_back(
            audit::AddLayer{.path = options.source, .layer = layer.name, .crs = options.crs, .name = name});
        report.problems.add(layer.problems);
    }
    for (const auto& raster : report.rasters) {
        if (raster.crs_from == geo::CrsFrom::missing && !raster.extent.is_empty())
            refuse_without_crs(options, raster.name, raster.plausible);
        auto name = options.name.empty() ? raster.name : options.name;
        if (!raster.extent.is_empty())
            actions.push_back(audit::AddLayer{
                .path = options.source, .layer = raster.name, .crs = options.crs, .name = name, .at_bottom = true});
        report.problems.add(raster.problems);
    }
    if (actions.empty())
        throw base::Refusal({.code = "source-empty",
                             .message = base::text("The source was opened, but there is no layer in it to show."),
                             .where = {.file = options.source}});
    for (const auto& performed : dossier.perform_together("layer-add", actions)) say_performed(performed);
    return say_remarks(report.problems);
}

bool is_missing(const audit::LayerSource& layer) {
    return !base::is_service(layer.path) && !std::filesystem::exists(layer.path);
}

ordered_json json_of(const std::vector<audit::LayerSource>& layers) {
    auto all = ordered_json::array();
    for (const auto& layer : layers)
        all.push_back({{"id", layer.uuid},
                       {"name", layer.name},
                       {"source", layer.path},
                       {"layer", layer.layer},
                       {"crs", layer.crs},
                       {"visible", layer.visible},
                       {"position", layer.position},
                       {"missing", is_missing(layer)}});
    return all;
}

void print(const std::vector<audit::LayerSource>& layers) {
    for (const auto& layer : layers)
        std::cout << layer.uuid << "  " << layer.name << "  " << layer.path
                  << (is_missing(layer) ? "  " + base::tr("(missing)") : "") << "\n";
}

int list(const ListOptions& options) {
    auto dossier = open_to_read(options.dossier);
    auto layers = dossier.layers();
    answer(
        options.json, [&] { return json_of(layers); }, [&] { print(layers); });
    return Exit::done;
}

int remove(const RemoveOptions& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    return say_performed(dossier.perform(audit::RemoveLayer{options.id}));
}

void add_adding(CLI::App& layer, Call& call) {
    auto options = std::make_shared<AddOptions>();
    auto* verb =
        layer.add_subcommand("add", base::tr("Show a source on the map; every layer of it unless --layer names one"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("SOURCE", options->source)->required();
    verb->add_option("--layer", options->layer);
    verb->add_option("--crs", options->crs, base::tr("CRS of the source where it does not say so itself"));
    verb->add_option("--name", options->name);
    on_call(*verb, call, options, add);
}

}  // namespace

void add_layer(CLI::App& app, Call& call) {
    auto* layer = app.add_subcommand("layer", base::tr("Map layers of a dossier"));
    layer->require_subcommand(1);
    layer->fallthrough();
    add_adding(*layer, call);

    auto list_options = std::make_shared<ListOptions>();
    auto* list_verb = layer->add_subcommand("list", base::tr("Which layers there are"));
    list_verb->add_option("DOSSIER", list_options->dossier)->required();
    list_verb->add_flag("--json", list_options->json);
    on_call(*list_verb, call, list_options, list);

    auto remove_options = std::make_shared<RemoveOptions>();
    auto* remove_verb = layer->add_subcommand("remove", base::tr("No longer show a layer; its file stays"));
    remove_verb->add_option("DOSSIER", remove_options->dossier)->required();
    remove_verb->add_option("LAYER-ID", remove_options->id)->required();
    on_call(*remove_verb, call, remove_options, remove);
}

}  // namespace ctl
