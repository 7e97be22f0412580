// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/collector.hpp"

#include "geo/geometry/validity.hpp"
#include "geo/geometry/wkb.hpp"
#include "geo/source/gdal.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/outliers.hpp"

namespace geo {
namespace {

/// WKB that has curves or oddities of which only GDAL knows, as lines and polygons. Arcs are stroked in steps of four
/// degrees: half a millimetre beside an arc of one metre radius.
std::vector<std::uint8_t> linearised(std::span<const std::uint8_t> wkb) {
    OGRGeometry* raw = nullptr;
    OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &raw, wkb.size());
    std::unique_ptr<OGRGeometry> geometry(raw);
    if (geometry && geometry->hasCurveGeometry(true)) geometry.reset(geometry->getLinearGeometry());
    std::vector<std::uint8_t> bytes;
    if (!geometry) return bytes;
    geometry->flattenTo2D();
    bytes.resize(geometry->WkbSize());
    geometry->exportToWkb(wkbNDR, bytes.data(), wkbVariantIso);
    return bytes;
}

base::Problem unreadable(base::Where where, std::string detail) {
    return {.code = "geometry-unreadable",
            .message = base::text("The geometry cannot be read; the feature is not on the map."),
            .where = std::move(where),
            .advice = base::text("Repair the geometry in the program that made it."),
            .detail = std::move(detail)};
}

}  // namespace

void LayerCollector::add_without_parts(std::int64_t fid) {
    fids.push_back(fid);
    shapes.feature_ends.push_back(static_cast<std::uint32_t>(shapes.part_ends.size()));
    shapes.kinds.push_back(Kind::none);
    shapes.boxes.emplace_back();
}

void LayerCollector::add_null(std::int64_t fid) {
    ++report_.features;
    ++report_.null;
    add_without_parts(fid);
    if (!care_.is_table) remark_nothing_to_draw(fid);
}

bool LayerCollector::append(std::int64_t fid, std::span<const std::uint8_t> wkb) {
    if (append_wkb(shapes, wkb) == 0) return true;
    ++report_.repaired;
    report_.problems.add({.code = "ring-open",
                          .message = base::text("A ring was not closed; it has been closed for drawing and measuring."),
                          .where = at(fid)});
    return false;
}

void LayerCollector::add_wkb(std::int64_t fid, std::span<const std::uint8_t> wkb) {
    ++report_.features;
    bool closed_before = true;
    try {
        closed_before = append(fid, wkb);
    } catch (const base::Error&) {
        try {
            closed_before = append(fid, linearised(wkb));
        } catch (const base::Error& error) {
            ++report_.skipped;
            report_.problems.add(unreadable(at(fid), error.problem().detail));
            add_without_parts(fid);
            return;
        }
    }
    fids.push_back(fid);
    if (shapes.boxes.back().is_empty()) {
        ++report_.empty;
        remark_nothing_to_draw(fid);
    } else {
        ++kinds_[static_cast<std::size_t>(shapes.kinds.back())];
        if (care_.check_validity && closed_before) judge_newest(fid);
    }
    if (!care_.keep_coordinates) forget_coordinates();
}

void LayerCollector::remark_nothing_to_draw(std::int64_t fid) {
    report_.problems.add({.code = "geometry-missing",
                          .message = base::text("The feature has no geometry; it is not on the map."),
                          .where = at(fid)});
}

void LayerCollector::judge_newest(std::int64_t fid) {
    if (shapes.kinds.back() == Kind::point || shapes.kinds.back() == Kind::multi_point) return;
    auto why = why_invalid(shapes.shape(shapes.size() - 1));
    if (!why) return;
    ++report_.repaired;
    report_.problems.add({.code = "geometry-invalid",
                          .message = base::text("The geometry breaks the rules; it is repaired before it is measured."),
                          .where = at(fid),
                          .advice = base::text("Repair it in the source when you can."),
                          .detail = base::say(*why, base::Language::english)});
}

void LayerCollector::forget_coordinates() {
    shapes.points.clear();
    shapes.part_ends.clear();
    shapes.parts.clear();
    shapes.feature_ends.back() = 0;
}

bool LayerCollector::has_enough() const {
    constexpr std::int64_t k_glance = 5000;
    if (!care_.glance || report_.features < k_glance) return false;
    return report_.null + report_.empty + report_.skipped < report_.features;
}

void LayerCollector::finish() {
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind)
        if (kinds_[kind] > 0) report_.kinds[name_of(static_cast<Kind>(kind))] = kinds_[kind];
    outliers = find_outliers(shapes.boxes, report_.crs);
    report_.outliers = static_cast<std::int64_t>(outliers.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < shapes.boxes.size(); ++i) {
        bool is_outlier = next < outliers.size() && outliers[next] == i;
        if (!is_outlier) report_.extent.grow(shapes.boxes[i]);
        if (!is_outlier) continue;
        ++next;
        report_.problems.add(
            {.code = "outlier",
             .message = base::text("The feature lies far away from all others; the extent is taken without it."),
             .where = at(fids[i]),
             .advice = base::text("Check its coordinates.")});
    }
    judge_crs(report_, where_);
}

}  // namespace geo
