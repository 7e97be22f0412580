// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace ui {

/// Heights of rows by what they show, so that after an edit only what changed is measured again.
class RowHeights {
public:
    /// @param thing that is shown; held, so that no other can take its address @param measure when it is not known
    float of(std::size_t place, const std::shared_ptr<const void>& thing, std::uint64_t layout,
             const std::function<float()>& measure);

private:
    struct Known {
        std::shared_ptr<const void> thing{};
        float height = 0;
    };
    std::uint64_t layout_ = 0;
    std::vector<Known> known_{};
};

/// Where the rows of a long list stand whose rows differ in height, so that only those in view are drawn. Row heights
/// are asked once and kept until `layout` changes; a list of a million rows costs eight bytes a row.
class RowTops {
public:
    /// @param version of the list @param layout changes when rows take another height: width, text size, language
    /// @param height of the row at a place, asked when it is not known
    void update(std::uint64_t version, std::uint64_t layout, std::size_t count,
                const std::function<float(std::size_t)>& height);
    std::size_t count() const { return tops_.empty() ? 0 : tops_.size() - 1; }
    double total() const { return tops_.empty() ? 0 : tops_.back(); }
    double top(std::size_t row) const { return tops_[row]; }
    float height(std::size_t row) const { return static_cast<float>(tops_[row + 1] - tops_[row]); }
    /// The row at this height; the last one when it lies below all.
    std::size_t at(double y) const;

private:
    std::uint64_t version_ = 0, layout_ = 0;
    std::vector<double> tops_{};
};

}  // namespace ui
