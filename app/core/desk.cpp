// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"

#include "app/core/kept_overviews.hpp"
#include "app/core/layer_adding.hpp"
#include "app/core/scratch.hpp"
#include "geo/base/files.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace app {
namespace {

base::Problem unexpected(const std::string& detail) {
    base::Problem problem{.code = "unexpected", .message = base::text("Something went wrong in the program itself.")};
    problem.advice = base::text("What you recorded is safe. Report it with the technical text.");
    problem.detail = detail;
    return problem;
}

}  // namespace

Desk::Desk(DeskOptions options)
    : options_(std::move(options)),
      queue_(options_.wake),
      door_(std::make_shared<geo::Door>(
          geo::DoorOptions{.folder = options_.cache_folder / "seen", .clock = options_.server_clock})),
      jobs_(queue_, options_.workers, [this](const base::Problem& problem) { say_failed(problem); }),
      service_jobs_(queue_, std::min(2 * options_.workers, 4U),
                    [this](const base::Problem& problem) { say_failed(problem); }),
      errands_(queue_, std::min(options_.workers, 1U), [this](const base::Problem& problem) { say_failed(problem); }),
      listing_jobs_(queue_, std::min(options_.workers, 1U),
                    [this](const base::Problem& problem) { say_failed(problem); }),
      view_jobs_(queue_, options_.workers, [this](const base::Problem& problem) { say_failed(problem); }),
      ahead_jobs_(queue_, std::min(options_.workers, 1U),
                  [this](const base::Problem& problem) { say_failed(problem); }),
      later_jobs_(queue_, std::min(options_.workers, 1U),
                  [this](const base::Problem& problem) { say_failed(problem); }),
      kept_settings_(options_.settings),
      layers_(jobs_, {view_jobs_, ahead_jobs_, later_jobs_}, {service_jobs_, door_, options_.server_clock},
              std::make_shared<KeptOverviews>(options_.cache_folder / "overviews"), options_.first_looks),
      labels_(jobs_, errands_, layers_, options_.letter_widths),
      clusters_(errands_),
      heats_(errands_),
      listings_(listing_jobs_),
      views_(state_, layers_, labels_, clusters_, heats_, listings_),
      photos_(errands_),
      store_(
          queue_, options_.author, [this](auto snapshot) { take(std::move(snapshot)); },
          [this](const base::Problem& problem, bool refused) { say_failed(problem, refused); },
          [this](const base::Problems& noticed) { say_noticed(noticed, true); }) {
    state_.person = options_.author.person;
    state_.settings = options_.settings;
    if (is_calm_) check_projection();
}

void Desk::be_calm(bool calm) {
    calm = calm && jobs_.idle() && view_jobs_.idle();
    if (std::exchange(is_calm_, calm) == calm || !calm) return;
    check_projection();
    look_at_layers();
}

void Desk::look_at_layers() { layers_.look(printing_ ? printing_->wanted_ground() : state_.camera, is_calm_); }

/// A wrong datum shift would put everything a hundred metres off, and nothing else would show it.
void Desk::check_projection() {
    const auto once = std::exchange(options_.check_projection, nullptr);
    if (!once) return;
    ahead_jobs_.start(base::text("Checking known points"),
                      [this, check = once](base::Progress) -> std::function<void()> {
                          const auto problem = check();
                          if (!problem) return {};
                          return [this, problem] { say_failed(*problem); };
                      });
}

bool Desk::tick() {
    bool arrived = false;
    // One answer that cannot be taken in must not keep the others from arriving.
    while (!guarded([&] { arrived = queue_.drain() > 0 || arrived; })) arrived = true;
    fit_when_wanted();
    look_at_layers();
    look_at_map();
    if (printing_) printing_->look(rests());
    keep_changed_settings();
    let_sources_go();
    return arrived;
}

