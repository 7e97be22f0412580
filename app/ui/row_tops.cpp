// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/row_tops.hpp"

#include <algorithm>

namespace ui {
namespace {

/// Rows that are measured to know how high they usually are; a list that is not much longer is measured whole.
constexpr std::size_t k_sample = 32, k_measured_whole = 300;

}  // namespace

float RowHeights::of(std::size_t place, const std::shared_ptr<const void>& thing, std::uint64_t layout,
                     const std::function<float()>& measure) {
    if (layout != layout_) known_.clear();
    layout_ = layout;
    if (known_.size() <= place) known_.resize(place + 1);
    auto& known = known_[place];
    if (known.thing != thing) known = {thing, measure()};
    return known.height;
}

float RowHeights::known(std::size_t place, const std::shared_ptr<const void>& thing, std::uint64_t layout) const {
    if (layout != layout_ || place >= known_.size() || known_[place].thing != thing) return 0;
    return known_[place].height;
}

void RowTops::update(std::uint64_t version, std::uint64_t layout, std::size_t count, const Height& known,
                     const Height& measure_row) {
    if (version == version_ && layout == layout_ && heights_.size() == count && !tops_.empty()) return;
    if (layout != layout_) usual_ = 0;
    version_ = version;
    layout_ = layout;
    heights_.resize(count);
    for (std::size_t row = 0; row < count; ++row) heights_[row] = known(row);
    if (usual_ <= 0 && count > 0) {
        const auto sample = std::min(count, k_sample);
        double sum = 0;
        for (std::size_t row = 0; row < sample; ++row) sum += static_cast<double>(heights_[row] = measure_row(row));
        usual_ = static_cast<float>(sum / static_cast<double>(sample));
    }
    stand(0);
    if (count > 0 && count <= k_measured_whole) measure(0, count - 1, measure_row);
}

void RowTops::measure(std::size_t first, std::size_t last, const Height& measure_row) {
    bool moved = false;
    for (std::size_t row = first; row <= last && row < heights_.size(); ++row) {
        if (heights_[row] > 0) continue;
        heights_[row] = measure_row(row);
        moved = true;
    }
    if (moved) stand(first);
}

void RowTops::stand(std::size_t first) {
    tops_.resize(heights_.size() + 1, 0);
    for (std::size_t row = first; row < heights_.size(); ++row)
        tops_[row + 1] = tops_[row] + static_cast<double>(heights_[row] > 0 ? heights_[row] : usual_);
}

std::size_t RowTops::at(double y) const {
    if (count() == 0) return 0;
    const auto after = std::upper_bound(tops_.begin(), tops_.end(), y);
    const auto row = after == tops_.begin() ? 0 : after - tops_.begin() - 1;
    return std::min(static_cast<std::size_t>(row), count() - 1);
}

}  // namespace ui
