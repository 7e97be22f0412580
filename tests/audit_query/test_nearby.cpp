// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/nearby.hpp"
#include "geo/crs/transform.hpp"
#include "tests/audit_query/made.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace audit;
using Findings = std::vector<std::shared_ptr<const Finding>>;

std::shared_ptr<const Finding> at(geo::Shape shape, const std::string& uuid, Status status = Status::open) {
    auto f = made::finding();
    f.uuid = uuid;
    f.shape = std::move(shape);
    f.status = status;
    return std::make_shared<const Finding>(f);
}

Category terraces() {
    auto category = made::catalogue().categories.front();
    category.near_metres = 10;
    return category;
}

const geo::Point k_here{93500, 463900};

std::vector<std::string> near_here(const Findings& among, const geo::Crs& crs = geo::rd_new(),
                                   geo::Point here = k_here) {
    std::vector<std::string> uuids;
    for (const auto& near : near_duplicates(terraces(), crs, among, geo::Shape::point(here)))
        uuids.push_back(near.finding->uuid);
    return uuids;
}

}  // namespace

TEST_CASE("Open findings of the same kind nearby are found, nearest first") {
    Findings among{at(geo::Shape::point({93509, 463900}), "nine"), at(geo::Shape::point({93511, 463900}), "eleven"),
                   at(geo::Shape::point({93500, 463903}), "three")};
    CHECK(near_here(among) == std::vector<std::string>{"three", "nine"});
    CHECK(near_duplicates(terraces(), geo::rd_new(), among, geo::Shape::point(k_here)).front().metres ==
          Approx(3).epsilon(0.001));
}

TEST_CASE("What is solved or dropped, of another kind, or without a place is no duplicate") {
    auto other = made::finding();
    other.category = "object-on-footway";
    other.shape = geo::Shape::point(k_here);
    Findings among{at(geo::Shape::point(k_here), "solved", Status::solved),
                   at(geo::Shape::point(k_here), "dropped", Status::dropped),
                   at(geo::Shape::point(k_here), "busy", Status::in_progress), at({}, "nowhere"),
                   std::make_shared<const Finding>(other)};
    CHECK(near_here(among) == std::vector<std::string>{"busy"});
    CHECK(near_duplicates(terraces(), geo::rd_new(), among, geo::Shape::point(k_here), "busy").empty());
    CHECK(near_duplicates(terraces(), geo::rd_new(), among, {}).empty());
}

TEST_CASE("The distance is between the shapes, not between their corners") {
    const geo::Point line[] = {{93400, 463904}, {93600, 463904}};
    const geo::Point square[] = {{93400, 463800}, {93600, 463800}, {93600, 464000}, {93400, 464000}};
    Findings among{at(geo::Shape::line(line), "line"), at(geo::Shape::polygon(square), "square")};
    auto near = near_duplicates(terraces(), geo::rd_new(), among, geo::Shape::point(k_here));
    REQUIRE(near.size() == 2);
    CHECK(near[0].metres == Approx(0).margin(1e-9));
    CHECK(near[1].metres == Approx(4).epsilon(0.001));
}

TEST_CASE("Metres are metres on the ground, in degrees and in a projection that stretches") {
    for (const char* code : {"EPSG:4326", "EPSG:3857"}) {
        auto crs = geo::Crs::parse(code);
        geo::Transform to(geo::rd_new(), crs);
        auto place = [&](double x, double y) { return geo::Shape::point(to.apply(geo::Point{x, y})); };
        Findings among{at(place(93509, 463900), "east"), at(place(93500, 463909.5), "north"),
                       at(place(93510.5, 463900), "too far east"), at(place(93500, 463910.5), "too far north")};
        CHECK(near_here(among, crs, to.apply(k_here)) == std::vector<std::string>{"east", "north"});
    }
}

TEST_CASE("A remark names the near finding and how far it is") {
    base::set_language(base::Language::english);
    NearFinding near{at(geo::Shape::point(k_here), "019abc00"), 3.21};
    CHECK_THAT(base::say(say_near(near)), Catch::Contains("3.2 m") && Catch::Contains("019abc00"));
}
