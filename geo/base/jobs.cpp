// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/jobs.hpp"

#include "geo/base/priority.hpp"

#include <algorithm>
#include <atomic>

namespace base {
namespace {

/// One for each job of this run, whoever carries it out.
JobId next_id() {
    static std::atomic<JobId> last{0};
    return ++last;
}

}  // namespace

Jobs::Jobs(MainQueue& queue, unsigned workers, std::function<void(const Problem&)> failed)
    : queue_(queue), failed_(std::move(failed)) {
    for (unsigned i = 0; i < workers; ++i) workers_.emplace_back([this] { serve(); });
}

Jobs::~Jobs() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
        for (auto& job : known_) job->state->cancelled = true;
    }
    work_came_.notify_all();
    for (auto& worker : workers_) worker.join();
}

JobId Jobs::start(Text name, std::function<std::function<void()>(Progress)> work) {
    auto job = std::make_shared<Job>();
    {
        std::lock_guard lock(mutex_);
        job->id = next_id();
        job->name = std::move(name);
        job->work = std::move(work);
        known_.push_back(job);
        if (!workers_.empty()) waiting_.push_back(job);
    }
    if (workers_.empty())
        run(job);
    else
        work_came_.notify_one();
    return job->id;
}

/// One that still waits is over at once: it must not wait for a worker only to hear that nobody wants it.
void Jobs::cancel(JobId id) {
    const auto is_meant = [id](const auto& job) { return job->id == id; };
    std::shared_ptr<Job> never_begun;  // what its work holds is freed after the lock
    std::lock_guard lock(mutex_);
    for (auto& job : known_)
        if (is_meant(job)) job->state->cancelled = true;
    const auto waits = std::find_if(waiting_.begin(), waiting_.end(), is_meant);
    if (waits == waiting_.end()) return;
    never_begun = *waits;
    waiting_.erase(waits);
    std::erase_if(known_, is_meant);
}

std::vector<JobStatus> Jobs::list() const {
    std::lock_guard lock(mutex_);
    std::vector<JobStatus> out;
    for (const auto& job : known_) out.push_back({job->id, job->name, job->state->fraction.load(), job->running});
    return out;
}

bool Jobs::idle() const {
    std::lock_guard lock(mutex_);
    return known_.empty();
}

void Jobs::serve() {
    set_priority(Priority::work);
    for (;;) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(mutex_);
            work_came_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (stopping_) return;
            job = waiting_.front();
            waiting_.pop_front();
        }
        run(job);
    }
}

void Jobs::run(const std::shared_ptr<Job>& job) {
    {
        std::lock_guard lock(mutex_);
        job->running = true;
    }
    std::function<void()> deliver;
    auto fail = [&](Problem problem) { deliver = [this, problem = std::move(problem)] { failed_(problem); }; };
    try {
        Progress progress(job->state);
        progress.report(0.0);
        deliver = job->work(progress);
    } catch (const Cancelled&) {
        deliver = {};
    } catch (const Error& error) {
        fail(error.problem());
    } catch (const std::exception& error) {
        fail({.code = "job-failed",
              .message = text("“{job}” did not succeed.", {{"job", say(job->name)}}),
              .advice = text("Try again; if it stays, report it with the technical text."),
              .detail = error.what()});
    }
    job->work = {};
    queue_.post([this, id = job->id, state = job->state, deliver = std::move(deliver)] {
        forget(id);
        // A job cancelled after its work was done must not deliver either.
        if (deliver && !state->cancelled) deliver();
    });
}

void Jobs::forget(JobId id) {
    std::lock_guard lock(mutex_);
    std::erase_if(known_, [id](const auto& job) { return job->id == id; });
}

}  // namespace base
