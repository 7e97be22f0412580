// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/scratch.hpp"
#include "audit/dossier/dossier.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A dossier that the start screen offers.
struct OfferedDossier {
    std::filesystem::path path;
    bool there = true;
    std::int64_t drafts = 0;    ///< forms that were being filled in when a run ended
    std::int64_t findings = 0;  ///< counted for work without a dossier of its own only
    bool scratch = false;       ///< such work
};

/// An agenda or a set of norms.
struct OfferedSet {
    std::string id{};
    audit::Label label{};
};

/// What the start screen knows of the disk.
struct StartFacts {
    std::vector<OfferedDossier> recent{};     ///< in the order of the settings
    std::vector<OfferedDossier> recovered{};  ///< scratch dossiers that hold work, and recent ones with unsaved forms
    std::vector<OfferedSet> agendas{}, norms{};    ///< that a new dossier can have
    std::optional<std::filesystem::path> aside{};  ///< what was thrown away last
    bool demo_is_there = false;
};

/// Asks the disk, which may take long: belongs on a worker. @param open the dossier that is open now: it is no
/// recovered work @throws base::Cancelled
StartFacts look_around(const std::vector<std::string>& recent, const std::filesystem::path& data_folder,
                       const std::filesystem::path& open, base::Progress progress);

/// Where the demo city lies in the data folder.
std::filesystem::path demo_dossier(const std::filesystem::path& data_folder);

/// The form of a new dossier, as it is typed.
struct NewDossierForm {
    std::string name, folder, crs = "EPSG:28992", agenda = "leiden", norms = "crow";

    bool operator==(const NewDossierForm&) const = default;
};

/// What the form comes to.
struct NewDossierView {
    std::filesystem::path path{};  ///< of the file; empty while something is missing
    std::string crs_name{};        ///< "Amersfoort / RD New"; empty when nobody knows it
    std::optional<base::Text> why_not{};
};
/// Asks PROJ for the CRS, not the disk.
NewDossierView view_of(const NewDossierForm& form);

}  // namespace app
