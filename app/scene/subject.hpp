// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <optional>
#include <string_view>

namespace app {

/// What a layer is about, as far as the map's looks are concerned; in the order in which they lie on each other.
enum class Subject {
    green,
    bare_ground,
    water,
    unknown,
    roadway,
    cycleway,
    footway,
    square,
    street_lines,
    facility,
    building,
    railway,
    barrier,
    terrace_permit,
    district,
    furniture,
    terrace_marker,
    stop
};

/// By the layer's name (a file name will do too: "bgt_wegdeel"), then by its geometry.
Subject subject_of(std::string_view layer_name, geo::Kind kind);
/// "street_lines", as files of styles call it; nothing for an unknown word.
std::optional<Subject> subject_named(std::string_view word);

}  // namespace app
