// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/progress.hpp"

#include <algorithm>

namespace base {

Progress Progress::part(double share) {
    double begin = begin_ + width_ * used_;
    used_ = std::min(1.0, used_ + share);
    return {state_, begin, width_ * share};
}

void Progress::report(double done) const {
    if (!state_) return;
    state_->fraction.store(begin_ + width_ * std::clamp(done, 0.0, 1.0));
    if (state_->cancelled.load()) throw Cancelled();
}

}  // namespace base