/// Names stand clear of what stands for findings, so that comes first.
void Desk::look_at_map() {
    if (!state_.snapshot) return;
    layers_.follow_findings(views_.marks());
    clusters_.look(state_.camera, views_.marks());
    if (state_.settings.heat_map)
        heats_.look(state_.camera, views_.marks(), state_.snapshot->info.crs, state_.settings.theme);
    else
        heats_.rest();
    if (!state_.settings.map_names || !options_.letter_widths)
        labels_.rest();
    else if (heats_.shown())
        labels_.look(state_.camera, nullptr, nullptr);
    else if (clusters_.is_up_to_date())
        labels_.look(state_.camera, views_.marks(), clusters_.shown());
}

/// One worker, so that what was chosen last is what stays.
void Desk::keep_changed_settings() {
    if (state_.settings == kept_settings_ || state_.edge_in_hand) return;
    kept_settings_ = state_.settings;
    if (!options_.keep_settings) return;
    errands_.start(base::text("Remembering the settings"),
                   [keep = options_.keep_settings, settings = kept_settings_](base::Progress) {
                       keep(settings);
                       return std::function<void()>();
                   });
}

void Desk::dispatch(std::string_view name, const std::string& argument) {
    guarded([&] {
        const Action* wanted = action(name);
        if (!wanted) throw std::logic_error("no action named " + std::string(name));
        if (const auto reason = refusal_of(*wanted, state_)) {
            say_failed({.code = "refused", .message = *reason}, true);
            return;
        }
        wanted->apply(*this, argument);
    });
}

bool Desk::guarded(const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const base::Refusal& refusal) {
        say_failed(refusal.problem(), true);
    } catch (const base::Error& error) {
        say_failed(error.problem());
    } catch (const std::exception& error) {
        say_failed(unexpected(error.what()));
    }
    return false;
}

void Desk::open(const std::filesystem::path& dossier, const std::vector<std::filesystem::path>& sources) {
    const auto path = std::filesystem::absolute(dossier).lexically_normal();
    const bool scratch = path.parent_path() == scratch_folder(options_.data_folder);
    const auto done = [this, path, scratch, sources](const auto& drafts) {
        opened(path, scratch, drafts);
        for (const auto& source : sources) add_layers(source, {}, {}, {});
    };
    store_.open(path, std::nullopt, done, false, [this] { go_on_without_it(); });
}

void Desk::open_instead(const std::filesystem::path& dossier, const std::filesystem::path& superseded) {
    const auto done = [this, dossier, superseded](const auto& drafts) {
        opened(dossier, false, drafts);
        state_.notice = Notice{.message = base::text("Kept as {file}", {{"file", dossier.string()}})};
        if (superseded.empty()) return;
        errands_.start(base::text("Tidying up"), [superseded](base::Progress) {
            remove_scratch(superseded);
            return std::function<void()>();
        });
    };
    store_.open(dossier, std::nullopt, done, false, [this] { go_on_without_it(); });
}

void Desk::open_new(const std::filesystem::path& dossier, const audit::NewDossier& options) {
    constexpr bool must_be_new = true;
    const auto done = [this, dossier](const auto& drafts) { opened(dossier, false, drafts); };
    store_.open(dossier, options, done, must_be_new, [this] { go_on_without_it(); });
}

/// What was open still is; where nothing was, somebody chooses another dossier below the sentence that says why.
void Desk::go_on_without_it() {
    keep_draft();
    if (!state_.snapshot) show_start();
}

void Desk::opened(const std::filesystem::path& dossier, bool scratch,
                  const std::map<std::string, std::string>& drafts) {
    state_.scratch = scratch;
    printing_.reset();
    state_.print_form.reset();
    state_.print_last.reset();
    state_.wants_fit = true;
    state_.start_open = false;
    state_.new_dossier.reset();
    state_.arrangement = {};
    state_.history_choice = {};
    state_.goal.clear();
    state_.places = {};
    state_.draft.reset();
    state_.saving = false;
    state_.history_of.clear();
    state_.left_drafts.clear();
    state_.selected.clear();
    state_.picked.clear();
    ++state_.picks;
    state_.thrown_away.reset();
    state_.noticed = {};
    state_.suggested = {};
    state_.new_facility.reset();
    state_.large_photo.clear();
    state_.drawing = {};
    state_.tool = Tool::select;
    state_.crs_questions.clear();
    state_.service_form.reset();
    for (const auto& [key, json] : drafts)
        if (auto draft = draft_from_json(json)) state_.left_drafts.push_back(std::move(*draft));
    if (!scratch) remember_dossier(state_.settings, dossier);
}

