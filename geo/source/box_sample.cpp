// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/box_sample.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace geo {
namespace {

constexpr std::size_t k_most_squares = 4096;
constexpr std::size_t k_known = 8;
/// Squares begin this many times as large as the first feature, or of this size where that is a point.
constexpr double k_first_side = 16, k_least_side = 1e-6;

void take_over(BoxSample::Square& into, BoxSample::Square from) {
    into.count += from.count;
    into.box.grow(from.box);
    const auto room = std::min(from.known.size(), k_known - std::min(k_known, into.known.size()));
    std::move(from.known.begin(), from.known.begin() + static_cast<std::ptrdiff_t>(room),
              std::back_inserter(into.known));
}

}  // namespace

BoxSample::Place BoxSample::place_of(Point p) const {
    // Far out, squares cannot be numbered any more; there all is one.
    constexpr double k_end = 1e15;
    const auto number = [&](double at) {
        return static_cast<std::int64_t>(std::floor(std::clamp(at / side_, -k_end, k_end)));
    };
    return {number(p.x), number(p.y)};
}

void BoxSample::add(std::int64_t fid, const Box& box) {
    if (box.is_empty()) return;
    if (side_ == 0) side_ = std::max(std::max(box.width(), box.height()) * k_first_side, k_least_side);
    auto& square = squares_[place_of(box.centre())];
    ++square.count;
    square.box.grow(box);
    if (square.known.size() < k_known) square.known.emplace_back(fid, box);
    while (squares_.size() > k_most_squares) join_squares();
}

void BoxSample::join_squares() {
    side_ *= 2;
    for (auto& [place, square] : std::exchange(squares_, {}))
        // Halved downwards, also below zero.
        take_over(squares_[{place.first >> 1, place.second >> 1}], std::move(square));
}

std::vector<BoxSample::Square> BoxSample::squares() const {
    std::vector<Square> all;
    for (const auto& [place, square] : squares_) all.push_back(square);
    return all;
}

}  // namespace geo
