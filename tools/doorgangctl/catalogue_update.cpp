// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/changes.hpp"
#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/describe.hpp"
#include "tools/doorgangctl/table.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <iostream>

namespace ctl {
namespace {

struct Options {
    std::string dossier, folder, norms, agenda;
    bool dry_run = false;
};

void print(const std::vector<audit::CatalogueChange>& changes) {
    if (changes.empty()) return;
    constexpr std::size_t k_kind_width = 12, k_part_width = 14;
    Table table({{base::tr("What"), k_kind_width}, {base::tr("Part"), k_part_width}, {base::tr("Entry")}}, std::cout,
                line_width());
    for (const auto& change : changes) table.add({base::say(audit::label_of(change.kind)), change.part, change.id});
}

int run(const Options& options) {
    auto access = options.dry_run ? audit::Dossier::Access::read : audit::Dossier::Access::write;
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author(), access);
    auto folder = options.folder.empty() ? audit::standard_catalogue_folder() : std::filesystem::path(options.folder);
    auto norms = options.norms.empty() ? dossier.info().norms : options.norms;
    auto agenda = options.agenda.empty() ? dossier.info().agenda : options.agenda;
    audit::UpdateCatalogue update{audit::read_catalogue_files(folder, norms, agenda)};
    auto changes = audit::catalogue_changes(dossier.catalogue_files(), update.files);
    if (options.dry_run) {
        audit::load_whole_catalogue(update.files);
        print(changes);
        std::cout << base::tr("Only looked: nothing was changed.") << "\n";
        return Exit::done;
    }
    auto performed = dossier.perform(update);
    print(changes);
    return say_performed(performed);
}

}  // namespace

void add_catalogue_update(CLI::App& catalogue, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = catalogue.add_subcommand(
        "update", base::tr("Let a dossier judge by a newer catalogue; says what changes, and undo takes it back"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("--catalogue", options->folder, base::tr("Folder of a city's own catalogue; default: ours"));
    verb->add_option("--norms", options->norms, base::tr("Another set of norms than the dossier has"));
    verb->add_option("--agenda", options->agenda, base::tr("Another agenda than the dossier has"));
    verb->add_flag("--dry-run", options->dry_run, base::tr("Only say what would change"));
    on_call(*verb, call, options, run);
}

}  // namespace ctl
