// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/transform.hpp"
#include "geo/source/raster.hpp"
#include "tests/geo_source/files.hpp"

#include <array>

using namespace geo;

namespace {

namespace fs = std::filesystem;
using Colour = std::array<int, 4>;

Colour at(const Pixels& piece, int column, int row) {
    const auto* pixel = &piece.rgba[4 * (static_cast<std::size_t>(row) * piece.side + column)];
    return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

/// 40 × 20 pixels of half a metre in RD: the left half of one value, the right half of another.
fs::path two_halves(const test::TemporaryFolder& folder, const std::string& left, const std::string& right,
                    const std::string& options) {
    std::string grid = "ncols 40\nnrows 20\nxllcorner 93500\nyllcorner 463900\ncellsize 0.5\nNODATA_value -99\n";
    for (int row = 0; row < 20; ++row) {
        for (int column = 0; column < 40; ++column) grid += (column < 20 ? left : right) + " ";
        grid += "\n";
    }
    test::write(folder / "grid.asc", grid);
    const auto run = test::run("cd '" + folder.path().string() + "' && gdal_translate -q -a_srs EPSG:28992 -of GTiff " +
                               options + " grid.asc image.tif");
    INFO(run.output);
    REQUIRE(run.exit_code == 0);
    fs::remove(folder / "grid.asc");
    return folder / "image.tif";
}

/// The 20 × 20 metres in which the image is the lower half.
const Box k_ground{93500, 463900, 93520, 463920};

}  // namespace

TEST_CASE("A grey image is read in its place, and around it is nothing", "[source][raster]") {
    NEED_PROGRAM("gdal_translate");
    test::TemporaryFolder folder;
    const auto path = two_halves(folder, "10", "200", "-ot Byte");
    const auto before = test::contents_of(folder.path());
    RasterReader reader(path, {}, rd_new());
    CHECK(reader.report().width == 40);
    CHECK(reader.extent() == Box{93500, 463900, 93520, 463910});
    CHECK(reader.finest_units() == Approx(0.5));
    const auto piece = reader.read(k_ground, 64);
    CHECK_FALSE(piece.damaged);
    CHECK((at(piece, 10, 50) == Colour{10, 10, 10, 255}));
    CHECK((at(piece, 50, 50) == Colour{200, 200, 200, 255}));
    CHECK(at(piece, 10, 10)[3] == 0);
    CHECK((test::contents_of(folder.path()) == before));
}

TEST_CASE("Pixels without data are transparent, and heights become shades", "[source][raster]") {
    NEED_PROGRAM("gdal_translate");
    test::TemporaryFolder folder;
    const auto half = two_halves(folder, "-99", "7.5", "-ot Float32");
    auto piece = RasterReader(half, {}, rd_new()).read(k_ground, 64);
    CHECK(at(piece, 10, 50)[3] == 0);
    CHECK(at(piece, 50, 50)[3] == 255);
    const auto heights = two_halves(folder, "-3.5", "7.5", "-ot Float32");
    piece = RasterReader(heights, {}, rd_new()).read(k_ground, 64);
    CHECK((at(piece, 10, 50) == Colour{0, 0, 0, 255}));
    CHECK((at(piece, 50, 50) == Colour{255, 255, 255, 255}));
}

TEST_CASE("Colours and palettes are read as colours", "[source][raster]") {
    NEED_PROGRAM("gdal_translate");
    test::TemporaryFolder folder;
    const auto path = two_halves(
        folder, "0", "255", "-ot Byte -b 1 -b 1 -b 1 -colorinterp red,green,blue -scale_2 0 255 50 100 -a_nodata none");
    auto piece = RasterReader(path, {}, rd_new()).read(k_ground, 64);
    CHECK((at(piece, 10, 50) == Colour{0, 50, 0, 255}));
    CHECK((at(piece, 50, 50) == Colour{255, 100, 255, 255}));
    test::write(
        folder / "palette.vrt",
        "<VRTDataset rasterXSize='40' rasterYSize='20'><SRS>EPSG:28992</SRS><GeoTransform>93500,0.5,0,463910,0,-0.5"
        "</GeoTransform><VRTRasterBand dataType='Byte' band='1'><ColorInterp>Palette</ColorInterp><ColorTable>" +
            [] {
                std::string entries;
                for (int i = 0; i < 256; ++i)
                    entries += i == 0 ? "<Entry c1='12' c2='34' c3='56' c4='255'/>"
                                      : "<Entry c1='200' c2='100' c3='0' c4='255'/>";
                return entries;
            }() +
            "</ColorTable><SimpleSource><SourceFilename relativeToVRT='1'>image.tif</SourceFilename>"
            "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>");
    REQUIRE(test::run("cd '" + folder.path().string() + "' && gdal_translate -q palette.vrt paletted.tif").exit_code ==
            0);
    piece = RasterReader(folder / "paletted.tif", {}, rd_new()).read(k_ground, 64);
    CHECK((at(piece, 10, 50) == Colour{12, 34, 56, 255}));
    CHECK((at(piece, 50, 50) == Colour{200, 100, 0, 255}));
}

TEST_CASE("An image in another coordinate system lies where it belongs", "[source][raster]") {
    NEED_PROGRAM("gdalwarp");
    test::TemporaryFolder folder;
    two_halves(folder, "10", "200", "-ot Byte");
    const auto run =
        test::run("cd '" + folder.path().string() + "' && gdalwarp -q -t_srs EPSG:3857 -dstnodata 0 image.tif web.tif");
    REQUIRE(run.exit_code == 0);
    RasterReader reader(folder / "web.tif", {}, rd_new());
    CHECK(reader.extent().contains({93510, 463905}));
    CHECK(reader.extent().width() < 25);
    const auto piece = reader.read(k_ground, 64);
    CHECK((at(piece, 10, 50) == Colour{10, 10, 10, 255}));
    CHECK((at(piece, 50, 50) == Colour{200, 200, 200, 255}));
    CHECK(at(piece, 10, 10)[3] == 0);
}

TEST_CASE("An image that cannot be placed says so", "[source][raster]") {
    NEED_PROGRAM("gdal_translate");
    test::TemporaryFolder folder;
    test::write(folder / "grid.asc", "ncols 2\nnrows 2\nxllcorner 93500\nyllcorner 463900\ncellsize 0.5\n1 2\n3 4\n");
    CHECK(test::error_code([&] { RasterReader(folder / "grid.asc", {}, rd_new()); }) == "crs-missing");
    CHECK(RasterReader(folder / "grid.asc", {.crs = rd_new()}, rd_new()).extent() == Box{93500, 463900, 93501, 463901});
    REQUIRE(test::run("cd '" + folder.path().string() +
                      "' && gdal_translate -q -of PNG -ot Byte grid.asc photo.png && rm -f photo.png.aux.xml photo.wld")
                .exit_code == 0);
    CHECK(test::error_code([&] { RasterReader(folder / "photo.png", {}, rd_new()); }) == "raster-unplaced");
    CHECK(test::error_code([&] { RasterReader(folder / "photo.png", {.layer = "other"}, rd_new()); }) == "raster-none");
}

TEST_CASE("Real images are read at every scale", "[source][raster][real]") {
    NEED_REAL_FILE(map, "raster/topo_nl_rd.tif");
    RasterReader reader(map, {}, rd_new());
    for (double width : {200'000.0, 20'000.0, 2'000.0}) {
        const auto piece = reader.read({93500, 490000, 93500 + width, 490000 + width}, 128);
        CHECK_FALSE(piece.damaged);
        CHECK(at(piece, 2, 125)[3] == 255);
    }
    NEED_REAL_FILE(tiles, "raster/isle_of_man.mbtiles");
    RasterReader island(tiles, {}, wgs84());
    CHECK(island.extent().contains({-4.5, 54.2}));
    const auto piece = island.read({-4.6, 54.1, -4.4, 54.3}, 64);
    CHECK(at(piece, 32, 32)[3] == 255);
}

TEST_CASE("A photo from the air says who made it", "[source][raster]") {
    NEED_PROGRAM("gdal_translate");
    test::TemporaryFolder folder;
    const auto path = two_halves(folder, "10", "200", "-ot Byte -mo TIFFTAG_COPYRIGHT='© <b>Beeldmateriaal</b>'");
    CHECK(RasterReader(path, {}, rd_new()).report().attribution == "© Beeldmateriaal");
    CHECK(RasterReader(two_halves(folder, "1", "2", "-ot Byte"), {}, rd_new()).report().attribution.empty());
}

TEST_CASE("Tiles of a database that are no images are told, and the others are read", "[source][raster]") {
    NEED_PROGRAM("gdalwarp");
    NEED_PROGRAM("python3");
    test::TemporaryFolder folder;
    two_halves(folder, "10", "200", "-ot Byte -b 1 -b 1 -b 1 -co PHOTOMETRIC=RGB");
    const auto made =
        test::run("cd '" + folder.path().string() +
                  "' && gdalwarp -q -t_srs EPSG:3857 -ts 600 300 image.tif web.tif && gdal_translate -q "
                  "-of MBTILES -co TILE_FORMAT=PNG web.tif tiles.mbtiles && python3 -c \"import sqlite3; "
                  "tiles = sqlite3.connect('tiles.mbtiles'); tiles.execute('insert into metadata values "
                  "(\\'attribution\\', \\'<a href=x>&copy; Gemeente &amp; co</a>\\')'); tiles.commit()\"");
    INFO(made.output);
    REQUIRE(made.exit_code == 0);
    const auto read = [&] {
        const RasterReader reader(folder / "tiles.mbtiles", {}, rd_new());
        CHECK(reader.report().attribution == "© Gemeente & co");
        return reader.read({93500, 463900, 93520, 463910}, 64).damaged;
    };
    CHECK_FALSE(read());
    const auto broken = test::run("cd '" + folder.path().string() +
                                  "' && python3 -c \"import sqlite3; tiles = sqlite3.connect('tiles.mbtiles'); "
                                  "tiles.execute('update tiles set tile_data = x\\'00010203\\''); tiles.commit()\"");
    INFO(broken.output);
    REQUIRE(broken.exit_code == 0);
    CHECK(read());
}

TEST_CASE("Reading pixels can be cancelled", "[source][raster][real]") {
    NEED_REAL_FILE(map, "raster/topo_nl_rd.tif");
    auto state = std::make_shared<base::ProgressState>();
    state->cancelled = true;
    RasterReader reader(map, {}, rd_new());
    CHECK_THROWS_AS(reader.read({0, 480000, 100000, 580000}, 256, base::Progress(state)), base::Cancelled);
}
