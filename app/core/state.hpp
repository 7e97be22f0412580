// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/browsing.hpp"
#include "app/core/crs_asking.hpp"
#include "app/core/dossier_history.hpp"
#include "app/core/draft.hpp"
#include "app/core/drawing.hpp"
#include "app/core/exporting.hpp"
#include "app/core/findings_list.hpp"
#include "app/core/page_layout.hpp"
#include "app/core/search.hpp"
#include "app/core/service_adding.hpp"
#include "app/core/settings.hpp"
#include "app/core/start.hpp"
#include "app/scene/camera.hpp"
#include "app/scene/clusters.hpp"
#include "audit/dossier/dossier.hpp"
#include "geo/base/jobs.hpp"
#include "geo/base/problem.hpp"
#include "geo/source/source.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

enum class Mode { inspect, review, follow };
/// What lies over a side of the window; at most one.
enum class Drawer { none, layers, remarks, jobs, history, settings, help };

/// Something to tell the person, with the technical text to fold out.
struct Notice {
    enum class Kind { done, refused, failed };
    Kind kind = Kind::done;
    base::Text message{};     ///< for `done`
    base::Problem problem{};  ///< for the others
    bool offers_undo = false;
    bool offers_remarks = false;  ///< more was said than this sentence
};

/// What lies under a place on the map, for the list that is offered when it is more than one thing.
struct UnderPointer {
    struct Thing {
        std::string finding{};  ///< uuid; empty: a feature of a layer
        std::string layer{};    ///< uuid of the layer
        std::int64_t fid = 0;
        std::shared_ptr<const geo::Shape> shape{};  ///< of the feature, in the dossier's CRS
        std::string text{};                         ///< what people read
    };
    geo::Point at;
    std::vector<Thing> things{};
    std::size_t left_out = 0;  ///< more than can be listed
};

/// What usually is wrong with what lies under a new finding, likeliest first.
struct Suggested {
    std::string draft{};                    ///< key of the form
    std::vector<std::string> categories{};  ///< ids
    bool unfolded = false;
};

/// The finding or cluster under the pointer; of no use any more when the map shows others.
struct HoveredMark {
    const MarkLayer* marks = nullptr;    ///< `item` is one of these, or
    const Clusters* clusters = nullptr;  ///< … one of these
    std::uint32_t item = 0;
};

/// A facility that somebody adds while filling in a form.
struct NewFacility {
    std::string name{}, kind{};
    bool saving = false;
};

/// Everything the window shows that is not stored in the dossier. A plain value; belongs to the main thread.
struct State {
    std::shared_ptr<const audit::Snapshot> snapshot{};  ///< nullptr until a dossier is open
    bool scratch = false;                               ///< the dossier is our own, in the data folder
    Mode mode = Mode::inspect;
    Settings settings{};  ///< kept between runs
    Drawer drawer = Drawer::none;
    bool goals_open = false;  ///< the goals picker lies over the form
    bool asks_name = false;   ///< first start

    bool start_open = false;                      ///< the start screen lies over everything
    std::shared_ptr<const StartFacts> start{};    ///< nullptr: still being looked for
    std::optional<NewDossierForm> new_dossier{};  ///< the form of a new dossier is open
    base::JobId demo_job = 0;                     ///< that makes the demo city
    std::optional<Browse> browse{};               ///< the file browser is open
    std::optional<ExportForm> export_form{};
    std::optional<ExportDone> export_done{};
    std::optional<PrintForm> print_form{};
    std::optional<PrintForm> print_last{};  ///< what was chosen for the picture before, in this dossier
    std::optional<ServiceForm> service_form{};
    std::optional<std::uintmax_t> seen_bytes{};  ///< kept of what servers sent; nothing: not counted yet
    base::JobId seen_asking = 0;
    std::optional<Search> search{};
    KnownPlaces places{};
    std::string goal{};                    ///< chosen in Follow
    std::set<std::string> folded_goals{};  ///< agendas and themes whose goals are not shown
    bool order_open = false;               ///< order and headings of the list are unfolded
    bool right_folded = false;             ///< the right panel was put away to see the map
    std::string right_of{};                ///< what it showed when it was last drawn
    bool edge_in_hand = false;             ///< a panel's width is being dragged: nothing is kept yet
    std::string person_typed{};            ///< in the settings

