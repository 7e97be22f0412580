// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tools/bench/measure.hpp"
#include "tools/bench/plan.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// What the cases of one size work with.
struct Ground {
    std::filesystem::path folder;    ///< of this size alone
    std::filesystem::path programs;  ///< where doorgangctl lies
    Plan plan;
    int runs = 5;

    std::filesystem::path dossier() const { return folder / "bench.gpkg"; }
};

/// Fills the dossier that all other cases read; the first one to run.
Case fill_case(const Ground& ground);
/// Opening, listing, filtering, sorting, exporting.
std::vector<Case> reading_cases(const Ground& ground);
/// One finding, one commit. Changes the dossier: the last one to run.
Case record_case(const Ground& ground);

/// The same job done by our program and by somebody else's, both as whole processes.
struct Duel {
    std::string name, peer;  ///< "export-geojson", "ogr2ogr -lco RFC7946=YES"
    Case ours, theirs;
};
/// None where the other program is not installed.
std::vector<Duel> duels(const Ground& ground);

}  // namespace bench
