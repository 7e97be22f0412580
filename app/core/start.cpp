// SPDX-License-Identifier: EUPL-1.2
#include "app/core/start.hpp"

#include "geo/crs/crs.hpp"

#include <algorithm>

namespace app {
namespace {

namespace fs = std::filesystem;

/// Only reads: a dossier that cannot be opened is offered all the same, opening it says what is wrong.
void look_into(OfferedDossier& offered, bool count_findings) {
    try {
        auto dossier = audit::Dossier::open(offered.path, {}, audit::Dossier::Access::read);
        offered.drafts = static_cast<std::int64_t>(dossier.drafts().size());
        if (count_findings) dossier.for_each_finding([&](const audit::Finding&) { ++offered.findings; });
    } catch (const base::Error&) {
        offered.drafts = 0;
    }
}

std::vector<fs::path> scratch_dossiers(const fs::path& data_folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(scratch_folder(data_folder), error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".gpkg") found.push_back(entry->path());
    std::sort(found.begin(), found.end());
    return found;
}

/// What people call them; what cannot be read is left out.
template <class LabelOf>
std::vector<OfferedSet> labelled(const std::vector<std::string>& ids, LabelOf label_of) {
    std::vector<OfferedSet> sets;
    for (const auto& id : ids) try {
            sets.push_back({id, label_of(id)});
        } catch (const base::Error&) {
            continue;
        }
    return sets;
}

void add_sets(StartFacts& facts) {
    const auto folder = audit::standard_catalogue_folder();
    const auto agendas = audit::agendas_in(folder), norms = audit::norms_in(folder);
    if (agendas.empty() || norms.empty()) return;
    const auto load = [&](const std::string& set, const std::string& agenda) {
        return audit::load_catalogue(audit::read_catalogue_files(folder, set, agenda)).value;
    };
    facts.agendas =
        labelled(agendas, [&](const std::string& id) { return load(norms.front(), id).agendas.at(0).label; });
    facts.norms = labelled(norms, [&](const std::string& id) { return load(id, agendas.front()).norms.label; });
}

}  // namespace

fs::path demo_dossier(const fs::path& data_folder) { return data_folder / "demo" / "dossier.gpkg"; }

StartFacts look_around(const std::vector<std::string>& recent, const fs::path& data_folder, const fs::path& open,
                       base::Progress progress) {
    StartFacts facts;
    std::error_code error;
    for (const auto& path : recent) {
        progress.report(0);
        OfferedDossier offered{.path = path, .there = fs::exists(path, error)};
        if (offered.there && offered.path != open) look_into(offered, false);
        facts.recent.push_back(offered);
        if (offered.drafts > 0) facts.recovered.push_back(offered);
    }
    for (const auto& path : scratch_dossiers(data_folder)) {
        progress.report(0);
        OfferedDossier offered{.path = path, .scratch = true};
        if (path != open) look_into(offered, true);
        if (offered.findings + offered.drafts > 0) facts.recovered.push_back(offered);
    }
    add_sets(facts);
    facts.aside = laid_aside(data_folder);
    facts.demo_is_there = fs::exists(demo_dossier(data_folder), error);
    return facts;
}

NewDossierView view_of(const NewDossierForm& form) {
    NewDossierView view;
    try {
        view.crs_name = geo::Crs::parse(form.crs).name();
    } catch (const base::Error&) {
        view.why_not = base::text("No coordinate system has this name. Type a code, for example EPSG:28992.");
    }
    if (form.folder.empty()) view.why_not = base::text("Choose the folder in which the dossier is to lie.");
    if (form.name.find_first_not_of(' ') == std::string::npos)
        view.why_not = base::text("Give the dossier a name, for example the name of the neighbourhood.");
    else if (form.name.find('/') != std::string::npos)
        view.why_not = base::text("A name has no slashes.");
    if (view.why_not) return view;
    view.path = fs::path(form.folder) / (form.name.ends_with(".gpkg") ? form.name : form.name + ".gpkg");
    return view;
}

}  // namespace app
