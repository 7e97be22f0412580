// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <mutex>
#include <vector>

namespace base {

/// The one way into the main thread: every thread may post, only the main thread drains, once a frame.
class MainQueue {
public:
    /// @param wake called after each post, from the posting thread: wakes the event loop
    explicit MainQueue(std::function<void()> wake = {}) : wake_(std::move(wake)) {}

    void post(std::function<void()> work);
    /// Runs what was posted before; what throws ends the call, the rest waits for the next. @returns how many ran
    std::size_t drain();

private:
    std::function<void()> wake_;
    std::mutex mutex_;
    std::vector<std::function<void()>> waiting_;
};

}  // namespace base
