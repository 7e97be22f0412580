// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"
#include "geo/base/main_queue.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace app {

/// The one thread that owns the open dossier. Everything is asked here and answered on the main thread, through the
/// main queue and in the order of asking; nobody waits. What goes wrong arrives as a problem. What was asked of one
/// dossier is neither done to nor answered into the next one.
class Store {
public:
    using Failed = std::function<void(const base::Problem&, bool refused)>;
    using Noticed = std::function<void(const base::Problems&)>;
    using NewSnapshot = std::function<void(std::shared_ptr<const audit::Snapshot>)>;

    /// @param changed called on the main thread with the state after each change, also by other programs
    /// @param noticed called on the main thread when edits of another program were taken in
    Store(base::MainQueue& queue, audit::Author author, NewSnapshot changed, Failed failed, Noticed noticed);
    /// Does what was asked before, then closes the dossier.
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Leaves the dossier that was open, unless this one cannot be opened.
    /// @param make_new how to make it when the file is not there @param must_be_new refuses a file that is there
    /// @param opened on the main thread, after the first snapshot @param failed the dossier that was open still is
    void open(std::filesystem::path path, std::optional<audit::NewDossier> make_new,
              std::function<void(std::map<std::string, std::string> drafts)> opened, bool must_be_new = false,
              std::function<void()> failed = {});
    /// All or nothing, one undo step. @param done on the main thread, after the new snapshot arrived
    /// @param failed on the main thread, after the problem was told: nothing was changed
    void perform(std::string command, std::vector<audit::DossierAction> actions,
                 std::function<void(const std::vector<audit::Performed>&)> done = {},
                 std::function<void()> failed = {});
    /// Takes the place of an earlier one of the same key that still waits: each key typed asks for this.
    void save_draft(std::string key, std::string json);
    void drop_draft(std::string key);
    void ask_history(std::string uuid, std::function<void(std::vector<audit::HistoryEntry>)> answer);
    /// The last `entries` of the whole dossier, oldest first.
    void ask_recent_history(std::int64_t entries, std::function<void(std::vector<audit::HistoryEntry>)> answer);
    /// Who records from now on.
    void set_person(std::string person);

    /// How far the taking in of what another program changed is, 0 to 1; nothing when none is under way. From every
    /// thread.
    std::optional<double> intake() const;

    /// Nothing is asked that has not been answered.
    bool idle() const { return open_requests_.load() == 0; }

private:
    using Work = std::function<std::function<void()>()>;

    struct Request {
        Work work{};
        std::function<void()> failed{};
        std::string draft_key{};      ///< when it only saves a draft
        std::uint64_t meant_for = 0;  ///< the dossier that was shown when it was asked; 0: any
        bool quiet = false;           ///< nobody misses it when that dossier is left
    };

    struct Answer {
        std::function<void()> use{};  ///< of what was done, or of what failed
        std::optional<base::Problem> problem{};
        bool refused = false;
    };

    /// @param bound only for the dossier that is shown now
    void ask(Request request, bool bound = true);
    bool replace_waiting_draft(Request& request);
    void serve();
    Answer guarded(const Request& request);
    using Opened = std::function<void(std::map<std::string, std::string>)>;
    std::function<void()> answer_opened(audit::Dossier dossier, const Opened& opened);
    audit::Dossier& open_dossier();
    void post_snapshot();
    void look_outside();
    void take_in_outside_edits();
    std::optional<base::Problem> try_to_post_snapshot();

    base::MainQueue& queue_;
    audit::Author author_;  ///< store thread only
    NewSnapshot changed_;
    Failed failed_;
    Noticed noticed_;
    std::shared_ptr<const audit::Snapshot> posted_;  ///< store thread only
    std::unique_ptr<audit::Dossier> dossier_;        ///< store thread only
    std::uint64_t served_ = 0;                       ///< which of the dossiers opened so far that is; store thread only
    std::uint64_t shown_ = 0;                        ///< whose snapshots the main thread has; main thread only
    std::atomic<int> open_requests_{0};
    std::atomic<bool> takes_in_{false};
    const std::shared_ptr<base::ProgressState> intake_ = std::make_shared<base::ProgressState>();
    std::mutex mutex_;
    std::condition_variable work_came_;
    std::deque<Request> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace app
