// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/catalogue.hpp"
#include "audit/catalogue/entry.hpp"

namespace audit {
namespace {

using detail::File;

[[noreturn]] void refuse_missing(const std::string& name) {
    throw base::Error({.code = "catalogue-file-missing",
                       .message = base::text("The catalogue has no file “{name}”.", {{"name", name}}),
                       .where = {.file = name},
                       .advice = base::text("Choose the folder of a whole catalogue.")});
}

File open_shared(const CatalogueFiles& files, const std::string& name) {
    auto found = files.find(name);
    if (found == files.end()) refuse_missing(name);
    return detail::open_file(name, found->second);
}

/// The one file of `folder` ("norms/", "agendas/"): which one was chosen when the files were read.
File open_chosen(const CatalogueFiles& files, const std::string& folder) {
    auto found = files.lower_bound(folder);
    if (found == files.end() || !found->first.starts_with(folder)) refuse_missing(folder + "*.json");
    return detail::open_file(found->first, found->second);
}

void remark_other_version(detail::Loading& loading, const File& file) {
    const auto& own = loading.catalogue.version;
    if (file.version == own) return;
    loading.problems.add(
        {.code = "catalogue-version-mixed",
         .message = base::text("The file is of version {found}, the criteria are of version {expected}.",
                               {{"found", file.version}, {"expected", own}}),
         .where = {.file = file.name},
         .advice = base::text("Take all files from one version of the catalogue.")});
}

}  // namespace

base::Loaded<Catalogue> load_catalogue(const CatalogueFiles& files) {
    detail::Loading loading;
    auto criteria = open_shared(files, "criteria.json");
    loading.catalogue.version = criteria.version;
    auto shared = [&](const std::string& name, void (*load)(detail::Loading&, const File&)) {
        auto file = open_shared(files, name);
        remark_other_version(loading, file);
        load(loading, file);
    };
    shared("methods.json", detail::load_methods);
    shared("quantities.json", detail::load_quantities);
    detail::load_criteria(loading, criteria);
    shared("rules.json", detail::load_rules);
    detail::load_norms(loading, open_chosen(files, "norms/"));
    shared("treaty.json", detail::load_treaty);
    shared("categories.json", detail::load_categories);
    detail::load_agenda(loading, open_chosen(files, "agendas/"));
    return {std::move(loading.catalogue), std::move(loading.problems)};
}

}  // namespace audit
