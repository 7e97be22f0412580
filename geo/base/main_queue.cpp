// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/main_queue.hpp"

namespace base {

void MainQueue::post(std::function<void()> work) {
    {
        std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(work));
    }
    if (wake_) wake_();
}

std::size_t MainQueue::drain() {
    std::vector<std::function<void()>> now;
    {
        std::lock_guard lock(mutex_);
        now.swap(waiting_);
    }
    for (auto& work : now) work();
    return now.size();
}

}  // namespace base
