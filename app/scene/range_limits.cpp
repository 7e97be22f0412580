// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/range_limits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {
namespace {

/// More numbers than this are represented by as many of them: finding natural breaks takes the square of their count.
constexpr std::size_t k_most_for_breaks = 1500;

std::vector<double> quantile_limits(const std::vector<double>& sorted, std::size_t count) {
    std::vector<double> limits;
    for (std::size_t i = 1; i < count; ++i) limits.push_back(sorted[i * sorted.size() / count]);
    return limits;
}

std::vector<double> equal_limits(const std::vector<double>& sorted, std::size_t count) {
    std::vector<double> limits;
    const double step = (sorted.back() - sorted.front()) / static_cast<double>(count);
    for (std::size_t i = 1; i < count; ++i) limits.push_back(sorted.front() + step * static_cast<double>(i));
    return limits;
}

std::vector<double> thinned(const std::vector<double>& sorted) {
    if (sorted.size() <= k_most_for_breaks) return sorted;
    std::vector<double> some;
    for (std::size_t i = 0; i < k_most_for_breaks; ++i)
        some.push_back(sorted[i * (sorted.size() - 1) / (k_most_for_breaks - 1)]);
    return some;
}

/// Sums of the numbers and of their squares, to know how unlike those of a range are. Counted from the middle, so that
/// large numbers with small differences keep their digits.
class Unlikeness {
public:
    explicit Unlikeness(const std::vector<double>& numbers) : sums_{0}, squares_{0} {
        const double middle = numbers[numbers.size() / 2];
        for (const double number : numbers) {
            const double off = number - middle;
            sums_.push_back(sums_.back() + off);
            squares_.push_back(squares_.back() + off * off);
        }
    }
    /// Sum of the squared distances from the mean of the numbers [from, end).
    double of(std::size_t from, std::size_t end) const {
        const double sum = sums_[end] - sums_[from], count = static_cast<double>(end - from);
        return std::max(0.0, squares_[end] - squares_[from] - sum * sum / count);
    }

private:
    std::vector<double> sums_, squares_;
};

/// The best cuts into `count` runs (Fisher 1958, known in cartography as Jenks' natural breaks).
std::vector<double> natural_limits(const std::vector<double>& all, std::size_t count) {
    const auto numbers = thinned(all);
    const std::size_t n = numbers.size();
    count = std::min(count, n);
    const Unlikeness unlike(numbers);
    std::vector<double> best(n + 1, 0);
    for (std::size_t end = 1; end <= n; ++end) best[end] = unlike.of(0, end);
    std::vector<std::vector<std::size_t>> cuts(count, std::vector<std::size_t>(n + 1, 0));
    for (std::size_t runs = 1; runs < count; ++runs) {
        std::vector<double> next(n + 1, std::numeric_limits<double>::infinity());
        for (std::size_t end = runs + 1; end <= n; ++end)
            for (std::size_t cut = runs; cut < end; ++cut)
                if (const double sum = best[cut] + unlike.of(cut, end); sum < next[end]) {
                    next[end] = sum;
                    cuts[runs][end] = cut;
                }
        best = std::move(next);
    }
    std::vector<double> limits;
    for (std::size_t runs = count - 1, end = n; runs > 0; --runs) {
        end = cuts[runs][end];
        limits.push_back(numbers[end]);
    }
    std::reverse(limits.begin(), limits.end());
    return limits;
}

std::vector<double> wanted_limits(const std::vector<double>& sorted, const ClassChoice& choice) {
    const auto count = static_cast<std::size_t>(std::clamp(choice.count, k_fewest_ranges, k_most_ranges));
    switch (choice.method) {
        case ClassMethod::equal:
            return equal_limits(sorted, count);
        case ClassMethod::natural:
            return natural_limits(sorted, count);
        case ClassMethod::automatic:
        case ClassMethod::values:
        case ClassMethod::quantiles:
            break;
    }
    return quantile_limits(sorted, count);
}

}  // namespace

std::vector<double> range_limits(const std::vector<double>& sorted, const ClassChoice& choice) {
    std::vector<double> limits{sorted.front()};
    for (const double limit : wanted_limits(sorted, choice))
        if (limit > limits.back()) limits.push_back(limit);
    // Also where the last range has begun at the largest: it holds nothing else.
    limits.push_back(sorted.back());
    return limits;
}

}  // namespace app
