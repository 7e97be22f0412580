// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <fstream>
#include <string>

/// What other programs do to a dossier.
namespace test {

/// Runs a program that must succeed.
inline void succeed(const std::string& command) {
    auto ran = run(command);
    INFO(command << "\n" << ran.output);
    REQUIRE(ran.exit_code == 0);
}

/// SQL through GDAL, which knows the functions of a GeoPackage's spatial index.
inline void ogr_sql(const std::filesystem::path& dossier, const std::string& sql) {
    succeed("ogrinfo '" + dossier.string() + "' -sql \"" + sql + "\"");
}

/// SQL through the sqlite3 program.
inline void sqlite(const std::filesystem::path& dossier, const std::string& sql) {
    succeed("sqlite3 -bail '" + dossier.string() + "' \"" + sql + "\"");
}

/// Appends the rows of a CSV with columns x and y as findings.
inline void ogr_append(const std::filesystem::path& dossier, const std::string& csv) {
    auto file = dossier.parent_path() / "in.csv";
    std::ofstream(file) << csv;
    succeed(
        "ogr2ogr -append -update '" + dossier.string() + "' '" + file.string() +
        "' -nln finding -oo X_POSSIBLE_NAMES=x -oo Y_POSSIBLE_NAMES=y -oo EMPTY_STRING_AS_NULL=YES -a_srs EPSG:28992");
}

/// Moves every finding to a point.
inline void ogr_move(const std::filesystem::path& dossier, int x, int y) {
    ogr_sql(dossier, "UPDATE finding SET geom = AsGPB(GeomFromText('POINT(" + std::to_string(x) + " " +
                         std::to_string(y) + ")', 28992))");
}

}  // namespace test
