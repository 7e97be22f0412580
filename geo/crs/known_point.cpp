// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/numbers.hpp"
#include "geo/crs/transform.hpp"

#include <cmath>

namespace geo {
namespace {

struct KnownPoint {
    const char* name;
    Point rd;       ///< EPSG:28992, metres
    Point degrees;  ///< ETRS89 longitude, latitude
};

/// Test points published with RDNAPTRANS (nsgi.nl).
const KnownPoint k_points[] = {
    {"Texel", {117380.1200, 575040.3400}, {4.824761912, 53.160753042}},
    {"Noord-Groningen", {247380.5600, 604580.7800}, {6.776726674, 53.419482050}},
    {"Amersfoort", {155000.0000, 463000.0000}, {5.387203657, 52.155172897}},
    {"Zeeuws-Vlaanderen", {16460.9100, 377380.2300}, {3.397588595, 51.368607152}},
    {"Zuid-Limburg", {182260.4500, 311480.6700}, {5.773795548, 50.792584916}},
    {"Maasvlakte", {64640.8900, 440700.0101}, {4.072887101, 51.947393898}},
};

/// Beside the operation's own accuracy: without the correction grid RD's own network is up to a quarter metre bent.
constexpr double k_margin_m = 0.25;

base::Problem untrustworthy(std::string detail) {
    return {.code = "crs-untrustworthy",
            .message =
                base::text("Coordinates cannot be converted reliably: known points in the Netherlands come out wrong."),
            .advice = base::text("Repair the installation of PROJ (packages libproj25 and proj-data)."),
            .detail = std::move(detail)};
}

std::optional<base::Problem> check(const Crs& geographic) {
    Transform transform(rd_new(), geographic);
    auto accuracy = transform.operation().accuracy_m;
    if (!accuracy) return untrustworthy(transform.operation().name);
    for (const auto& known : k_points) {
        Point p = known.rd;
        transform.apply({&p, 1});
        double metres = ground_distance_m(geographic, p, known.degrees);
        if (metres <= *accuracy + k_margin_m) continue;  // written so that NaN fails
        return untrustworthy(std::string(known.name) + ": " + base::number_for_files(metres, 2) + " m, " +
                             transform.operation().name);
    }
    return std::nullopt;
}

}  // namespace

std::optional<base::Problem> check_known_point() {
    try {
        if (auto problem = check(Crs::parse("EPSG:4258"))) return problem;
        return check(wgs84());
    } catch (const base::Error& error) {
        return untrustworthy(error.what());
    }
}

}  // namespace geo
