// SPDX-License-Identifier: EUPL-1.2
#include "app/core/region_feed.hpp"

#include "app/core/guarded.hpp"
#include "geo/base/priority.hpp"
#include "geo/source/large.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// Style pixels by which symbols and wide lines reach into a tile from outside it.
constexpr double k_reach = 24;
/// More is read on each side, as a share of the view.
constexpr double k_ahead = 0.3;
/// So many features are read at least, where they are spread evenly: fewer would take hardly less time.
constexpr double k_least_features = 3000;
/// Fewer are read at once with what is around them.
constexpr double k_few_features = 2 * k_least_features;
/// When a region of many features has so many times the ground that is wanted, it is read anew.
constexpr std::size_t k_many_features = 20'000;
constexpr double k_most_waste = 9;
/// More than any view shows before the overview takes their place.
constexpr std::size_t k_most_features = 600'000;

double ground_of(const PreparedLayer& whole) {
    if (whole.coverage.levels.empty()) return whole.box.width() * whole.box.height();
    const auto& finest = whole.coverage.levels.front();
    return static_cast<double>(finest.patches.size()) * std::pow(finest.unit * k_patch, 2);
}

double reach_of(const Camera& camera) { return k_reach * camera.pixel_ratio * camera.view.units_per_pixel; }

/// What tiles of the view show.
geo::Box edge_box(const Camera& camera) { return camera.tiled().widened(reach_of(camera)); }

geo::Box shown_box(const Camera& camera, const PreparedLayer& whole) { return edge_box(camera).common(whole.box); }

geo::Box half_way(const geo::Box& a, const geo::Box& b) {
    return {(a.min_x + b.min_x) / 2, (a.min_y + b.min_y) / 2, (a.max_x + b.max_x) / 2, (a.max_y + b.max_y) / 2};
}

/// About how many there are.
double features_on(const geo::Box& box, const PreparedLayer& whole) {
    const auto ground = box.common(whole.box);
    return static_cast<double>(whole.feature_count) *
           std::min(1.0, ground.width() * ground.height() / ground_of(whole));
}

/// Value by value, as columns.
std::vector<std::vector<std::string>> columns_of(const std::vector<std::vector<std::string>>& rows, std::size_t count) {
    std::vector<std::vector<std::string>> columns(count);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < count; ++i) columns[i].push_back(row[i]);
    return columns;
}

/// Far more is held than is looked at: memory is to follow the view.
bool is_wasteful(const PreparedRegion& region, const geo::Box& wanted) {
    const auto held = region.box.common(region.all->box);
    return region.all->feature_count > k_many_features &&
           held.width() * held.height() > k_most_waste * wanted.width() * wanted.height();
}

std::shared_ptr<const PreparedRegion> empty_region(const geo::Box& box) {
    PreparedRegion region{.box = box, .all = prepare_region(std::make_shared<const geo::Layer>())};
    return std::make_shared<const PreparedRegion>(std::move(region));
}

}  // namespace

geo::Box region_box(const Camera& camera, const PreparedLayer& whole) {
    const auto visible = camera.visible();
    double ahead =
        k_ahead * std::max(visible.width(), visible.height()) + k_tile * camera.view.units_per_pixel + reach_of(camera);
    const double features = std::max(1.0, static_cast<double>(whole.feature_count));
    const double least_side = std::sqrt(ground_of(whole) * std::min(1.0, k_least_features / features));
    ahead = std::max(ahead, (least_side - visible.width()) / 2);
    return visible.widened(ahead);
}

RegionFeed::RegionFeed(RegionJobs jobs, LayerOrigin source, std::function<void()> changed)
    : jobs_(jobs), source_(std::move(source)), changed_(std::move(changed)) {}

RegionFeed::~RegionFeed() { give_up(); }

void RegionFeed::give_up() {
    if (reading_ && job_ != 0) reading_->cancel(job_);
    reading_ = nullptr;
    ++ticket_;
}

