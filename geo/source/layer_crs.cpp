// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/layer_crs.hpp"

namespace geo {
namespace {

/// The first plausible CRS as a person knows it: "Amersfoort / RD New (EPSG:28992)".
std::string suggestion(const std::vector<Crs>& plausible) {
    if (plausible.empty()) return "";
    return plausible.front().name() + " (" + plausible.front().code() + ")";
}

base::Problem missing(const std::vector<Crs>& plausible) {
    base::Problem problem{.code = "crs-missing",
                          .message = base::text("It is not said in which coordinate system the coordinates are.")};
    if (plausible.empty())
        problem.advice = base::text("Say which one it is, for example EPSG:28992 for RD.");
    else
        problem.advice =
            base::text("They look like {crs}; if that is right, open it with that.", {{"crs", suggestion(plausible)}});
    return problem;
}

base::Problem doubtful(const Crs& said, const std::vector<Crs>& plausible) {
    base::Problem problem{
        .code = "crs-doubtful",
        .message = base::text("The coordinates cannot be in {crs}, as the source says.", {{"crs", said.name()}})};
    if (plausible.empty())
        problem.advice = base::text("Say which coordinate system it is, for example EPSG:28992 for RD.");
    else
        problem.advice =
            base::text("They look like {crs}; if that is right, open it with that.", {{"crs", suggestion(plausible)}});
    return problem;
}

}  // namespace

Crs crs_of(const OGRSpatialReference* srs) {
    if (!srs || srs->IsEmpty()) return {};
    std::string name = srs->GetName() ? srs->GetName() : "";
    if (name.starts_with("Undefined")) return {};  // GeoPackage's two placeholders
    GdalMessages quiet;
    char* text = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    srs->exportToWkt(&text, options);
    std::string wkt = text ? text : "";
    CPLFree(text);
    try {
        return Crs::parse(wkt);
    } catch (const base::Error&) {
        return {};
    }
}

void name_crs(LayerReport& report, const std::optional<Crs>& given, const OGRSpatialReference* srs) {
    report.crs = given ? *given : crs_of(srs);
    report.crs_from = given ? CrsFrom::given : report.crs.is_known() ? CrsFrom::source : CrsFrom::missing;
}

bool fits_no_place(const Crs& crs, const Box& extent) {
    if (!crs.is_known() || extent.is_empty()) return false;
    if (crs.is_geographic())
        return !Box{-361, -91, 361, 91}.intersects(extent) || extent.max_y > 91 || extent.min_y < -91 ||
               extent.max_x > 361 || extent.min_x < -361;
    auto area = crs.area_of_use();
    return !area.is_empty() && !area.widened(area.width() + area.height()).intersects(extent);
}

base::Problem crs_problem(CrsFrom from, const Crs& said, const std::vector<Crs>& plausible) {
    return from == CrsFrom::missing ? missing(plausible) : doubtful(said, plausible);
}

void judge_crs(LayerReport& report, const base::Where& where) {
    if (report.crs_from != CrsFrom::missing && !fits_no_place(report.crs, report.extent)) return;
    if (report.extent.is_empty()) return;  // nothing lies anywhere
    report.plausible = plausible_crs(report.extent);
    auto problem = crs_problem(report.crs_from, report.crs, report.plausible);
    problem.where = where;
    report.problems.add(problem);
}

}  // namespace geo
