// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/clusters.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace app;
using audit::Severity;
using audit::Status;

namespace {

Mark mark(double x, double y, std::optional<Severity> severity = Severity::attention, Status status = Status::open) {
    return {.shape = geo::Shape::point({x, y}), .severity = severity, .status = status};
}

std::shared_ptr<const MarkLayer> layer(const std::vector<Mark>& marks) { return std::make_shared<MarkLayer>(marks); }

/// A thousand findings in a town, most of them in its middle; the same every time.
std::shared_ptr<const MarkLayer> town() {
    std::mt19937 random(7);
    std::vector<Mark> marks;
    for (int i = 0; i < 1000; ++i) {
        const auto off = [&] { return (static_cast<double>(random() % 20000) - 10000) / 10; };
        const double spread = i % 3 == 0 ? 1.0 : 0.1;
        marks.push_back(mark(93000 + off() * spread, 463000 + off() * spread));
    }
    return layer(marks);
}

}  // namespace

TEST_CASE("Four findings too close together are one cluster, three stand for themselves", "[clusters]") {
    const auto three = cluster(layer({mark(10, 10), mark(12, 10), mark(10, 12)}), 0);
    CHECK(three->all.empty());
    CHECK(three->alone.size() == 3);
    const auto four = cluster(layer({mark(10, 10), mark(12, 10), mark(10, 12), mark(12, 12), mark(300, 10)}), 0);
    REQUIRE(four->all.size() == 1);
    CHECK((four->all[0].items == std::vector<std::uint32_t>{0, 1, 2, 3}));
    CHECK(four->all[0].place.x == Approx(11));
    CHECK((four->alone == std::vector<std::uint32_t>{4}));
    CHECK(four->is_alone[4]);
    CHECK_FALSE(four->is_alone[0]);
}

TEST_CASE("A cluster has the sign of the gravest that still needs work", "[clusters]") {
    std::vector<Mark> marks{mark(0, 0, Severity::blocking, Status::solved), mark(1, 0, Severity::hindering),
                            mark(0, 1, Severity::attention), mark(1, 1, std::nullopt)};
    CHECK(cluster(layer(marks), 0)->all[0].worst == Severity::hindering);
    CHECK(cluster(layer(marks), 0)->all[0].needs_work);
    for (auto& one : marks) one.status = Status::verified;
    CHECK(cluster(layer(marks), 0)->all[0].worst == Severity::blocking);
    CHECK_FALSE(cluster(layer(marks), 0)->all[0].needs_work);
}

TEST_CASE("Every finding is in one cluster or alone, and none is lost at any scale", "[clusters]") {
    const auto marks = town();
    std::size_t before = 0;
    for (int step = 12; step >= -12; --step) {
        const auto clusters = cluster(marks, step);
        std::vector<int> seen(marks->size(), 0);
        for (const auto item : clusters->alone) ++seen[item];
        for (const auto& one : clusters->all)
            for (const auto item : one.items) ++seen[item];
        CHECK(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
        if (step < 12) CHECK(clusters->alone.size() + 40 >= before);  // closer by, more stand for themselves
        before = clusters->alone.size();
    }
    CHECK(before > 980);
}

TEST_CASE("Clusters do not stand on each other", "[clusters]") {
    const auto clusters = cluster(town(), 4);
    REQUIRE(clusters->all.size() > 10);
    int near = 0;
    for (std::size_t a = 0; a < clusters->all.size(); ++a)
        for (std::size_t b = a + 1; b < clusters->all.size(); ++b)
            near += std::hypot(clusters->all[a].place.x - clusters->all[b].place.x,
                               clusters->all[a].place.y - clusters->all[b].place.y) < 20 * units_of_step(4);
    CHECK(near == 0);
}

TEST_CASE("What lies in a cluster is not picked by itself, the cluster is", "[clusters]") {
    const auto marks = layer({mark(100, 100), mark(101, 100), mark(100, 101), mark(101, 101), mark(200, 100)});
    Scene scene;
    scene.marks = marks;
    const Camera camera{.view = {{150, 100}, 1}, .width = 300, .height = 200};
    const auto at = camera.to_screen({100.5, 100.5}), other = camera.to_screen({200, 100});
    CHECK(pick(scene, camera, at).size() == 4);
    scene.clusters = cluster(marks, 0);
    CHECK(pick(scene, camera, at).empty());
    CHECK(pick(scene, camera, other).size() == 1);
    CHECK(cluster_at(*scene.clusters, camera, at) == 0U);
    CHECK_FALSE(cluster_at(*scene.clusters, camera, other));
}

TEST_CASE("Findings without a place or with one that is no number are in no cluster", "[clusters]") {
    std::vector<Mark> marks(5);
    marks.push_back(mark(std::nan(""), 4));
    const auto clusters = cluster(layer(marks), 3);
    CHECK(clusters->all.empty());
    CHECK(clusters->is_alone.size() == 6);
}
