// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/seen_grounds.hpp"

#include "geo/base/numbers.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

namespace geo {
namespace {

constexpr std::size_t k_most = 200;

std::string key_of(const std::string& layer) { return "grounds of " + layer; }

/// One a line: four numbers.
std::vector<Box> grounds_in(const Shelf& shelf, const std::string& layer) {
    std::vector<Box> grounds;
    const auto kept = shelf.find(key_of(layer));
    std::istringstream lines(kept ? kept->body : std::string());
    for (std::string line; std::getline(lines, line) && grounds.size() < k_most;) {
        std::istringstream words(line);
        std::vector<double> edges;
        for (std::string word; words >> word;)
            if (const auto number = base::parse_number(word)) edges.push_back(*number);
        if (edges.size() == 4) grounds.push_back({edges[0], edges[1], edges[2], edges[3]});
    }
    return grounds;
}

double shared(const Box& a, const Box& b) {
    const Box both{std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y), std::min(a.max_x, b.max_x),
                   std::min(a.max_y, b.max_y)};
    return both.width() * both.height();
}

/// The better, the larger: how much of what is wanted, and then how little else.
bool is_better(const Box& a, const Box& b, const Box& wanted) {
    const double of_a = shared(a, wanted), of_b = shared(b, wanted);
    return of_a != of_b ? of_a > of_b : a.width() * a.height() < b.width() * b.height();
}

}  // namespace

void note_ground(Shelf& shelf, const std::string& layer, const Box& ground) {
    auto grounds = grounds_in(shelf, layer);
    std::erase(grounds, ground);
    grounds.insert(grounds.begin(), ground);
    if (grounds.size() > k_most) grounds.resize(k_most);
    std::string text;
    for (const auto& each : grounds) {
        for (const double edge : {each.min_x, each.min_y, each.max_x, each.max_y})
            text += base::number_for_files(edge) + " ";
        text += "\n";
    }
    shelf.keep(key_of(layer), "text/plain", text);
}

std::optional<Box> seen_ground(const Shelf& shelf, const std::string& layer, const Box& wanted) {
    std::optional<Box> best;
    for (const auto& each : grounds_in(shelf, layer))
        if (shared(each, wanted) > 0 && (!best || is_better(each, *best, wanted))) best = each;
    return best;
}

}  // namespace geo
