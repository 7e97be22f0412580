// SPDX-License-Identifier: EUPL-1.2
#include "app/core/store.hpp"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>
#include <variant>

namespace app {
namespace {

[[noreturn]] void refuse_late_request() {
    base::Problem problem{.code = "dossier-left", .message = base::text("Another dossier was opened meanwhile.")};
    problem.advice = base::text("Nothing was changed. Open the dossier again to go on in it.");
    throw base::Refusal(problem);
}

/// How often we look whether another program changed the dossier. Short enough that somebody who comes back from QGIS
/// finds it here; a look costs some microseconds.
constexpr std::chrono::seconds k_between_looks{2};

/// As long as it lives the window shows that edits are being taken in.
struct TakingIn {
    TakingIn(std::atomic<bool>& flag_, base::ProgressState& state, base::MainQueue& queue) : flag(flag_) {
        state.fraction = 0;
        flag = true;
        queue.post([] {});  // wakes the window
    }
    ~TakingIn() { flag = false; }
    TakingIn(const TakingIn&) = delete;
    TakingIn& operator=(const TakingIn&) = delete;
    std::atomic<bool>& flag;
};

}  // namespace

Store::Store(base::MainQueue& queue, audit::Author author, NewSnapshot changed, Failed failed, Noticed noticed)
    : queue_(queue),
      author_(std::move(author)),
      changed_(std::move(changed)),
      failed_(std::move(failed)),
      noticed_(std::move(noticed)),
      thread_([this] { serve(); }) {}

Store::~Store() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    work_came_.notify_one();
    thread_.join();
}

void Store::ask(Request request, bool bound) {
    if (bound) request.meant_for = shown_;
    {
        const std::lock_guard lock(mutex_);
        if (replace_waiting_draft(request)) return;
        ++open_requests_;
        waiting_.push_back(std::move(request));
    }
    work_came_.notify_one();
}

/// Only other drafts are passed over: whatever else waits must find what was asked before it.
bool Store::replace_waiting_draft(Request& request) {
    if (request.draft_key.empty()) return false;
    for (auto later = waiting_.rbegin(); later != waiting_.rend() && !later->draft_key.empty(); ++later) {
        if (later->draft_key != request.draft_key || later->meant_for != request.meant_for) continue;
        *later = std::move(request);
        return true;
    }
    return false;
}

void Store::serve() {
    while (true) {
        Request request;
        {
            std::unique_lock lock(mutex_);
            const auto has_work = [this] { return stopping_ || !waiting_.empty(); };
            while (!work_came_.wait_for(lock, k_between_looks, has_work)) {
                lock.unlock();
                look_outside();
                lock.lock();
            }
            if (waiting_.empty()) break;
            request = std::move(waiting_.front());
            waiting_.pop_front();
        }
        auto answer = guarded(request);
        queue_.post([this, answer = std::move(answer), meant_for = request.meant_for] {
            --open_requests_;
            // What failed is told whatever is open by now; only its own dossier may be answered to.
            if (answer.problem) failed_(*answer.problem, answer.refused);
            if (answer.use && (meant_for == 0 || meant_for == shown_)) answer.use();
        });
    }
    dossier_.reset();
}

Store::Answer Store::guarded(const Request& request) {
    try {
        const bool late = request.meant_for != 0 && request.meant_for != served_;
        if (late && request.quiet) return {};
        if (late) refuse_late_request();
        return {.use = request.work()};
    } catch (const base::Refusal& refusal) {
        return {request.failed, refusal.problem(), true};
    } catch (const base::Error& error) {
        return {request.failed, error.problem()};
    } catch (const std::exception& error) {
        base::Problem problem{.code = "store-failed",
                              .message = base::text("The dossier could not do what was asked.")};
        problem.advice = base::text("Try again; if it stays, report it with the technical text.");
        problem.detail = error.what();
        return {request.failed, problem};
    }
}

audit::Dossier& Store::open_dossier() {
    if (!dossier_) throw base::Refusal({.code = "dossier-not-open", .message = base::text("No dossier is open.")});
    return *dossier_;
}

void Store::post_snapshot() {
    posted_ = dossier_->snapshot();
    queue_.post([this, of = served_, snapshot = posted_] {
        if (of == shown_) changed_(snapshot);
    });
}

/// Nobody asked for it, so what goes wrong is left for the next request to meet and tell.
void Store::look_outside() {
    if (!dossier_) return;
    try {
        if (dossier_->changed_outside()) take_in_outside_edits();
        if (dossier_->snapshot() != posted_) post_snapshot();
    } catch (const std::exception& error) {
        spdlog::debug("looking for edits of other programs: {}", error.what());
    }
}

