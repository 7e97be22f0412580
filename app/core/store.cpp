// SPDX-License-Identifier: EUPL-1.2
#include "app/core/store.hpp"

#include <utility>

namespace app {

Store::Store(base::MainQueue& queue, audit::Author author, NewSnapshot changed, Failed failed)
    : queue_(queue),
      author_(std::move(author)),
      changed_(std::move(changed)),
      failed_(std::move(failed)),
      thread_([this] { serve(); }) {}

Store::~Store() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    work_came_.notify_one();
    thread_.join();
}

void Store::ask(Work work) {
    ++open_requests_;
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(work));
    }
    work_came_.notify_one();
}

void Store::serve() {
    while (true) {
        Work work;
        {
            std::unique_lock lock(mutex_);
            work_came_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) break;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        auto answer = guarded(work);
        queue_.post([this, answer = std::move(answer)] {
            --open_requests_;
            if (answer) answer();
        });
    }
    dossier_.reset();
}

std::function<void()> Store::guarded(const Work& work) {
    try {
        return work();
    } catch (const base::Refusal& refusal) {
        return [this, problem = refusal.problem()] { failed_(problem, true); };
    } catch (const base::Error& error) {
        return [this, problem = error.problem()] { failed_(problem, false); };
    } catch (const std::exception& error) {
        base::Problem problem{.code = "store-failed",
                              .message = base::text("The dossier could not do what was asked.")};
        problem.advice = base::text("Try again; if it stays, report it with the technical text.");
        problem.detail = error.what();
        return [this, problem] { failed_(problem, false); };
    }
}

void Store::post_snapshot() {
    queue_.post([this, snapshot = dossier_->snapshot()] { changed_(snapshot); });
}

void Store::open(std::filesystem::path path, bool make_new,
                 std::function<void(std::map<std::string, std::string>)> opened) {
    ask([this, path = std::move(path), make_new, opened = std::move(opened)]() -> std::function<void()> {
        if (make_new && !std::filesystem::exists(path)) {
            std::filesystem::create_directories(path.parent_path());
            dossier_ = std::make_unique<audit::Dossier>(audit::Dossier::create(path, {}, author_));
        } else {
            dossier_ = std::make_unique<audit::Dossier>(audit::Dossier::open(path, author_));
        }
        post_snapshot();
        return [opened, drafts = dossier_->drafts()] {
            if (opened) opened(drafts);
        };
    });
}

void Store::perform(std::string command, std::vector<audit::DossierAction> actions,
                    std::function<void(const std::vector<audit::Performed>&)> done) {
    ask([this, command = std::move(command), actions = std::move(actions),
         done = std::move(done)]() -> std::function<void()> {
        if (!dossier_) return {};
        std::vector<audit::Performed> performed;
        if (actions.size() == 1)
            performed.push_back(dossier_->perform(actions.front()));
        else
            performed = dossier_->perform_together(command, actions);
        // The snapshot first: what `done` selects must be there to be seen.
        post_snapshot();
        return [done, performed = std::move(performed)] {
            if (done) done(performed);
        };
    });
}

void Store::save_draft(std::string key, std::string json) {
    ask([this, key = std::move(key), json = std::move(json)]() -> std::function<void()> {
        if (dossier_) dossier_->save_draft(key, json);
        return {};
    });
}

void Store::drop_draft(std::string key) {
    ask([this, key = std::move(key)]() -> std::function<void()> {
        if (dossier_) dossier_->drop_draft(key);
        return {};
    });
}

void Store::ask_history(std::string uuid, std::function<void(std::vector<audit::HistoryEntry>)> answer) {
    ask([this, uuid = std::move(uuid), answer = std::move(answer)]() -> std::function<void()> {
        if (!dossier_) return {};
        return [answer, entries = dossier_->history(uuid)] { answer(entries); };
    });
}

void Store::set_person(std::string person) {
    ask([this, person = std::move(person)]() -> std::function<void()> {
        author_.person = person;
        if (!dossier_) return {};
        const std::filesystem::path path = dossier_->info().path;
        dossier_.reset();
        dossier_ = std::make_unique<audit::Dossier>(audit::Dossier::open(path, author_));
        return {};
    });
}

}  // namespace app
