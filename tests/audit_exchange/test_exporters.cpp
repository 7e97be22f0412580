// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_exchange/made_file.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <stdexcept>

namespace {

template <class Work>
base::Problem problem_of(Work work) {
    try {
        work();
    } catch (const base::Error& error) {
        return error.problem();
    }
    return {};
}

std::size_t files_in(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("The format follows from the ending, or from its name", "[audit][exchange]") {
    CHECK(audit::exporter_for("a/b.geojson").name == "geojson");
    CHECK(audit::exporter_for("B.CSV").name == "csv");
    CHECK(audit::exporter_for("b.json").name == "geojson");
    CHECK(audit::exporter_named("csv").takes_crs);
    auto problem = problem_of([] { audit::exporter_for("b.shp"); });
    CHECK(problem.code == "export-format");
    CHECK(base::say(problem, base::Language::english) ==
          "The name “b.shp” does not say in which format to export. Choose one of these formats: geojson, csv.");
    CHECK(problem_of([] { audit::exporter_named("shp"); }).code == "export-format");
}

TEST_CASE("GeoJSON has a coordinate system of its own", "[audit][exchange]") {
    test::TemporaryFolder folder;
    auto write = [&] {
        audit::export_findings(audit::exporter_named("geojson"), folder / "a.geojson", made::feed({}),
                               {.crs = geo::rd_new()});
    };
    CHECK_THROWS_AS(write(), base::Refusal);
    CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("A target that cannot be is refused in one sentence", "[audit][exchange]") {
    test::TemporaryFolder folder;
    auto code_for = [&](const std::filesystem::path& out, const audit::FindingFeed& feed) {
        return problem_of([&] { audit::export_findings(audit::exporter_named("csv"), out, feed, {}); }).code;
    };
    CHECK(code_for(folder / "none/a.csv", made::feed({})) == "export-no-folder");
    CHECK(code_for(folder.path(), made::feed({})) == "export-is-folder");
    std::ofstream(folder / "d.gpkg") << "dossier";
    auto feed = made::feed({});
    feed.dossier = folder / "d.gpkg";
    CHECK(code_for(folder.path() / "." / "d.gpkg", feed) == "export-is-dossier");
    CHECK(base::read_file(folder / "d.gpkg") == "dossier");
}

TEST_CASE("An export that fails half way leaves the old file and nothing beside it", "[audit][exchange]") {
    test::TemporaryFolder folder;
    for (const auto& exporter : audit::exporters()) {
        auto out = folder / "out";
        audit::export_findings(exporter, out, made::feed({}), {});
        auto old = base::read_file(out);
        auto feed = made::feed({});
        feed.for_each = [](const std::function<void(const audit::Finding&)>& use) {
            use(made::finding());
            throw std::runtime_error("the disk was pulled out");
        };
        CHECK_THROWS_AS(audit::export_findings(exporter, out, feed, {}), std::runtime_error);
        CHECK(base::read_file(out) == old);
        CHECK(files_in(folder.path()) == 1);
        audit::export_findings(exporter, out, made::feed({made::finding()}), {});
        CHECK(base::read_file(out).size() > old.size());
        CHECK(files_in(folder.path()) == 1);
        std::filesystem::remove(out);
    }
}

TEST_CASE("An export replaces an earlier export or an empty file, and nothing else", "[audit][exchange]") {
    test::TemporaryFolder folder;
    std::ofstream(folder / "photo.png") << "\x89PNG";
    std::ofstream(folder / "empty.geojson");
    std::ofstream(folder / "ways.geojson") << "{\"type\":\"FeatureCollection\",\"features\":[]}";
    auto write = [&](const std::string& name, const audit::FindingFeed& feed) {
        return problem_of([&] { audit::export_findings(audit::exporter_named("geojson"), folder / name, feed, {}); })
            .code;
    };
    CHECK(write("photo.png", made::feed({})) == "export-would-replace");
    CHECK(write("empty.geojson", made::feed({})).empty());
    auto feed = made::feed({});
    feed.sources = {folder / "ways.geojson"};
    CHECK(write("ways.geojson", feed) == "export-is-source");
}

TEST_CASE("A finding without uuid is left out of an export, with a remark", "[audit][exchange]") {
    test::TemporaryFolder folder;
    auto stray = made::finding();
    stray.uuid.clear();
    for (const auto& exporter : audit::exporters()) {
        auto exported = audit::export_findings(exporter, folder / std::string(exporter.name),
                                               made::feed({made::finding(), stray, stray}), {});
        CHECK(exported.findings == 1);
        CHECK(exported.remarks.count("export-no-uuid") == 2);
    }
}
