// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/place.hpp"

#include "geo/geometry/measure.hpp"
#include "geo/geometry/validity.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace audit {
namespace {

constexpr int k_repairs = 3;  ///< rounding what was repaired can spoil it again, but hardly ever twice

std::size_t fewest_positions(geo::Part part) {
    switch (part) {
        case geo::Part::point:
            return 1;
        case geo::Part::line:
            return 2;
        case geo::Part::shell:
        case geo::Part::hole:
            return 4;
    }
    return 1;
}

/// Points cannot be invalid, and there may be a million of them.
bool is_sound(const geo::Shape& shape) {
    bool only_points = shape.kind == geo::Kind::point || shape.kind == geo::Kind::multi_point;
    return only_points || !geo::why_invalid(shape);
}

void remark(base::Problems& remarks, std::string code, base::Text sentence, const Finding& finding) {
    remarks.add({.code = std::move(code), .message = std::move(sentence), .where = {.feature = finding.fid}});
}

}  // namespace

geo::Shape without_collapsed(const geo::Shape& shape) {
    geo::Shape out;
    out.kind = shape.kind;
    bool shell_is_gone = false;
    std::vector<geo::Point> kept;
    for (std::size_t i = 0; i < shape.part_count(); ++i) {
        auto positions = shape.part(i);
        auto part = shape.parts[i];
        kept.clear();
        std::unique_copy(positions.begin(), positions.end(), std::back_inserter(kept));
        bool is_gone = kept.size() < fewest_positions(part);
        if (part == geo::Part::shell) shell_is_gone = is_gone;
        if (is_gone || (part == geo::Part::hole && shell_is_gone)) continue;
        out.add_part(part, kept);
    }
    return out;
}

Placer::Placer(const geo::Crs& from, const geo::Crs& to, int decimals)
    : transform_(from, to), geographic_(to.is_geographic()), steps_(std::pow(10.0, decimals)) {}

geo::Shape Placer::rounded(geo::Shape shape) const {
    for (auto& p : shape.points) p = {std::round(p.x * steps_) / steps_, std::round(p.y * steps_) / steps_};
    return shape;
}

bool Placer::fits(const geo::Shape& shape) const {
    return std::all_of(shape.points.begin(), shape.points.end(), [&](geo::Point p) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
        return !geographic_ || (std::abs(p.x) <= 180 && std::abs(p.y) <= 90);
    });
}

geo::Shape Placer::place(const Finding& finding, base::Problems& remarks) const {
    auto exact = finding.shape;
    auto lost = transform_.apply(std::span<geo::Point>(exact.points));
    if (lost > 0 || !fits(exact)) {
        remark(
            remarks, "export-outside",
            base::text("The position of finding {uuid} does not exist in the coordinates of the file and was left out.",
                       {{"uuid", finding.uuid}}),
            finding);
        return {};
    }
    if (exact.is_empty()) return {};
    auto tidy = without_collapsed(rounded(exact));
    bool is_whole = tidy.part_count() == exact.part_count();
    // Half the world wide: it crosses the line where longitudes jump, and would come out inside out.
    bool is_torn = geographic_ && exact.box().width() > 180;
    if (is_whole && !is_torn && is_sound(tidy)) return geo::right_handed(std::move(tidy));
    if (is_torn) tidy = {};
    return repaired_or_point(exact, std::move(tidy), finding, remarks);
}

geo::Shape Placer::repaired_or_point(const geo::Shape& exact, geo::Shape tidy, const Finding& finding,
                                     base::Problems& remarks) const {
    for (int i = 0; i < k_repairs && !tidy.is_empty(); ++i) {
        tidy = without_collapsed(rounded(geo::repaired(tidy)));
        if (tidy.is_empty() || !is_sound(tidy)) continue;
        remark(remarks, "export-repaired",
               base::text(
                   "The outline of finding {uuid} crosses itself or is too narrow for the file; it was repaired there.",
                   {{"uuid", finding.uuid}}),
               finding);
        return geo::right_handed(std::move(tidy));
    }
    remark(remarks, "export-reduced",
           base::text("The shape of finding {uuid} is too small or too broken for the file; it became a point there.",
                      {{"uuid", finding.uuid}}),
           finding);
    auto point = geo::point_on(exact);
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) point = exact.points.front();
    return rounded(geo::Shape::point(point));
}

}  // namespace audit
