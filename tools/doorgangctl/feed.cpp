// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/feed.hpp"

#include "tools/doorgangctl/verbs.hpp"

#include <iostream>

namespace ctl {

void add_where(CLI::App& verb, std::string& where) {
    verb.add_option("--where", where, base::tr("Only these findings, for example: status:open severity:blocking"))
        ->type_name("FILTER")
        ->check([](const std::string& text) -> std::string {
            try {
                audit::parse_filter(text);
                return {};
            } catch (const base::Error& error) {
                return base::say(error.problem());
            }
        });
}

int say_unknown(const audit::Filter& filter, const audit::Catalogue& catalogue) {
    auto problems = audit::unknown_in(filter, catalogue);
    for (const auto& problem : problems) std::cerr << base::say(problem) << "\n";
    return problems.empty() ? Exit::done : Exit::done_with_remarks;
}

audit::FindingFeed feed_of(audit::Dossier& dossier) {
    std::vector<std::filesystem::path> sources;
    for (const auto& layer : dossier.layers()) sources.emplace_back(layer.path);
    return {.crs = dossier.info().crs,
            .catalogue = dossier.catalogue(),
            .for_each =
                [&dossier](const std::function<void(const audit::Finding&)>& use) { dossier.for_each_finding(use); },
            .dossier = dossier.info().path,
            .sources = std::move(sources)};
}

}  // namespace ctl
