// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/demo.hpp"
#include "audit/dossier/dossier.hpp"
#include "geo/base/files.hpp"
#include "geo/geometry/measure.hpp"
#include "geo/geometry/validity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <map>
#include <set>

using namespace audit;

namespace {

/// One demo for all tests that only look at it.
struct Made {
    test::TemporaryFolder folder{};
    demo::Demo demo;
    std::shared_ptr<const Snapshot> snapshot;

    Made() {
        demo = demo::make_demo(folder / "demo", {.features = 2'600, .seed = 1});
        auto dossier = Dossier::open(folder / "demo" / "dossier.gpkg", {}, Dossier::Access::read);
        snapshot = dossier.snapshot();
    }
};

const Made& made() {
    static const Made one;
    return one;
}

std::optional<Measurement> measured(const Finding& finding, const std::string& quantity) {
    for (const auto& measurement : finding.measurements)
        if (measurement.quantity == quantity) return measurement;
    return std::nullopt;
}

const demo::TerraceSpot* terrace_of(const Finding& finding) {
    if (finding.layer_refs.empty()) return nullptr;
    for (const auto& spot : made().demo.city.spots.terraces)
        if (finding.layer_refs[0].ends_with("/" + std::to_string(spot.fid))) return &spot;
    return nullptr;
}

/// Farthest that any position of the outline lies outside the permitted terrace, metres.
double overrun(const geo::Shape& outline, const demo::TerraceSpot& spot) {
    auto permit = geo::Shape::polygon(spot.corners);
    double farthest = 0;
    for (const auto& p : outline.points) farthest = std::max(farthest, geo::distance(permit, p));
    return farthest;
}

}  // namespace

TEST_CASE("The demo dossier has findings in every status and of every category", "[demo][dossier]") {
    std::set<Status> statuses;
    std::set<std::string> categories, districts, inspectors, goals;
    std::set<ReportSource> sources;
    std::set<geo::Kind> kinds;
    for (const auto& finding : made().snapshot->findings) {
        statuses.insert(finding->status);
        categories.insert(finding->category);
        districts.insert(finding->district);
        inspectors.insert(finding->by);
        sources.insert(finding->source);
        kinds.insert(finding->shape.kind);
        goals.insert(finding->goals.begin(), finding->goals.end());
    }
    CHECK(statuses.size() == k_statuses.size());
    CHECK(categories.size() == made().snapshot->catalogue->categories.size());
    CHECK(sources.size() == k_report_sources.size());
    CHECK(kinds.size() >= 3);
    CHECK(districts.size() >= 3);
    CHECK(inspectors.size() >= 4);
    CHECK(goals.size() >= 4);
}

TEST_CASE("The demo dossier has about as many findings as it should, over two years", "[demo][dossier]") {
    const auto& findings = made().snapshot->findings;
    CHECK(made().demo.findings == static_cast<std::int64_t>(findings.size()));
    CHECK(findings.size() >= 105);
    CHECK(findings.size() <= 135);
    CHECK(findings.front()->date < "2025-01-01");
    CHECK(findings.back()->date > "2026-09-01");
}

TEST_CASE("Most findings say who must act and by when, after they were observed", "[demo][dossier]") {
    std::set<std::string> actors;
    std::size_t agreed = 0;
    for (const auto& finding : made().snapshot->findings) {
        if (finding->responsible.empty()) continue;
        ++agreed;
        actors.insert(finding->responsible);
        CHECK(finding->due > finding->date);
    }
    CHECK(agreed * 2 > made().snapshot->findings.size());
    CHECK(actors.size() >= 4);
}

TEST_CASE("Dropped findings say why", "[demo][dossier]") {
    for (const auto& finding : made().snapshot->findings)
        if (finding->status == Status::dropped) CHECK_FALSE(finding->status_reason.empty());
}

TEST_CASE("Every terrace over its boundary sticks out as far as was measured", "[demo][dossier]") {
    int terraces = 0;
    for (const auto& finding : made().snapshot->findings) {
        if (finding->category != "terrace-over-boundary") continue;
        const auto* spot = terrace_of(*finding);
        REQUIRE(spot);
        auto depth = measured(*finding, "overrun-depth");
        REQUIRE(depth);
        CHECK(overrun(finding->shape, *spot) == Approx(depth->value).margin(*depth->accuracy));
        CHECK_FALSE(geo::why_invalid(finding->shape));
        auto area = measured(*finding, "overrun-area");
        REQUIRE(area);
        CHECK(geo::area(finding->shape) - geo::area(geo::Shape::polygon(spot->corners)) ==
              Approx(area->value).margin(*area->accuracy));
        if (auto passage = measured(*finding, "passage-width"))
            CHECK(geo::distance(finding->shape, spot->obstacle) == Approx(passage->value).margin(*passage->accuracy));
        ++terraces;
    }
    CHECK(terraces >= 20);
}

TEST_CASE("Every passage along a terrace is as wide as was measured, and some are too narrow", "[demo][dossier]") {
    int narrow = 0;
    for (const auto& finding : made().snapshot->findings) {
        if (finding->category != "terrace-passage") continue;
        auto width = measured(*finding, "passage-width");
        REQUIRE(width);
        CHECK(geo::length(finding->shape) == Approx(width->value).margin(*width->accuracy));
        if (width->value < 1.5) ++narrow;
    }
    CHECK(narrow >= 5);
}

TEST_CASE("The layers of the demo city stand in its dossier, from the ground up", "[demo][dossier]") {
    const auto& layers = made().snapshot->layers;
    REQUIRE(layers.size() == demo::k_layer_count);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        CHECK(layers[i].layer == demo::layer_plans()[i].name);
        CHECK(layers[i].name == demo::layer_plans()[i].title);
        CHECK(std::filesystem::equivalent(layers[i].path, made().folder / "demo" / "city.gpkg"));
    }
}

TEST_CASE("The demo dossier passes its own check and that of the GDAL project", "[demo][dossier]") {
    auto file = made().folder / "demo" / "dossier.gpkg";
    auto dossier = Dossier::open(file, {}, Dossier::Access::read);
    const auto checked = dossier.check();
    for (const auto& remark : checked.problems.remarks()) FAIL_CHECK(base::say(remark.problem));
    if (test::run("/usr/bin/python3 -c 'import osgeo_utils.samples.validate_gpkg'").exit_code != 0) {
        WARN("skipped: validate_gpkg.py is not installed");
        return;
    }
    auto run = test::run("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg '" + file.string() + "'");
    INFO(run.output);
    CHECK(run.exit_code == 0);
}

TEST_CASE("The same seed makes the same dossier to the byte", "[demo][dossier]") {
    test::TemporaryFolder folder;
    for (const auto* name : {"a", "b", "c"}) std::filesystem::create_directory(folder.path() / name);
    demo::make_findings_dossier(folder.path() / "a" / "x.gpkg", 300, 7);
    demo::make_findings_dossier(folder.path() / "b" / "x.gpkg", 300, 7);
    demo::make_findings_dossier(folder.path() / "c" / "x.gpkg", 300, 8);
    auto bytes = [&folder](const char* name) { return base::read_file(folder.path() / name / "x.gpkg"); };
    CHECK(bytes("a") == bytes("b"));
    CHECK_FALSE(bytes("a") == bytes("c"));
    demo::make_demo(folder / "again", {.features = 2'600, .seed = 1});
    CHECK(base::read_file(folder / "again" / "dossier.gpkg") ==
          base::read_file(made().folder / "demo" / "dossier.gpkg"));
}

TEST_CASE("A dossier for benchmarks has exactly the findings that were asked for", "[demo][dossier]") {
    test::TemporaryFolder folder;
    demo::make_findings_dossier(folder / "many.gpkg", 2'345, 1);
    auto dossier = Dossier::open(folder / "many.gpkg", {}, Dossier::Access::read);
    CHECK(dossier.snapshot()->findings.size() == 2'345);
}

TEST_CASE("A city can have more findings than suits its size", "[demo][dossier]") {
    test::TemporaryFolder folder;
    auto few = demo::make_demo(folder / "few", {.features = 20'000, .seed = 1});
    auto many = demo::make_demo(folder / "many", {.features = 20'000, .seed = 1, .findings = 1'200});
    CHECK(few.findings < 500);
    CHECK(many.findings == 1'200);
    CHECK(base::read_file(folder / "few" / "city.gpkg") == base::read_file(folder / "many" / "city.gpkg"));
}

TEST_CASE("A demo never takes the place of a dossier", "[demo][dossier]") {
    test::TemporaryFolder folder;
    demo::make_findings_dossier(folder / "dossier.gpkg", 3, 1);
    auto before = base::read_file(folder / "dossier.gpkg");
    CHECK_THROWS_AS(demo::make_demo(folder.path(), {.features = 1'000, .seed = 1}), base::Refusal);
    CHECK(base::read_file(folder / "dossier.gpkg") == before);
    CHECK_FALSE(std::filesystem::exists(folder / "city.gpkg"));
}
