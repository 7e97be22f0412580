// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/actions.hpp"
#include "app/core/cluster_feed.hpp"
#include "app/core/heat_feed.hpp"
#include "app/core/label_feed.hpp"
#include "app/core/layers.hpp"
#include "app/core/photos.hpp"
#include "app/core/printing.hpp"
#include "app/core/state.hpp"
#include "app/core/store.hpp"
#include "app/core/view_models.hpp"
#include "app/core/work.hpp"
#include "geo/base/files.hpp"
#include "geo/base/jobs.hpp"
#include "geo/crs/transform.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct FoundLayers;

struct DeskOptions {
    audit::Author author{};
    std::function<void()> wake{};                           ///< ends the event loop's sleep, from any thread
    std::function<void(const std::string&)> keep_person{};  ///< remembers who works here
    Settings settings{};                                    ///< as they were kept
    std::function<void(const Settings&)> keep_settings{};   ///< remembers them; called on a worker
    std::filesystem::path data_folder = base::data_folder();
    std::filesystem::path cache_folder = base::cache_folder();
    /// Says how old answers of servers are and when one is asked again; not the clock of what is recorded.
    base::Clock server_clock = base::system_clock();
    unsigned workers = 2;
    FirstLooks first_looks{};
    bool is_calm = true;                            ///< false: whoever draws says when
    std::function<LetterWidths()> letter_widths{};  ///< of the map's typeface; without it the map has no names
    /// Says why conversions between coordinate systems cannot be trusted here; asked once, at the start.
    std::function<std::optional<base::Problem>()> check_projection = geo::check_known_point;
};

/// State, the threads that work for it, and the one entrance to change anything: dispatch(). Belongs to the main
/// thread.
class Desk {
public:
    explicit Desk(DeskOptions options);

    State& state() { return state_; }
    const State& state() const { return state_; }
    const Layers& layers() const { return layers_; }
    Layers& layers() { return layers_; }
    Store& store() { return store_; }
    base::Jobs& jobs() { return jobs_; }
    Photos& photos() { return photos_; }
    const LabelFeed& labels() const { return labels_; }
    /// Small things that somebody waits for (a folder, a search), on a worker of their own: no layer that is being read
    /// holds them up. They are not shown.
    base::Jobs& errands() { return errands_; }
    const std::filesystem::path& data_folder() const { return options_.data_folder; }
    const base::Clock& clock() const { return options_.author.clock; }
    /// View models of the state as it is now.
    ViewModels& views() { return views_; }

    /// Carries out what arrived from other threads. @returns whether anything did
    bool tick();
    /// Does it, or shows why not. Nothing leaves this boundary.
    void dispatch(std::string_view action, const std::string& argument = {});

