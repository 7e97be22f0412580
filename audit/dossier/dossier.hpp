// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/actions.hpp"
#include "audit/dossier/snapshot.hpp"
#include "geo/base/ids.hpp"
#include "geo/base/progress.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace audit {

/// Number of the file in its file system, as text; "" where there is none.
std::string identity_of_file(const std::filesystem::path& path);

/// Who works here, on which machine, with which clock and ids. Injected, so that tests are the same every time.
struct Author {
    std::string person;   ///< shown in history; may be empty until the first start asked for it
    std::string machine;  ///< uuid of this device, made once (see identity.hpp)
    base::Clock clock = base::system_clock();
    base::Ids ids = base::time_ordered_ids(base::system_clock());
    /// 32 random hex digits for each journal entry, see journal.hpp.
    std::function<std::string()> salt = [] { return base::random_hex(16); };
    /// What tells a file from its copy on this machine (the inode): a copy made by a file manager then gets a journal
    /// chain of its own. May return "" where the same bytes must come out every time.
    std::function<std::string(const std::filesystem::path&)> file_identity = identity_of_file;
};

struct NewDossier {
    geo::Crs crs = geo::rd_new();
    std::string agenda = "leiden", norms = "crow";
    std::filesystem::path catalogue{};  ///< empty: our own
};

/// What an action did. `uuid` is the finding or layer it was about.
struct Performed {
    std::string uuid;
    base::Text message;
    base::Problems remarks{};
};

/// One entry of the journal, with its patch unless that was blanked.
struct HistoryEntry {
    std::string device;  ///< the chain: one per machine and copy of the dossier
    std::int64_t seq = 0;
    std::string time, person, command, table, row;
    std::vector<std::tuple<std::string, std::string, std::string>>
        changes{};  ///< field, old and new value as JSON text
    bool outside = false;
};

/// Result of check(): every problem found, empty when all is well.
struct CheckReport {
    std::int64_t findings = 0, journal_entries = 0, photos = 0;
    base::Problems problems{};
};

/// The one file a user works in. Every perform() is one transaction, one undo step and one journal action, committed
/// to the disk when it returns. Belongs to one thread; several programs may have the same dossier open and wait for
/// each other.
class Dossier {
public:
    /// @throws base::Refusal when the file exists; base::Error when it cannot be made
    static Dossier create(const std::filesystem::path& path, const NewDossier& options, Author author);
    enum class Access { read, write };
    /// @throws base::Error when it is no dossier, broken, or of a newer layout
    static Dossier open(const std::filesystem::path& path, Author author, Access access = Access::write);
    Dossier(Dossier&&) noexcept;
    Dossier& operator=(Dossier&&) noexcept;
    ~Dossier();

    /// Whether the file is a dossier of ours, of whatever layout. Leaves the file and its folder as they are.
    static bool is_one(const std::filesystem::path& path);

    /// Who records from now on.
    void set_person(const std::string& person);
    const DossierInfo& info() const;
    const std::shared_ptr<const Catalogue>& catalogue() const;

    /// The files behind it.
    CatalogueFiles catalogue_files();

    /// Entries of the dossier's own catalogue that could not be used.
    const base::Problems& catalogue_remarks() const;

    /// Whether another program may have changed the file since Doorgang last wrote in it. Cheap, never waits: for
    /// asking again and again.
    bool changed_outside();
    /// Takes into the journal what other programs changed, as one action that undo takes back. perform() and drafts do
    /// so first, by themselves. @returns what a person should hear of it that was not told yet; empty when there was
    /// nothing, or the file may not be written
    base::Problems take_in_outside_edits(base::Progress progress = {});

    /// Edits of other programs that were noticed are among the remarks.
    /// @throws base::Refusal with the reason why the action is not allowed now, for undo also when edits of another
    /// program were noticed that nobody saw yet; base::Error when it could not be stored (then nothing changed)
    Performed perform(const DossierAction& action);
    /// Several as one: one transaction, one undo step named `command`.
    std::vector<Performed> perform_together(const std::string& command, const std::vector<DossierAction>& actions);

    /// The state now. Findings that did not change since the last call are the same objects.
    std::shared_ptr<const Snapshot> snapshot(base::Progress progress = {});
    /// Every finding in the order of uuid, one at a time, in bounded memory. The reference is good during the call.
    void for_each_finding(const std::function<void(const Finding&)>& use, base::Progress progress = {});
    /// One of them, or nullptr.
    std::shared_ptr<const Finding> finding(const std::string& uuid);
    /// Those whose box meets `box`, in the dossier's CRS. Fast however many others there are.
    std::vector<std::shared_ptr<const Finding>> findings_in(const geo::Box& box);
    std::vector<LayerSource> layers();
    std::vector<Facility> facilities();

    /// Oldest first; of one row (a finding's uuid: with its measurements, links and photos) or of everything.
    std::vector<HistoryEntry> history(const std::string& uuid = {});
    /// The last `entries` of everything, oldest first: bounded, however long the journal is.
    std::vector<HistoryEntry> recent_history(std::int64_t entries);
    CheckReport check(base::Progress progress = {});

    /// The dossier with its photos, whole or not at all; the copy has its own journal chain from then on.
    /// @returns remarks about photos that are missing. @throws base::Refusal when `to` exists, base::Cancelled
    base::Problems copy_to(const std::filesystem::path& to, base::Progress progress = {});

    /// A form being filled in: not journaled, not exported, survives a crash.
    void save_draft(const std::string& key, const std::string& json);
    std::map<std::string, std::string> drafts();
    void drop_draft(const std::string& key);

private:
    struct Pimpl;
    explicit Dossier(std::unique_ptr<Pimpl> pimpl);
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace audit
