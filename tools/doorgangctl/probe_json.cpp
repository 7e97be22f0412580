// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/probe_json.hpp"

#include <nlohmann/json.hpp>

namespace ctl {
namespace {

using nlohmann::ordered_json;

ordered_json json_of(const geo::Box& box) {
    if (box.is_empty()) return nullptr;
    return {box.min_x, box.min_y, box.max_x, box.max_y};
}

/// By its number where it has one; a definition otherwise.
ordered_json json_of(const geo::Crs& crs) {
    if (!crs.is_known()) return nullptr;
    return crs.code().empty() ? crs.definition() : crs.code();
}

const char* word_of(geo::CrsFrom from) {
    switch (from) {
        case geo::CrsFrom::source:
            return "source";
        case geo::CrsFrom::given:
            return "given";
        case geo::CrsFrom::missing:
            return "missing";
    }
    return "missing";
}

ordered_json json_of(const base::Problems& problems) {
    auto list = ordered_json::array();
    for (const auto& remark : problems.remarks()) {
        auto sentence = base::Problem{.code = {}, .message = remark.problem.message, .advice = remark.problem.advice};
        list.push_back({{"code", remark.problem.code},
                        {"count", remark.count},
                        {"first", remark.first},
                        {"message", base::say(sentence)}});
        if (!remark.problem.detail.empty()) list.back()["detail"] = remark.problem.detail;
    }
    return list;
}

ordered_json json_of(const geo::LayerReport& layer) {
    auto plausible = ordered_json::array();
    for (const auto& crs : layer.plausible) plausible.push_back(crs.code());
    return {{"name", layer.name},
            {"features", layer.features},
            {"crs", json_of(layer.crs)},
            {"crs_from", word_of(layer.crs_from)},
            {"plausible_crs", plausible},
            {"kinds", layer.kinds},
            {"skipped", layer.skipped},
            {"repaired", layer.repaired},
            {"null", layer.null},
            {"empty", layer.empty},
            {"extent", json_of(layer.extent)},
            {"outliers", layer.outliers},
            {"fields", layer.fields},
            {"problems", json_of(layer.problems)}};
}

ordered_json json_of(const geo::RasterReport& raster) {
    auto plausible = ordered_json::array();
    for (const auto& crs : raster.plausible) plausible.push_back(crs.code());
    return {{"name", raster.name},
            {"width", raster.width},
            {"height", raster.height},
            {"bands", raster.bands},
            {"overviews", raster.overviews},
            {"crs", json_of(raster.crs)},
            {"crs_from", word_of(raster.crs_from)},
            {"plausible_crs", plausible},
            {"extent", json_of(raster.extent)},
            {"problems", json_of(raster.problems)}};
}

}  // namespace

ordered_json probe_json(const geo::SourceReport& report) {
    auto layers = ordered_json::array();
    for (const auto& layer : report.layers) layers.push_back(json_of(layer));
    auto rasters = ordered_json::array();
    for (const auto& raster : report.rasters) rasters.push_back(json_of(raster));
    return {{"source", report.source},
            {"driver", report.driver},
            {"layers", layers},
            {"rasters", rasters},
            {"problems", json_of(report.problems)}};
}

bool has_remarks(const geo::SourceReport& report) {
    for (const auto& layer : report.layers)
        if (!layer.problems.empty()) return true;
    for (const auto& raster : report.rasters)
        if (!raster.problems.empty()) return true;
    return !report.problems.empty();
}

}  // namespace ctl