void Desk::follow_history() {
    if (!state_.snapshot) return;
    const auto& info = state_.snapshot->info;
    const auto& known = state_.dossier_history;
    if (known && known->dossier == info.uuid && known->generation == state_.snapshot->generation) return;
    DossierHistory asked{.dossier = info.uuid, .generation = state_.snapshot->generation};
    if (known && known->dossier == info.uuid) {  // stays to be seen until the new one comes
        asked.entries = known->entries;
        asked.arrived = known->arrived;
    }
    state_.dossier_history = std::make_shared<const DossierHistory>(asked);
    constexpr std::int64_t most_entries = 5000;
    store_.ask_recent_history(most_entries, [this, asked](auto entries) mutable {
        asked.complete = static_cast<std::int64_t>(entries.size()) < most_entries;
        asked.entries = std::move(entries);
        asked.arrived = true;
        state_.dossier_history = std::make_shared<const DossierHistory>(std::move(asked));
    });
}

void Desk::show_start() {
    state_.start_open = true;
    state_.start.reset();
    // What was done in the dossier that is being left is no news here.
    if (state_.notice && state_.notice->kind == Notice::Kind::done) state_.notice.reset();
    const std::filesystem::path open = state_.snapshot ? state_.snapshot->info.path : std::string();
    errands_.start(base::text("Looking for dossiers"), [this, open, recent = state_.settings.recent_dossiers,
                                                        folder = options_.data_folder](base::Progress progress) {
        auto facts = std::make_shared<const StartFacts>(look_around(recent, folder, open, progress));
        return std::function<void()>([this, facts] { state_.start = facts; });
    });
}

void Desk::take(std::shared_ptr<const audit::Snapshot> snapshot) {
    state_.snapshot = std::move(snapshot);
    layers_.follow(*state_.snapshot);
    if (!state_.selected.empty() && !state_.snapshot->find(state_.selected)) state_.selected.clear();
    std::erase_if(state_.picked, [this](const auto& uuid) { return !state_.snapshot->find(uuid); });
    if (state_.picked.size() < 2) state_.picked.clear();
    ++state_.picks;
    if (!state_.saving) keep_form_of_gone_finding();
}

/// An edit of a finding that was deleted or undone would save into nothing: what was typed becomes a new one.
void Desk::keep_form_of_gone_finding() {
    if (!state_.draft || state_.draft->is_new() || state_.snapshot->find(state_.draft->uuid)) return;
    *state_.draft = as_new(*state_.draft);
    state_.notice =
        Notice{.message = base::text("The finding was taken away meanwhile. Saving the form records it anew."),
               .offers_undo = false};
    keep_draft();
}

void Desk::fit_when_wanted() {
    if (!state_.wants_fit || !state_.snapshot || state_.camera.width <= 1) return;
    const geo::Box all = views_.everything();
    // Sources that are still being looked at are no layers yet: only a desk at rest has everything.
    if (idle() && !all.is_empty()) state_.wants_fit = false;
    if (fitted_for_ == layers_.generation()) return;
    fitted_for_ = layers_.generation();
    if (!all.is_empty()) state_.camera = state_.camera.fitted(all);
    // An empty dossier begins where its coordinates mean something, not in the sea at 0, 0.
    else if (const geo::Box land = state_.snapshot->info.crs.area_of_use(); !land.is_empty())
        state_.camera = state_.camera.fitted(land);
}

base::JobId Desk::add_layers(const std::filesystem::path& source, const std::string& layer, const std::string& crs,
                             const std::string& name) {
    if (is_service_address(source.string())) return add_service(*this, source.string(), layer, crs, name);
    const auto path = std::filesystem::absolute(source).lexically_normal();
    // Another dossier may be open when the answer comes: it was not asked to take these.
    const std::string asked_for = dossier_uuid();
    return look_at(path, layer, crs, [this, path, crs, name, asked_for](const FoundLayers& found) {
        if (state_.snapshot && dossier_uuid() == asked_for) take_found(path, crs, name, found);
    });
}

