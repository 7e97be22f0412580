// SPDX-License-Identifier: EUPL-1.2
#include "geo/index/index.hpp"

#include <boost/geometry/algorithms/comparable_distance.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <iterator>

namespace geo {
namespace {

namespace bg = boost::geometry;
using TreePoint = bg::model::d2::point_xy<double>;
using TreeBox = bg::model::box<TreePoint>;

TreeBox tree_box(const Box& box) { return {{box.min_x, box.min_y}, {box.max_x, box.max_y}}; }

/// The tree holds item numbers only and looks their boxes up: 4 bytes an item instead of 40.
struct BoxOfItem {
    using result_type = TreeBox;
    const std::vector<Box>* boxes = nullptr;
    TreeBox operator()(std::uint32_t item) const { return tree_box((*boxes)[item]); }
};

/// 16 items a node: with 8 the queries were no faster and the tree larger; with 64 a click looks at too many boxes.
using Rtree = bg::index::rtree<std::uint32_t, bg::index::rstar<16>, BoxOfItem>;

std::vector<std::uint32_t> items_with_box(const std::vector<Box>& boxes) {
    std::vector<std::uint32_t> items;
    items.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].is_empty()) items.push_back(static_cast<std::uint32_t>(i));
    }
    return items;
}

}  // namespace

struct Index::Tree {
    std::shared_ptr<const std::vector<Box>> boxes;
    Rtree items;

    explicit Tree(std::shared_ptr<const std::vector<Box>> given)
        : boxes(std::move(given)), items(items_with_box(*boxes), bg::index::rstar<16>(), BoxOfItem{boxes.get()}) {}
};

Index::Index(std::shared_ptr<const std::vector<Box>> boxes) : tree_(std::make_unique<Tree>(std::move(boxes))) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

std::vector<std::uint32_t> Index::in(const Box& box) const {
    std::vector<std::uint32_t> found;
    if (box.is_empty()) return found;
    tree_->items.query(bg::index::intersects(tree_box(box)), std::back_inserter(found));
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> Index::nearest(Point p, std::size_t count) const {
    std::vector<std::uint32_t> found;
    if (count == 0) return found;
    tree_->items.query(bg::index::nearest(TreePoint(p.x, p.y), static_cast<unsigned>(count)),
                       std::back_inserter(found));
    auto squared = [&](std::uint32_t item) {
        return bg::comparable_distance(TreePoint(p.x, p.y), tree_box((*tree_->boxes)[item]));
    };
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        auto da = squared(a), db = squared(b);
        return da != db ? da < db : a < b;
    });
    return found;
}

std::size_t Index::size() const { return tree_->items.size(); }

}  // namespace geo
