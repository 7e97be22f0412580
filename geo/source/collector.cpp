// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/collector.hpp"

#include "geo/geometry/validity.hpp"
#include "geo/geometry/wkb.hpp"
#include "geo/source/gdal.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/outliers.hpp"

namespace geo {
namespace {

/// Features that show what a layer is.
constexpr std::size_t k_glance = 1000;

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

void LayerCollector::give_away(std::size_t batch, std::function<void(LayerCollector&)> take) {
    batch_ = batch;
    take_ = std::move(take);
}

void LayerCollector::give_batch() {
    for (std::size_t i = 0; i < shapes.size(); ++i) given_.add(fids[i], shapes.boxes[i]);
    take_(*this);
    shapes.clear();
    fids.clear();
    values.clear();
}

/// Before the next feature, so that the values of the last one have come too.
void LayerCollector::give_batch_when_full() {
    if (batch_ > 0 && shapes.size() >= batch_) give_batch();
}

void LayerCollector::add_null(std::int64_t fid) {
    give_batch_when_full();
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
    give_batch_when_full();
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

void LayerCollector::expect_wkb(std::size_t bytes) {
    if (batch_ > 0) return;  // the room for a batch is used again
    auto& points = shapes.points;
    const auto wanted = points.size() + bytes / sizeof(Point);
    if (wanted > points.capacity()) points.reserve(std::max(wanted, 2 * points.capacity()));
}

void LayerCollector::forget_coordinates() {
    shapes.points.clear();
    shapes.part_ends.clear();
    shapes.parts.clear();
    shapes.feature_ends.back() = 0;
}

std::size_t LayerCollector::enough() const { return care_.glance ? k_glance : care_.most; }

bool LayerCollector::has_enough() const {
    if (care_.most > 0 && shapes.size() >= care_.most) return true;
    if (!care_.glance || report_.features < std::int64_t{k_glance}) return false;
    return report_.null + report_.empty + report_.skipped < report_.features;
}

void LayerCollector::remark_outlier(std::int64_t fid) {
    report_.problems.add(
        {.code = "outlier",
         .message = base::text("The feature lies far away from all others; the extent is taken without it."),
         .where = at(fid),
         .advice = base::text("Check its coordinates.")});
}

void LayerCollector::judge_all() {
    outliers = find_outliers(shapes.boxes, report_.crs);
    report_.outliers = static_cast<std::int64_t>(outliers.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < shapes.boxes.size(); ++i) {
        bool is_outlier = next < outliers.size() && outliers[next] == i;
        if (!is_outlier) report_.extent.grow(shapes.boxes[i]);
        if (!is_outlier) continue;
        ++next;
        remark_outlier(fids[i]);
    }
}

/// What is known of each square stands for all of it. Squares with few features are known whole.
void LayerCollector::judge_sample() {
    const auto squares = given_.squares();
    std::vector<Box> boxes;
    for (const auto& square : squares)
        for (const auto& [fid, box] : square.known) boxes.push_back(box);
    const auto far = find_outliers(boxes, report_.crs);
    std::size_t place = 0, next = 0;
    for (const auto& square : squares) {
        std::size_t lost = 0;
        for (const auto& [fid, box] : square.known) {
            const bool is_outlier = next < far.size() && far[next] == place++;
            if (is_outlier) {
                ++next;
                ++lost;
                remark_outlier(fid);
            } else if (square.knows_all()) {
                report_.extent.grow(box);
            }
        }
        if (square.knows_all() || lost < square.known.size())
            report_.outliers += static_cast<std::int64_t>(lost);
        else
            report_.outliers += square.count;
        if (!square.knows_all() && lost < square.known.size()) report_.extent.grow(square.box);
    }
}

void LayerCollector::finish() {
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind) {
        const auto name = name_of(static_cast<Kind>(kind));
        if (kinds_[kind] > 0 && (report_.kinds[name] += kinds_[kind]) == 0) report_.kinds.erase(name);
    }
    if (batch_ > 0) {
        give_batch();
        judge_sample();
    } else {
        judge_all();
    }
    judge_crs(report_, where_);
}

}  // namespace geo
