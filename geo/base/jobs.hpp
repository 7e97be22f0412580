// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/main_queue.hpp"
#include "geo/base/problem.hpp"
#include "geo/base/progress.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace base {

/// Of one job of this run; 0 is of none.
using JobId = std::uint64_t;

struct JobStatus {
    JobId id = 0;
    Text name;
    double fraction = 0;
    bool running = false;  ///< false: still waiting for a worker
};

/// Runs work on worker threads and brings its results to the main thread through a MainQueue. One boundary catches:
/// whatever leaves a job becomes a Problem for `failed`; a cancelled job says nothing.
/// start(), cancel() and list() are safe from every thread. Destruction cancels what runs and joins.
class Jobs {
public:
    /// @param workers 0 runs each job inside start(), for deterministic tests
    Jobs(MainQueue& queue, unsigned workers, std::function<void(const Problem&)> failed);
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    /// @param work runs on a worker; the function it returns (may be empty) then runs on the main thread
    JobId start(Text name, std::function<std::function<void()>(Progress)> work);
    /// What a job brings before it is done: runs on the main thread. The job itself sees to it that whom it is for
    /// still lives.
    void bring(std::function<void()> what) { queue_.post(std::move(what)); }
    void cancel(JobId id);
    std::vector<JobStatus> list() const;
    /// Nothing waits, runs, or lies undelivered in the main queue on behalf of a job.
    bool idle() const;

private:
    struct Job {
        JobId id = 0;
        Text name;
        std::function<std::function<void()>(Progress)> work;
        std::shared_ptr<ProgressState> state = std::make_shared<ProgressState>();
        bool running = false;
    };

    void serve();
    void run(const std::shared_ptr<Job>& job);
    void forget(JobId id);

    MainQueue& queue_;
    std::function<void(const Problem&)> failed_;
    mutable std::mutex mutex_;
    std::condition_variable work_came_;
    std::deque<std::shared_ptr<Job>> waiting_;
    std::vector<std::shared_ptr<Job>> known_;
    bool stopping_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace base
