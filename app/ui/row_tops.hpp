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
    /// 0 when it is not known.
    float known(std::size_t place, const std::shared_ptr<const void>& thing, std::uint64_t layout) const;

private:
    struct Known {
        std::shared_ptr<const void> thing{};
        float height = 0;
    };
    std::uint64_t layout_ = 0;
    std::vector<Known> known_{};
};

/// Where the rows of a long list stand whose rows differ in height, so that only those in view are drawn. A row is
/// measured when it comes near the view; until then it is taken to be as high as rows usually are. A list of a million
/// rows costs twelve bytes a row.
class RowTops {
public:
    using Height = std::function<float(std::size_t row)>;

    /// @param version of the list @param layout changes when rows take another height: width, text size, language
    /// @param known height of a row that was measured before, else 0 @param measure its height
    void update(std::uint64_t version, std::uint64_t layout, std::size_t count, const Height& known,
                const Height& measure);
    /// Measures the rows from `first` to `last` that were not. Those above stay where they are.
    void measure(std::size_t first, std::size_t last, const Height& measure);
    std::size_t count() const { return heights_.size(); }
    double total() const { return tops_.empty() ? 0 : tops_.back(); }
    double top(std::size_t row) const { return tops_[row]; }
    float height(std::size_t row) const { return static_cast<float>(tops_[row + 1] - tops_[row]); }
    /// The row at this height; the last one when it lies below all.
    std::size_t at(double y) const;

private:
    void stand(std::size_t first);

    std::uint64_t version_ = 0, layout_ = 0;
    float usual_ = 0;  ///< height
    std::vector<float> heights_{};
    std::vector<double> tops_{};
};

}  // namespace ui
