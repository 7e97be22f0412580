// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/subject.hpp"

#include "app/scene/style.hpp"
#include "geo/base/letters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace app {
namespace {

/// A word in a layer's name and what it says. The first that fits wins, so longer and rarer words come first.
/// Names of BGT classes: Gegevenscatalogus BGT 1.2, and those of CityGML that PDOK gives them; of OpenStreetMap layers:
/// those of GDAL's driver.
struct Word {
    std::string_view word;
    Subject subject;
};

constexpr std::array k_words{
    Word{"terrace_marker", Subject::terrace_marker},
    Word{"terrasgrens", Subject::terrace_marker},
    Word{"terrace", Subject::terrace_permit},
    Word{"terras", Subject::terrace_permit},
    Word{"onbegroeidterrein", Subject::bare_ground},
    Word{"begroeidterrein", Subject::green},
    Word{"vegetati", Subject::green},
    Word{"plantcover", Subject::green},
    Word{"groen", Subject::green},
    Word{"green", Subject::green},
    Word{"park", Subject::green},
    Word{"overbrugging", Subject::roadway},
    Word{"bridgeconstruction", Subject::roadway},
    Word{"tunneldeel", Subject::roadway},
    Word{"tunnelpart", Subject::roadway},
    Word{"kunstwerk", Subject::barrier},
    Word{"overigbouwwerk", Subject::building},
    Word{"gebouwinstallatie", Subject::building},
    Word{"building", Subject::building},
    Word{"gebouw", Subject::building},
    Word{"pand", Subject::building},
    Word{"ondersteunendwater", Subject::water},
    Word{"waterdeel", Subject::water},
    Word{"drink", Subject::furniture},
    Word{"kraan", Subject::furniture},
    Word{"water", Subject::water},
    Word{"canal", Subject::water},
    Word{"gracht", Subject::water},
    Word{"ondersteunendweg", Subject::bare_ground},
    Word{"fietspad", Subject::cycleway},
    Word{"cycleway", Subject::cycleway},
    Word{"voetpad", Subject::footway},
    Word{"footway", Subject::footway},
    Word{"sidewalk", Subject::footway},
    Word{"trottoir", Subject::footway},
    Word{"segment", Subject::footway},
    Word{"square", Subject::square},
    Word{"plein", Subject::square},
    Word{"auxiliarytrafficarea", Subject::bare_ground},
    Word{"trafficarea", Subject::roadway},
    Word{"wegdeel", Subject::roadway},
    Word{"roadway", Subject::roadway},
    Word{"rijbaan", Subject::roadway},
    Word{"spoor", Subject::railway},
    Word{"railway", Subject::railway},
    Word{"scheiding", Subject::barrier},
    Word{"furniture", Subject::furniture},
    Word{"straatmeubilair", Subject::furniture},
    Word{"obstacle", Subject::furniture},
    Word{"paal", Subject::furniture},
    Word{"sports", Subject::facility},
    Word{"sport", Subject::facility},
    Word{"field", Subject::facility},
    Word{"facility", Subject::facility},
    Word{"halte", Subject::stop},
    Word{"stop", Subject::stop},
    Word{"district", Subject::district},
    Word{"wijk", Subject::district},
    Word{"buurt", Subject::district},
    Word{"neighbo", Subject::district},
    Word{"boundary", Subject::district},
    Word{"gemeente", Subject::district},
    Word{"woonplaats", Subject::district},
    Word{"provincie", Subject::district},
    Word{"straten", Subject::street_lines},
    Word{"street", Subject::street_lines},
    Word{"highway", Subject::street_lines},
    Word{"road", Subject::street_lines},
    Word{"ways", Subject::street_lines},
    Word{"multilinestrings", Subject::unknown},  // routes of buses and the like
    Word{"lines", Subject::street_lines},
};

bool is_area(geo::Kind kind) { return kind == geo::Kind::polygon || kind == geo::Kind::multi_polygon; }
bool is_line(geo::Kind kind) { return kind == geo::Kind::line || kind == geo::Kind::multi_line; }

/// A roadway given by centre lines looks like a street, and street lines given as areas like a roadway.
Subject fitting(Subject subject, geo::Kind kind) {
    if (subject == Subject::roadway && is_line(kind)) return Subject::street_lines;
    if (subject == Subject::street_lines && !is_line(kind)) return is_area(kind) ? Subject::roadway : Subject::unknown;
    return subject;
}

}  // namespace

Subject subject_of(std::string_view layer_name, geo::Kind kind) {
    const auto name = base::small_letters(layer_name);
    for (const auto& [word, subject] : k_words) {
        if (name.find(word) != std::string::npos) return fitting(subject, kind);
    }
    return Subject::unknown;
}

std::optional<Subject> subject_named(std::string_view word) {
    constexpr std::array names{"green",   "bare_ground",    "water",        "unknown",   "roadway",        "cycleway",
                               "footway", "square",         "street_lines", "facility",  "building",       "railway",
                               "barrier", "terrace_permit", "district",     "furniture", "terrace_marker", "stop"};
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) return std::nullopt;
    return static_cast<Subject>(found - names.begin());
}

int default_order(std::string_view layer_name, geo::Kind kind) {
    auto subject = subject_of(layer_name, kind);
    int order = 10 * static_cast<int>(subject);
    if (subject == Subject::unknown && !is_area(kind)) order = 10 * static_cast<int>(Subject::district) - 5;
    return order;
}

}  // namespace app