    Arrangement arrangement{};                     ///< of the list; its filter is also that of map and exports
    std::string selected{};                        ///< uuid of a finding
    std::vector<std::string> picked{};             ///< when several are selected: their uuids, `selected` among them
    std::uint64_t picks = 0;                       ///< grows whenever `picked` changes, which may be long
    std::optional<UnderPointer::Thing> feature{};  ///< selected feature of a layer
    std::optional<FindingDraft> draft{};           ///< the open form
    bool saving = false;                           ///< the open form is on its way into the dossier
    Suggested suggested{};                         ///< for the open form
    std::string duplicates_passed{};               ///< key of the form whose near-duplicates were seen and passed by
    std::vector<FindingDraft> left_drafts{};       ///< of an earlier run that ended badly, to be offered
    std::optional<FindingDraft> thrown_away{};     ///< the last of them that was, to bring it back
    std::string status_reason{};
    std::optional<NewFacility> new_facility{};   ///< being added for the open form
    std::string large_photo{};                   ///< the file that lies over everything
    std::string many_responsible{}, many_due{};  ///< typed for all that are selected
    bool whole_history = false;                  ///< not only the latest steps

    Tool tool = Tool::select;
    Drawing drawing{};

    Camera camera{};
    bool camera_stepped = false;  ///< it just moved by a step: the eye is led there
    bool map_has_keyboard = false;
    bool shift_held = false, ctrl_held = false;
    std::optional<geo::Point> pointer{};  ///< dossier's CRS, while the mouse is over the map
    std::optional<UnderPointer> under{};  ///< the offered list
    std::optional<Pixel> looked_at{};     ///< where and from where `under_text` was looked up
    Camera looked_from{};
    std::optional<HoveredMark> hovered{};
    std::string under_text{};  ///< what lies under pointer or cross-hair, for the bottom line

    std::optional<Notice> notice{};
    std::vector<base::Remark> noticed{};       ///< about what was recorded, or changed by another program; newest last
    geo::Crs shown_crs{};                      ///< positions are told in it; unknown: in the dossier's
    std::vector<CrsQuestion> crs_questions{};  ///< asked one after the other
    bool crs_for_all = true;                   ///< the answer is meant for all of them of the same file
    CrsSearch crs_search{};                    ///< for one that is not proposed
    std::vector<std::string> layer_order{};    ///< as it will be when the store has done what it was asked
    std::string layer_open{};                  ///< uuid of the one whose looks are unfolded
    std::string layer_to_find{};               ///< uuid of the one whose file is looked for
    int layer_moves = 0;                       ///< asked of the store and not answered yet
    std::string person{};
    std::vector<audit::HistoryEntry> history{};  ///< of the selected finding
    std::shared_ptr<const DossierHistory> dossier_history{};
    HistoryChoice history_choice{};
    std::string history_of{};      ///< uuid and generation the history belongs to
    std::string focus_wanted{};    ///< name of the widget that gets the keyboard next, or "form/first"
    geo::Attributes attributes{};  ///< of the selected feature
    std::string goal_search{};     ///< in the goals picker
    bool name_offered = false;     ///< the field of the first start had the keyboard once
    bool wants_quit = false;
    bool wants_fit = false;  ///< show everything as soon as its extent is known
};

/// A dialog has the keyboard: shortcuts wait.
inline bool dialog_is_open(const State& state) {
    return state.asks_name || state.start_open || state.browse || state.export_form || state.print_form ||
           state.export_done || state.service_form || state.search || state.new_dossier || !state.crs_questions.empty();
}

}  // namespace app
