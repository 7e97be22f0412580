// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "geo/base/problem.hpp"
#include "geo/geometry/wkb.hpp"
#include "geo/source/writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <fstream>

using namespace geo;
namespace fs = std::filesystem;

namespace {

void write_sample(GeoPackageWriter& writer) {
    writer.begin_layer("footway", Kind::multi_polygon,
                       {{"name", FieldType::text}, {"width", FieldType::real}, {"year", FieldType::integer}});
    writer.add(shape_from_wkt("POLYGON ((93500 463900, 93510 463900, 93510 463910, 93500 463900))"),
               {"Nieuwe Rijn", 1.5, std::int64_t{1990}});
    writer.add(shape_from_wkt("MULTIPOLYGON (((93520 463900, 93530 463900, 93530 463910, 93520 463900)))"),
               {"Hooglandse Kerkgracht", {}, {}});
    writer.add(Shape{}, {{}, {}, std::int64_t{2}});
    writer.begin_layer("tree", Kind::point, {});
    for (int i = 0; i < 500; ++i) writer.add(Shape::point({93500.0 + i, 463900.0 + i % 7}), {});
    writer.begin_layer("mixed", Kind::collection, {{"what", FieldType::text}});
    writer.add(Shape::point({93500, 463900}), {"point"});
    writer.add(shape_from_wkt("LINESTRING (93500 463900, 93501 463901)"), {"line"});
}

void write_file(const fs::path& path) {
    GeoPackageWriter writer(path, rd_new());
    write_sample(writer);
    writer.commit();
}

std::string code_of_writing(const fs::path& path) {
    try {
        write_file(path);
        return "";
    } catch (const base::Error& error) {
        CHECK(error.problem().where.file == path.string());
        return error.problem().code;
    }
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("The same calls write the same bytes", "[source][writer]") {
    test::TemporaryFolder folder;
    write_file(folder / "a.gpkg");
    write_file(folder / "b.gpkg");
    CHECK(base::read_file(folder / "a.gpkg") == base::read_file(folder / "b.gpkg"));
    CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("A layer that was begun before is continued", "[source][writer]") {
    test::TemporaryFolder folder;
    auto file = folder / "blocks.gpkg";
    GeoPackageWriter writer(file, rd_new());
    for (int block = 0; block < 3; ++block) {
        writer.begin_layer("tree", Kind::point, {{"block", FieldType::integer}});
        for (int i = 0; i < 10; ++i) writer.add(Shape::point({93500.0 + i, 463900.0 + block}), {std::int64_t{block}});
        writer.begin_layer("lamp", Kind::point, {{"block", FieldType::integer}});
        writer.add(Shape::point({93500.0, 463900.0}), {std::int64_t{block}});
    }
    writer.commit();
    auto count = [&file](const std::string& table) {
        return test::run("ogrinfo -q -sql 'SELECT COUNT(*) n, COUNT(DISTINCT block) b FROM " + table + "' '" +
                         file.string() + "'")
            .output;
    };
    CHECK(count("tree").find("n (Integer) = 30") != std::string::npos);
    CHECK(count("tree").find("b (Integer) = 3") != std::string::npos);
    CHECK(count("lamp").find("n (Integer) = 3") != std::string::npos);
}

TEST_CASE("A written GeoPackage passes the validator of the GDAL project", "[source][writer]") {
    test::TemporaryFolder folder;
    write_file(folder / "city.gpkg");
    if (test::run("/usr/bin/python3 -c 'import osgeo_utils.samples.validate_gpkg'").exit_code != 0) {
        WARN("skipped: validate_gpkg.py is not installed");
        return;
    }
    auto run =
        test::run("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg '" + (folder / "city.gpkg").string() + "'");
    INFO(run.output);
    CHECK(run.exit_code == 0);
}

TEST_CASE("A file of ours is replaced, a foreign one is refused and stays", "[source][writer]") {
    test::TemporaryFolder folder;
    auto path = folder / "city.gpkg";
    CHECK(code_of_writing(path) == "");
    CHECK(code_of_writing(path) == "");
    std::ofstream(folder / "letter.gpkg") << "dear reader";
    CHECK(code_of_writing(folder / "letter.gpkg") == "file-exists");
    CHECK(base::read_file(folder / "letter.gpkg") == "dear reader");
}

TEST_CASE("Without commit nothing stays behind, and the old file stays", "[source][writer]") {
    test::TemporaryFolder folder;
    write_file(folder / "city.gpkg");
    auto before = base::read_file(folder / "city.gpkg");
    {
        GeoPackageWriter writer(folder / "city.gpkg", rd_new());
        writer.begin_layer("other", Kind::point, {});
        writer.add(Shape::point({1, 2}), {});
    }
    CHECK(base::read_file(folder / "city.gpkg") == before);
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("A place that cannot be written to is an error that names the file", "[source][writer]") {
    CHECK(code_of_writing("/nowhere/at/all/city.gpkg") == "file-not-written");
}
