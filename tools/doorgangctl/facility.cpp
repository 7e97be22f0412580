// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "geo/geometry/wkb.hpp"
#include "tools/doorgangctl/describe.hpp"
#include "tools/doorgangctl/place.hpp"
#include "tools/doorgangctl/reading.hpp"
#include "tools/doorgangctl/table.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace ctl {
namespace {

using nlohmann::ordered_json;

struct AddOptions {
    std::string dossier;
    PlaceOptions place;
    audit::AddFacility facility{};
};
struct ListOptions {
    std::string dossier;
    bool json = false;
};

int add(const AddOptions& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    auto facility = options.facility;
    if (auto shape = parse_place(options.place, dossier.info().crs)) facility.shape = *shape;
    return say_performed(dossier.perform(facility));
}

ordered_json json_of(const audit::Facility& facility) {
    auto wkt = facility.shape.is_empty() ? ordered_json() : ordered_json(geo::wkt_of(facility.shape));
    return {{"uuid", facility.uuid},       {"name", facility.name},         {"kind", facility.kind},
            {"address", facility.address}, {"district", facility.district}, {"wkt", wkt},
            {"created", facility.created}, {"changed", facility.changed}};
}

ordered_json json_of(const std::vector<audit::Facility>& facilities) {
    auto all = ordered_json::array();
    for (const auto& facility : facilities) all.push_back(json_of(facility));
    return all;
}

void print(const std::vector<audit::Facility>& facilities) {
    constexpr std::size_t k_uuid_width = 36, k_name_width = 30, k_kind_width = 20;
    Table table({{"UUID", k_uuid_width},
                 {base::tr("Name"), k_name_width},
                 {base::tr("Kind"), k_kind_width},
                 {base::tr("Address")}},
                std::cout, line_width());
    for (const auto& f : facilities) table.add({f.uuid, f.name, f.kind, f.address});
}

int list(const ListOptions& options) {
    auto dossier = open_to_read(options.dossier);
    auto facilities = dossier.facilities();
    answer(
        options.json, [&] { return json_of(facilities); }, [&] { print(facilities); });
    return Exit::done;
}

void add_adding(CLI::App& facility, Call& call) {
    auto options = std::make_shared<AddOptions>();
    auto* verb = facility.add_subcommand("add", base::tr("Add a sports hall, town hall, … that findings belong to"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("--name", options->facility.name, base::tr("What people call it"))->required();
    verb->add_option("--kind", options->facility.kind, base::tr("What it is, for example sporthal"));
    verb->add_option("--address", options->facility.address);
    verb->add_option("--district", options->facility.district);
    add_place(*verb, options->place);
    on_call(*verb, call, options, add);
}

}  // namespace

void add_facility(CLI::App& app, Call& call) {
    auto* facility = app.add_subcommand("facility", base::tr("Facilities that findings belong to"));
    facility->require_subcommand(1);
    facility->fallthrough();
    add_adding(*facility, call);

    auto options = std::make_shared<ListOptions>();
    auto* verb = facility->add_subcommand("list", base::tr("Which facilities there are"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_flag("--json", options->json);
    on_call(*verb, call, options, list);
}

}  // namespace ctl
