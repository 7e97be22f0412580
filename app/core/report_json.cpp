// SPDX-License-Identifier: EUPL-1.2
#include "app/core/report_json.hpp"

#include <nlohmann/json.hpp>

namespace app {
namespace {

using Json = nlohmann::json;

Json text_json(const base::Text& text) { return Json::array({text.msgid, text.values, text.context}); }

base::Text text_of(const Json& told) {
    base::Text text{.msgid = told.at(0)};
    told.at(1).get_to(text.values);
    told.at(2).get_to(text.context);
    return text;
}

Json problem_json(const base::Problem& problem) {
    return {{"code", problem.code},         {"message", text_json(problem.message)},
            {"file", problem.where.file},   {"layer", problem.where.layer},
            {"field", problem.where.field}, {"advice", text_json(problem.advice)},
            {"detail", problem.detail}};
}

base::Problem problem_of(const Json& told) {
    base::Problem problem{.code = told.at("code"), .message = text_of(told.at("message"))};
    problem.where = {.file = told.at("file"), .layer = told.at("layer"), .field = told.at("field")};
    problem.advice = text_of(told.at("advice"));
    problem.detail = told.at("detail");
    return problem;
}

Json remarks_json(const base::Problems& problems) {
    auto all = Json::array();
    for (const auto& remark : problems.remarks())
        all.push_back({{"problem", problem_json(remark.problem)}, {"count", remark.count}, {"first", remark.first}});
    return all;
}

base::Problems remarks_of(const Json& told) {
    std::vector<base::Remark> all;
    for (const auto& one : told)
        all.push_back({.problem = problem_of(one.at("problem")), .count = one.at("count"), .first = one.at("first")});
    return base::Problems(std::move(all));
}

}  // namespace

Json box_json(const geo::Box& box) {
    return box.is_empty() ? Json::array() : Json::array({box.min_x, box.min_y, box.max_x, box.max_y});
}

geo::Box box_of(const Json& told) {
    if (told.empty()) return {};
    return {told.at(0), told.at(1), told.at(2), told.at(3)};
}

Json report_json(const geo::LayerReport& report) {
    return {{"features", report.features},
            {"kinds", report.kinds},
            {"skipped", report.skipped},
            {"repaired", report.repaired},
            {"null", report.null},
            {"empty", report.empty},
            {"outliers", report.outliers},
            {"extent", box_json(report.extent)},
            {"remarks", remarks_json(report.problems)}};
}

void read_report(const Json& told, geo::LayerReport& into) {
    told.at("features").get_to(into.features);
    told.at("kinds").get_to(into.kinds);
    told.at("skipped").get_to(into.skipped);
    told.at("repaired").get_to(into.repaired);
    told.at("null").get_to(into.null);
    told.at("empty").get_to(into.empty);
    told.at("outliers").get_to(into.outliers);
    into.extent = box_of(told.at("extent"));
    into.problems = remarks_of(told.at("remarks"));
}

}  // namespace app
