// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/row_tops.hpp"

#include <algorithm>

namespace ui {

float RowHeights::of(std::size_t place, const std::shared_ptr<const void>& thing, std::uint64_t layout,
                     const std::function<float()>& measure) {
    if (layout != layout_) known_.clear();
    layout_ = layout;
    if (known_.size() <= place) known_.resize(place + 1);
    auto& known = known_[place];
    if (known.thing != thing) known = {thing, measure()};
    return known.height;
}

void RowTops::update(std::uint64_t version, std::uint64_t layout, std::size_t count,
                     const std::function<float(std::size_t)>& height) {
    if (version == version_ && layout == layout_ && tops_.size() == count + 1) return;
    version_ = version;
    layout_ = layout;
    tops_.assign(1, 0);
    tops_.reserve(count + 1);
    for (std::size_t row = 0; row < count; ++row) tops_.push_back(tops_.back() + static_cast<double>(height(row)));
}

std::size_t RowTops::at(double y) const {
    if (count() == 0) return 0;
    const auto after = std::upper_bound(tops_.begin(), tops_.end(), y);
    const auto row = after == tops_.begin() ? 0 : after - tops_.begin() - 1;
    return std::min(static_cast<std::size_t>(row), count() - 1);
}

}  // namespace ui