bool RegionFeed::suits(const RegionWish& wish) const {
    return region_ && (wish.names.empty() || wish.names == names_) && wish.coloured_as == coloured_as_;
}

void RegionFeed::look(const Camera& camera, const PreparedLayer& whole, const RegionWish& wish, bool is_calm) {
    if (camera.width <= 1 || reading_ == &jobs_.view) return;
    const auto needed = shown_box(camera, whole);
    if (needed.is_empty()) return;
    const auto wanted = region_box(camera, whole);
    if (!suits(wish) || !region_->box.encloses(needed)) {
        give_up();
        ahead_of_ = {};
        const bool is_soon_read = features_on(wanted, whole) < k_few_features;
        if (is_soon_read) return read(jobs_.view, wanted, whole, wish);
        // Who goes along comes to the next tiles soon; who jumps waits for these.
        const bool goes_along =
            suits(wish) && region_->box.width() >= needed.width() && region_->box.intersects(needed);
        return read(jobs_.view, goes_along ? half_way(wanted, edge_box(camera)) : edge_box(camera), whole, wish);
    }
    if (ahead_of_ == camera.view) return;  // is being read, or was in vain
    give_up();
    if (!is_calm || !jobs_.view.idle()) return;
    const auto soon = half_way(wanted, edge_box(camera)).common(whole.box);
    if (region_->box.encloses(soon) && !is_wasteful(*region_, wanted.common(whole.box))) return;
    ahead_of_ = camera.view;
    read(jobs_.ahead, wanted, whole, wish);
}

RegionFeed::Arrived RegionFeed::read_region(const LayerOrigin& source, const geo::Box& box, const RegionWish& wish,
                                            base::Progress progress) {
    auto fields = wish.class_fields;
    if (!wish.names.empty()) fields.push_back(wish.names);
    auto read = geo::read_region(source.path, source.options, source.target, box, fields, k_most_features, progress);
    auto columns = columns_of(read.values, fields.size());
    auto layer = std::make_shared<const geo::Layer>(std::move(read.layer));
    PreparedRegion region{.box = box, .all = prepare_region(layer), .complete = read.complete};
    if (!wish.names.empty()) {
        region.names = std::move(columns.back());
        columns.pop_back();
    }
    if (wish.classes > 0) region.parts = prepare_region_classes(layer, wish.classes_of(columns), wish.classes);
    return {.region = std::make_shared<const PreparedRegion>(std::move(region))};
}

void RegionFeed::read(base::Jobs& jobs, const geo::Box& box, const PreparedLayer& whole, const RegionWish& wish) {
    const std::weak_ptr<char> alive = alive_;
    reading_ = &jobs;
    job_ = 0;
    const auto ticket = ++ticket_;
    const auto id = jobs.start(
        base::text("Reading what is in view of {layer}", {{"layer", whole.layer->name}}),
        [this, alive, box, wish, ticket, source = source_,
         is_ahead = &jobs == &jobs_.ahead](base::Progress progress) -> std::function<void()> {
            if (is_ahead) base::set_priority(base::Priority::background);  // its worker does nothing else
            auto arrived = guarded<Arrived>([&] { return read_region(source, box, wish, std::move(progress)); });
            if (!arrived.region) arrived.region = empty_region(box);
            return [this, alive, wish, ticket, arrived = std::move(arrived)]() mutable {
                if (!alive.expired()) arrive(ticket, wish, std::move(arrived));
            };
        });
    // Where there are no workers it is done by now.
    if (reading_ && ticket == ticket_) job_ = id;
}

void RegionFeed::arrive(std::uint64_t ticket, const RegionWish& wish, Arrived arrived) {
    if (ticket != ticket_) return;
    const bool is_ahead = reading_ == &jobs_.ahead;
    reading_ = nullptr;
    if (is_ahead && arrived.problem) return;  // what is to be seen is there; the next view that needs more says why
    names_ = wish.names;
    coloured_as_ = wish.coloured_as;
    region_ = std::move(arrived.region);
    problem_ = std::move(arrived.problem);
    changed_();
}

}  // namespace app
