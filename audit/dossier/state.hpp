// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"
#include "audit/dossier/edit.hpp"

#include <map>
#include <memory>
#include <string>

namespace audit {

/// What the parts of an open dossier share. Only inside this room.
struct DossierState {
    DossierState(const std::filesystem::path& path, Connection::Mode mode, Author author_)
        : connection(path, mode), author(std::move(author_)) {}

    Connection connection;
    Author author;
    Dossier::Access access = Dossier::Access::write;
    DossierInfo info;
    geo::Box
        area_of_use{};  ///< of the dossier's CRS, in its own coordinates; asking PROJ for every finding would be slow
    int srs_id = 0;
    std::string device;  ///< this machine's chain; empty until the first write
    std::filesystem::path media_folder;
    std::shared_ptr<const Catalogue> catalogue;
    base::Problems catalogue_remarks{};
    std::string catalogue_in_use{};  ///< see read_catalogue_use()

    std::shared_ptr<const Snapshot> last;   ///< what snapshot() gave last
    std::int64_t last_data_version = 0;     ///< of that moment
    std::set<std::string> changed_since{};  ///< findings we changed after it
    bool rest_changed = false;              ///< layers or facilities

    std::optional<std::int64_t> compared_version{};  ///< data version when rows and journal were last compared
    base::Problems noticed{};                        ///< edits of other programs that were taken in and not told yet

    /// After a commit, so that the next snapshot shows it.
    void remember(const Edit& edit);
};

/// Makes the file of a new dossier at `path`; its name will be `final_path`. @pre nothing is at `path`
void write_new_dossier(const std::filesystem::path& path, const std::filesystem::path& final_path,
                       const NewDossier& options, const Author& author);

/// Takes over the catalogue that counts now, when it is another than `state` has. @returns whether it was
bool refresh_catalogue(DossierState& state);

std::string setting(Connection& connection, const std::string& key);
void set_setting(Connection& connection, const std::string& key, const std::string& value);

/// This machine's chain in this copy of the dossier; begins one when there is none. Call inside a transaction.
std::string own_chain(DossierState& state);

/// The chain there is already, "" when this machine has not written in this copy.
std::string find_own_chain(DossierState& state);

/// Photos of the actions, already in the media folder, by the path they came from.
using PhotosByPath = std::map<std::filesystem::path, Photo>;
/// Carries out one action (no undo or redo) inside `edit`. @throws base::Refusal
Performed apply(DossierState& state, Edit& edit, const DossierAction& action, const PhotosByPath& photos);

std::shared_ptr<const Snapshot> read_snapshot(DossierState& state, base::Progress progress);
void read_findings(Connection& connection, const std::function<void(Finding&&)>& use, base::Progress progress);
/// One finding by uuid, or nothing.
std::shared_ptr<const Finding> read_finding(Connection& connection, const std::string& uuid);
/// Those whose box meets `box`, in the dossier's CRS, ordered by uuid; in the time that the few take.
std::vector<std::shared_ptr<const Finding>> read_findings_in(Connection& connection, const geo::Box& box);
std::vector<LayerSource> read_layers(DossierState& state);
std::vector<Facility> read_facilities(Connection& connection);

base::Problems copy_state(DossierState& from, const std::filesystem::path& to, base::Progress progress);

HistoryEntry history_entry(const JournalEntry& entry);
/// See Dossier::history().
std::vector<HistoryEntry> read_recent_history(Connection& connection, std::int64_t entries);
std::vector<HistoryEntry> read_history(Connection& connection, const std::string& uuid);

/// Where a registered photo lies: always in this dossier's media folder, whatever the register says.
std::filesystem::path photo_file(const DossierState& state, const std::string& registered);

CheckReport check_dossier(DossierState& state, base::Progress progress);

}  // namespace audit
