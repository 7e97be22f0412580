// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <exception>
#include <memory>

namespace base {

/// Leaves a job that was cancelled. Deliberately no Error: nothing went wrong.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

/// Shared by the job, which reports, and the window, which shows and cancels. All members are safe from every thread.
struct ProgressState {
    std::atomic<double> fraction{0.0};
    std::atomic<bool> cancelled{false};
};

/// Progress and cancellation as one value that divides into shares. A default-made one is inert, so library code
/// never tests for its absence. Reporting is the point where a job can be cancelled.
class Progress {
public:
    Progress() = default;
    explicit Progress(std::shared_ptr<ProgressState> state) : state_(std::move(state)) {}

    /// The next `share` (0..1) of what this value covers.
    Progress part(double share);

    /// @param done 0..1 of this value's own share
    /// @throws Cancelled
    void report(double done) const;

private:
    Progress(std::shared_ptr<ProgressState> state, double begin, double width)
        : state_(std::move(state)), begin_(begin), width_(width) {}

    std::shared_ptr<ProgressState> state_{};
    double begin_ = 0.0, width_ = 1.0, used_ = 0.0;
};

}  // namespace base
