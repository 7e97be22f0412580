// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/main_queue.hpp"

#include <iterator>

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
    std::size_t ran = 0;
    try {
        for (auto& work : now) {
            ++ran;
            work();
        }
    } catch (...) {
        std::lock_guard lock(mutex_);
        waiting_.insert(waiting_.begin(), std::make_move_iterator(now.begin() + static_cast<std::ptrdiff_t>(ran)),
                        std::make_move_iterator(now.end()));
        throw;
    }
    return ran;
}

}  // namespace base
