// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"

#include "audit/catalogue/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace audit {
namespace {

constexpr std::array k_shared_files{"methods.json", "quantities.json", "criteria.json",
                                    "rules.json",   "categories.json", "treaty.json"};

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault))
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

void require_file(const std::filesystem::path& folder, const std::string& name) {
    if (std::filesystem::is_regular_file(folder / name)) return;
    throw base::Error({.code = "catalogue-file-missing",
                       .message = base::text("The catalogue in {folder} has no file “{name}”.",
                                             {{"folder", folder.string()}, {"name", name}}),
                       .where = {.file = (folder / name).string()},
                       .advice = base::text("Choose the folder of a whole catalogue.")});
}

/// Names come from the command line: one that is not offered never becomes a path.
void require_offered(const std::string& name, const std::vector<std::string>& offered, const base::Text& message) {
    if (std::find(offered.begin(), offered.end(), name) != offered.end()) return;
    throw base::Error(
        {.code = "catalogue-file-missing",
         .message = message,
         .advice = base::text("There is: {offered}.", {{"offered", fmt::format("{}", fmt::join(offered, ", "))}})});
}

}  // namespace

CatalogueFiles read_catalogue_files(const std::filesystem::path& folder, const std::string& norms,
                                    const std::string& agenda) {
    std::vector<std::string> wanted(k_shared_files.begin(), k_shared_files.end());
    for (const auto& name : wanted) require_file(folder, name);
    require_offered(norms, norms_in(folder), base::text("The catalogue has no norms “{name}”.", {{"name", norms}}));
    require_offered(agenda, agendas_in(folder),
                    base::text("The catalogue has no agenda “{name}”.", {{"name", agenda}}));
    wanted.push_back("norms/" + norms + ".json");
    wanted.push_back("agendas/" + agenda + ".json");
    CatalogueFiles files;
    for (const auto& name : wanted) files[name] = base::read_file(folder / name);
    return files;
}

std::filesystem::path standard_catalogue_folder() { return base::assets_folder() / "catalogue"; }

std::vector<std::string> agendas_in(const std::filesystem::path& folder) { return names_in(folder / "agendas"); }
std::vector<std::string> norms_in(const std::filesystem::path& folder) { return names_in(folder / "norms"); }

}  // namespace audit
