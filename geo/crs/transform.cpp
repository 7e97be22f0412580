// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/transform.hpp"

#include "geo/crs/proj.hpp"

#include <cmath>

namespace geo {
namespace {

struct ListDelete {
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
using List = std::unique_ptr<PJ_OBJ_LIST, ListDelete>;

struct FactoryDelete {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const { proj_operation_factory_context_destroy(factory); }
};

/// Everything PROJ could do, best first: what needs a grid that is not installed comes last.
List candidates(PJ_CONTEXT* context, const PJ* from, const PJ* to) {
    std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryDelete> factory(
        proj_create_operation_factory_context(context, nullptr));
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                         PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(context, factory.get(),
                                                             PROJ_GRID_AVAILABILITY_USED_FOR_SORTING);
    return List(proj_create_operations(context, from, to, factory.get()));
}

std::optional<double> accuracy_of(PJ_CONTEXT* context, const PJ* operation) {
    double metres = proj_coordoperation_get_accuracy(context, operation);
    return metres >= 0 ? std::optional(metres) : std::nullopt;
}

std::string missing_grid_of(PJ_CONTEXT* context, const PJ* operation) {
    for (int i = 0; i < proj_coordoperation_get_grid_used_count(context, operation); ++i) {
        const char* name = nullptr;
        int available = 1;
        if (proj_coordoperation_get_grid_used(context, operation, i, &name, nullptr, nullptr, nullptr, nullptr, nullptr,
                                              &available) &&
            !available && name)
            return name;
    }
    return "";
}

/// The datum shifts by name; the projections before and after them say nothing about accuracy.
std::string name_of(PJ_CONTEXT* context, const PJ* operation) {
    std::string name;
    for (int i = 0; i < proj_concatoperation_get_step_count(context, operation); ++i) {
        Pj step(proj_concatoperation_get_step(context, operation, i));
        if (!step || proj_get_type(step.get()) != PJ_TYPE_TRANSFORMATION) continue;
        name += (name.empty() ? "" : " + ") + std::string(proj_get_name(step.get()));
    }
    const char* whole = proj_get_name(operation);
    return name.empty() && whole ? whole : name;
}

[[noreturn]] void fail_no_operation(const Crs& from, const Crs& to) {
    throw base::Error({.code = "crs-no-operation",
                       .message = base::text("There is no way from the coordinate system “{from}” to “{to}”.",
                                             {{"from", from.name()}, {"to", to.name()}}),
                       .advice = base::text("Deliver the data in RD (EPSG:28992) or WGS 84 (EPSG:4326)."),
                       .detail = proj_message()});
}

}  // namespace

struct Transform::Pimpl {
    std::shared_ptr<PJ_CONTEXT> context = proj_context();  // before `pj`, so that it outlives it
    Pj pj{};                                               // nothing for the identity
    Operation operation{};

    bool choose(PJ* candidate) {
        if (!missing_grid_of(context.get(), candidate).empty()) return false;
        pj.reset(proj_normalize_for_visualization(context.get(), candidate));
        if (!pj) return false;
        operation.name = name_of(context.get(), candidate);
        operation.accuracy_m = accuracy_of(context.get(), candidate);
        return true;
    }

    void note_missing_grid(const PJ* candidate) {
        auto grid = missing_grid_of(context.get(), candidate);
        auto accuracy = accuracy_of(context.get(), candidate);
        bool better = accuracy && (!operation.accuracy_m || *accuracy < *operation.accuracy_m);
        if (grid.empty() || !better || operation.better_with_grid) return;
        operation.better_with_grid = true;
        operation.missing_grid = grid;
    }
};

Transform::Transform(const Crs& from, const Crs& to) : pimpl_(std::make_unique<Pimpl>()) {
    if (from == to && from.is_known()) {
        pimpl_->operation.accuracy_m = 0;
        return;
    }
    auto* context = pimpl_->context.get();
    auto source = must_make_crs(from), target = must_make_crs(to);
    auto list = candidates(context, source.get(), target.get());
    int count = list ? proj_list_get_count(list.get()) : 0;
    for (int i = 0; i < count && !pimpl_->pj; ++i) pimpl_->choose(Pj(proj_list_get(context, list.get(), i)).get());
    if (!pimpl_->pj) fail_no_operation(from, to);
    for (int i = 0; i < count; ++i) pimpl_->note_missing_grid(Pj(proj_list_get(context, list.get(), i)).get());
}

Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

const Operation& Transform::operation() const { return pimpl_->operation; }

bool Transform::is_identity() const { return !pimpl_->pj; }

std::size_t Transform::apply(std::span<Point> points) const {
    if (points.empty() || is_identity()) return 0;
    proj_trans_generic(pimpl_->pj.get(), PJ_FWD, &points[0].x, sizeof(Point), points.size(), &points[0].y,
                       sizeof(Point), points.size(), nullptr, 0, 0, nullptr, 0, 0);
    proj_errno_reset(pimpl_->pj.get());
    std::size_t failed = 0;
    for (auto& p : points) {
        if (std::isfinite(p.x) && std::isfinite(p.y)) continue;
        p = {std::nan(""), std::nan("")};
        ++failed;
    }
    return failed;
}

Shape Transform::apply(Shape shape) const {
    if (apply(std::span<Point>(shape.points)) == 0) return shape;
    throw base::Error({.code = "crs-outside",
                       .message = base::text("A position lies where the coordinate system cannot be used."),
                       .advice = base::text("Check in which coordinate system the coordinates are.")});
}

Point Transform::apply(Point p) const { return apply(Shape::point(p)).points.front(); }

}  // namespace geo
