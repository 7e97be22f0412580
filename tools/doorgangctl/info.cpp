// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/describe.hpp"
#include "tools/doorgangctl/reading.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace ctl {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::string dossier;
    bool json = false;
};

ordered_json facts_of(audit::Dossier& dossier) {
    const auto& info = dossier.info();
    std::int64_t findings = 0, photos = 0, measurements = 0;
    ordered_json by_status = ordered_json::object();
    for (auto status : audit::k_statuses) by_status[std::string(audit::word_of(status))] = 0;
    dossier.for_each_finding([&](const audit::Finding& finding) {
        ++findings;
        photos += static_cast<std::int64_t>(finding.photos.size());
        measurements += static_cast<std::int64_t>(finding.measurements.size());
        auto& count = by_status[std::string(audit::word_of(finding.status))];
        count = count.get<int>() + 1;
    });
    return {{"file", info.path},
            {"uuid", info.uuid},
            {"crs", info.crs.code()},
            {"crs_name", info.crs.name()},
            {"agenda", info.agenda},
            {"norms", info.norms},
            {"catalogue_version", dossier.catalogue()->version},
            {"created", info.created},
            {"findings", findings},
            {"status", by_status},
            {"measurements", measurements},
            {"photos", photos},
            {"layers", dossier.layers().size()}};
}

void print(const audit::Dossier& dossier, const ordered_json& facts) {
    auto line = [](const std::string& label, const std::string& value) { std::cout << label << ": " << value << "\n"; };
    auto number = [&](const char* key) { return std::to_string(facts[key].get<std::int64_t>()); };
    line(base::tr("Dossier"), dossier.info().path);
    line(base::tr("Coordinates"), dossier.info().crs.name() + " (" + dossier.info().crs.code() + ")");
    line(base::tr("Agenda"), dossier.info().agenda);
    line(base::tr("Norms"), dossier.info().norms);
    line(base::tr("Findings"), number("findings"));
    for (auto status : audit::k_statuses)
        line("  " + base::say(audit::label_of(status)),
             std::to_string(facts["status"][std::string(audit::word_of(status))].get<int>()));
    line(base::tr("Measurements"), number("measurements"));
    line(base::tr("Photos"), number("photos"));
    line(base::tr("Map layers"), number("layers"));
}

int run(const Options& options) {
    auto dossier = open_to_read(options.dossier);
    auto facts = facts_of(dossier);
    answer(
        options.json, [&] { return facts; }, [&] { print(dossier, facts); });
    return say_remarks(dossier.catalogue_remarks());
}

}  // namespace

void add_info(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("info", base::tr("What is in a dossier"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_flag("--json", options->json);
    on_call(*verb, call, options, run);
}

}  // namespace ctl
