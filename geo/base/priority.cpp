// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/priority.hpp"

#include <sys/resource.h>
#include <unistd.h>

namespace base {

void set_priority(Priority priority) {
    // On Linux a thread has a priority of its own, by the process's function.
    constexpr int k_work = 10, k_background = 19;
    const int nice = priority == Priority::work ? k_work : k_background;
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nice);
}

}  // namespace base