void Store::take_in_outside_edits() {
    const TakingIn shown(takes_in_, *intake_, queue_);
    auto noticed = dossier_->take_in_outside_edits(base::Progress(intake_));
    if (noticed.empty()) return;
    post_snapshot();
    queue_.post([this, of = served_, noticed = std::move(noticed)] {
        if (of == shown_) noticed_(noticed);
    });
}

/// What was committed stays committed when it cannot be read again: that is another problem than a failed change.
std::optional<base::Problem> Store::try_to_post_snapshot() {
    try {
        post_snapshot();
        return std::nullopt;
    } catch (const std::exception& error) {
        base::Problem problem{.code = "snapshot-failed",
                              .message = base::text("It was saved, but the dossier could not be read again.")};
        problem.advice = base::text("Open the dossier again before you go on.");
        problem.detail = error.what();
        return problem;
    }
}

std::function<void()> Store::answer_opened(audit::Dossier dossier, const Opened& opened) {
    auto first = dossier.snapshot();
    auto drafts = dossier.drafts();
    dossier_ = std::make_unique<audit::Dossier>(std::move(dossier));
    posted_ = first;
    ++served_;
    // One answer: nothing of the dossier before can come between its first snapshot and its drafts.
    return [this, of = served_, first, opened, drafts = std::move(drafts)] {
        shown_ = of;
        changed_(first);
        if (opened) opened(drafts);
        auto look = [this]() -> std::function<void()> {
            look_outside();
            return {};
        };
        ask({.work = std::move(look), .quiet = true});
    };
}

void Store::open(std::filesystem::path path, std::optional<audit::NewDossier> make_new, Opened opened, bool must_be_new,
                 std::function<void()> failed) {
    auto work = [this, path = std::move(path), make_new, opened = std::move(opened), must_be_new] {
        const bool makes = make_new && (must_be_new || !std::filesystem::exists(path));
        if (!makes) return answer_opened(audit::Dossier::open(path, author_), opened);
        std::filesystem::create_directories(path.parent_path());
        return answer_opened(audit::Dossier::create(path, *make_new, author_), opened);
    };
    ask({.work = std::move(work), .failed = std::move(failed)}, false);
}

void Store::perform(std::string command, std::vector<audit::DossierAction> actions,
                    std::function<void(const std::vector<audit::Performed>&)> done, std::function<void()> failed) {
    auto work = [this, command = std::move(command), actions = std::move(actions),
                 done = std::move(done)]() -> std::function<void()> {
        auto& dossier = open_dossier();
        std::vector<audit::Performed> performed;
        if (actions.size() == 1)
            performed.push_back(dossier.perform(actions.front()));
        else
            performed = dossier.perform_together(command, actions);
        // The snapshot first: what `done` selects must be there to be seen.
        const auto unread = try_to_post_snapshot();
        return [this, done, performed = std::move(performed), unread] {
            if (done) done(performed);
            if (unread) failed_(*unread, false);
        };
    };
    ask({.work = std::move(work), .failed = std::move(failed)});
}

void Store::save_draft(std::string key, std::string json) {
    auto work = [this, key, json = std::move(json)]() -> std::function<void()> {
        open_dossier().save_draft(key, json);
        return {};
    };
    ask({.work = std::move(work), .draft_key = std::move(key), .quiet = true});
}

void Store::drop_draft(std::string key) {
    auto work = [this, key = std::move(key)]() -> std::function<void()> {
        if (dossier_) dossier_->drop_draft(key);
        return {};
    };
    ask({.work = std::move(work), .quiet = true});
}

void Store::ask_history(std::string uuid, std::function<void(std::vector<audit::HistoryEntry>)> answer) {
    auto work = [this, uuid = std::move(uuid), answer = std::move(answer)]() -> std::function<void()> {
        if (!dossier_) return {};
        return [answer, entries = dossier_->history(uuid)] { answer(entries); };
    };
    ask({.work = std::move(work), .quiet = true});
}

void Store::ask_recent_history(std::int64_t count, std::function<void(std::vector<audit::HistoryEntry>)> answer) {
    auto work = [this, count, answer = std::move(answer)]() -> std::function<void()> {
        if (!dossier_) return {};
        return [answer, entries = dossier_->recent_history(count)] { answer(entries); };
    };
    ask({.work = std::move(work), .quiet = true});
}

std::optional<double> Store::intake() const {
    if (!takes_in_) return std::nullopt;
    return intake_->fraction.load();
}

void Store::set_person(std::string person) {
    auto work = [this, person = std::move(person)]() -> std::function<void()> {
        author_.person = person;
        if (dossier_) dossier_->set_person(person);
        return {};
    };
    ask({.work = std::move(work)}, false);
}

}  // namespace app