base::JobId Desk::look_at(const std::filesystem::path& path, const std::string& layer, const std::string& crs,
                          std::function<void(const FoundLayers&)> take) {
    return jobs_.start(base::text("Looking at {file}", {{"file", path.filename().string()}}),
                       [path, layer, crs, take = std::move(take)](base::Progress progress) -> std::function<void()> {
                           return [take, found = look_at_source(path, layer, crs, progress)] { take(found); };
                       });
}

void Desk::take_found(const std::filesystem::path& path, const std::string& crs, const std::string& name,
                      const FoundLayers& found) {
    state_.crs_questions.insert(state_.crs_questions.end(), found.questions.begin(), found.questions.end());
    auto actions = layer_actions_for(path, found, crs, name, *state_.snapshot);
    if (!actions.empty()) store_.perform("layer-add", std::move(actions));
}

std::string Desk::dossier_uuid() const { return state_.snapshot ? state_.snapshot->info.uuid : std::string(); }

void Desk::perform(audit::DossierAction action, std::function<void(const audit::Performed&)> done,
                   std::function<void()> failed) {
    const std::string command(audit::name_of(action));
    auto answer = [this, done = std::move(done)](const auto& performed) {
        state_.notice = Notice{.kind = Notice::Kind::done,
                               .message = performed.front().message,
                               .offers_undo = state_.snapshot && state_.snapshot->undo.has_value(),
                               .offers_remarks = !performed.front().remarks.empty()};
        say_noticed(performed.front().remarks, false);
        if (done) done(performed.front());
    };
    store_.perform(command, {std::move(action)}, std::move(answer), std::move(failed));
}

void Desk::perform_many(std::string command, std::vector<audit::DossierAction> actions, base::Text message,
                        std::function<void()> done) {
    if (actions.empty()) return;
    const auto answer = [this, message = std::move(message), done = std::move(done)](const auto& performed) {
        state_.notice = Notice{.message = message,
                               .offers_undo = state_.snapshot && state_.snapshot->undo.has_value(),
                               .offers_remarks = std::any_of(performed.begin(), performed.end(),
                                                             [](const auto& each) { return !each.remarks.empty(); })};
        for (const auto& each : performed) say_noticed(each.remarks, false);
        if (done) done();
    };
    store_.perform(std::move(command), std::move(actions), answer);
}

void Desk::perform_quietly(audit::DossierAction action) {
    const std::string command(audit::name_of(action));
    store_.perform(command, {std::move(action)});
}

/// What another program did is news to the person, unlike what was asked for just now. The rest waits among the
/// remarks.
void Desk::say_noticed(const base::Problems& remarks, bool offers_undo) {
    for (const auto& remark : remarks.remarks()) {
        if (remark.problem.code != "outside-edits") {
            state_.noticed.push_back(remark);
            continue;
        }
        state_.notice = Notice{.message = remark.problem.message,
                               .offers_undo = offers_undo,
                               .offers_remarks = remarks.remarks().size() > 1};
    }
}

void Desk::keep_draft() {
    if (state_.draft) store_.save_draft(state_.draft->key, to_json(*state_.draft));
}

void Desk::say_failed(const base::Problem& problem, bool refused) {
    ++failures_;
    if (!refused) spdlog::warn("{}: {} {}", problem.code, base::say(problem, base::Language::english), problem.detail);
    state_.notice = Notice{.kind = refused ? Notice::Kind::refused : Notice::Kind::failed, .problem = problem};
}

void Desk::set_person(const std::string& person) {
    state_.person = person;
    store_.set_person(person);
    if (!options_.keep_person) return;
    errands_.start(base::text("Remembering the name"), [keep = options_.keep_person, person](base::Progress) {
        keep(person);
        return std::function<void()>();
    });
}

audit::Author Desk::author() const {
    auto author = options_.author;
    author.person = state_.person;
    return author;
}

}  // namespace app