    /// @param sources become layers of it, unless they are already
    void open(const std::filesystem::path& dossier, const std::vector<std::filesystem::path>& sources = {});
    /// @param superseded a scratch dossier that is removed once this one is open; may be empty
    void open_instead(const std::filesystem::path& dossier, const std::filesystem::path& superseded);
    /// Makes the dossier and opens it. A file that is there is refused.
    void open_new(const std::filesystem::path& dossier, const audit::NewDossier& options);
    /// Asks for the history of the dossier, unless what is there is of its state now; it comes with a later tick.
    void follow_history();
    /// Shows the start screen and looks anew what there is to open.
    void show_start();
    /// Our own dossier in the data folder, one for each set of sources, with these sources as layers.
    void open_scratch(const std::vector<std::filesystem::path>& sources);
    /// Looks what the source holds and adds every layer with geometry. @param crs what the person says it is in, or
    /// empty
    base::JobId add_layers(const std::filesystem::path& source, const std::string& layer, const std::string& crs,
                           const std::string& name);
    void perform(audit::DossierAction action, std::function<void(const audit::Performed&)> done = {},
                 std::function<void()> failed = {});
    /// Several as one undo step named `command`; `message` is told when they are done.
    void perform_many(std::string command, std::vector<audit::DossierAction> actions, base::Text message,
                      std::function<void()> done = {});
    /// Without a message: for what can be seen at once.
    void perform_quietly(audit::DossierAction action);
    /// The open form changed: keeps it in the dossier.
    void keep_draft();
    /// Begins to make a picture of the map for paper; whoever can draw asks for printing(). One at a time.
    void print(const PrintForm& form, const std::filesystem::path& file);
    /// nullptr while there is none.
    PrintRun* printing() { return printing_.get(); }
    void end_printing() { printing_.reset(); }
    /// Something is being done that is shown with its progress.
    bool is_busy() const {
        return printing_ || !jobs_.idle() || !service_jobs_.idle() || !later_jobs_.idle() || store_.intake();
    }
    /// This job waits, runs or has not been delivered yet.
    bool is_at_work(base::JobId job) const;
    /// Until tick() has something to do though nothing happens; nothing when there is no such time.
    std::optional<double> seconds_until_due() const;
    geo::Door& door() { return *door_; }
    /// For what asks a server: it may take long, and holds up nothing else.
    base::Jobs& service_jobs() { return service_jobs_; }
    /// What that is, in the order of beginning.
    std::vector<Work> work() const;
    /// Cancels a job; a layer that it was loading says so.
    void stop_job(base::JobId job);
    void say_failed(const base::Problem& problem, bool refused = false);
    /// How often something was refused or went wrong, for scripts that must notice.
    std::uint64_t failures() const { return failures_; }
    void set_person(const std::string& person);
    /// Who works here, for another connection to a dossier.
    audit::Author author() const;
    std::string new_id() { return options_.author.ids(); }

    /// Whether the map shows all it is to show. Until then nothing is done that nobody waits for.
    void be_calm(bool calm);
    /// Nothing is loading, storing or on its way.
    bool idle() const { return !printing_ && rests(); }
    /// Nor is anything read for what may be looked at next, or to make a guess certain.
    bool at_rest() const { return idle() && ahead_jobs_.idle() && later_jobs_.idle(); }

private:
    bool rests() const {
        return store_.idle() && jobs_.idle() && service_jobs_.idle() && errands_.idle() && listing_jobs_.idle() &&
               view_jobs_.idle();
    }
    /// @returns whether it went well; what leaves it was told to the person
    bool guarded(const std::function<void()>& work);
    void take(std::shared_ptr<const audit::Snapshot> snapshot);
    void say_noticed(const base::Problems& remarks, bool offers_undo);
    base::JobId look_at(const std::filesystem::path& path, const std::string& layer, const std::string& crs,
                        std::function<void(const FoundLayers&)> take);
    void take_found(const std::filesystem::path& path, const std::string& crs, const std::string& name,
                    const FoundLayers& found);
    std::string dossier_uuid() const;  ///< empty when none is open
    void opened(const std::filesystem::path& dossier, bool scratch, const std::map<std::string, std::string>& drafts);
    void go_on_without_it();
    void keep_changed_settings();
    void keep_form_of_gone_finding();
    void check_projection();
    void look_at_layers();
    void let_sources_go();
    void fit_when_wanted();
    void look_at_map();

    DeskOptions options_;
    State state_;
    base::MainQueue queue_;
    std::shared_ptr<geo::Door> door_;
    base::Jobs jobs_, service_jobs_, errands_, listing_jobs_, view_jobs_, ahead_jobs_, later_jobs_;
    Settings kept_settings_;
    Layers layers_;
    LabelFeed labels_;
    ClusterFeed clusters_;
    HeatFeed heats_;
    ListingFeed listings_;
    ViewModels views_;
    Photos photos_;
    Store store_;
    std::unique_ptr<PrintRun> printing_{};
    bool is_calm_ = options_.is_calm;
    std::optional<std::chrono::steady_clock::time_point> sources_go_{};  ///< when those are closed that were read
    std::uint64_t failures_ = 0;
    std::uint64_t fitted_for_ = 0;  ///< generation of layers that the map was last fitted to
};

}  // namespace app
