// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/proj.hpp"

#include "geo/base/problem.hpp"

namespace geo {
namespace {

struct Keeper {
    Keeper() : context(proj_context_create(), &proj_context_destroy) {
        proj_context_set_enable_network(context.get(), 0);
        proj_log_level(context.get(), PJ_LOG_ERROR);
        proj_log_func(context.get(), &message,
                      [](void* into, int, const char* text) { *static_cast<std::string*>(into) = text ? text : ""; });
    }
    std::string message;  // outlives the context's last log call
    std::shared_ptr<PJ_CONTEXT> context;
};

Keeper& keeper() {
    thread_local Keeper own;
    return own;
}

Pj horizontal_part(Pj crs) {
    auto context = proj_context();
    for (int unwrapped = 0; crs && unwrapped < 4; ++unwrapped) {
        auto type = proj_get_type(crs.get());
        if (type == PJ_TYPE_COMPOUND_CRS) {
            crs.reset(proj_crs_get_sub_crs(context.get(), crs.get(), 0));
        } else if (type == PJ_TYPE_BOUND_CRS) {
            // TOWGS84 beside an authority's code is an old, coarser copy of what PROJ's own database knows.
            Pj base(proj_get_source_crs(context.get(), crs.get()));
            if (!base || !proj_get_id_code(base.get(), 0)) return crs;
            crs = std::move(base);
        } else if (type == PJ_TYPE_GEOGRAPHIC_3D_CRS) {
            crs.reset(proj_crs_demote_to_2D(context.get(), nullptr, crs.get()));
        } else {
            return crs;
        }
    }
    return crs;
}

bool has_place(const PJ* crs) {
    switch (proj_get_type(crs)) {
        case PJ_TYPE_GEOGRAPHIC_2D_CRS:
        case PJ_TYPE_PROJECTED_CRS:
        case PJ_TYPE_BOUND_CRS:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::shared_ptr<PJ_CONTEXT> proj_context() { return keeper().context; }

std::string proj_message() { return keeper().message; }

void forget_proj_message() { keeper().message.clear(); }

Pj make_crs(const std::string& definition) {
    forget_proj_message();
    auto context = proj_context();
    Pj crs(proj_create(context.get(), definition.c_str()));
    if (!crs || !proj_is_crs(crs.get())) return nullptr;
    crs = horizontal_part(std::move(crs));
    return crs && has_place(crs.get()) ? std::move(crs) : nullptr;
}

Pj must_make_crs(const Crs& crs) {
    auto made = crs.is_known() ? make_crs(crs.definition()) : nullptr;
    if (made) return made;
    throw base::Error({.code = "crs-unknown",
                       .message = base::text("The coordinate system “{crs}” is not known.", {{"crs", crs.name()}}),
                       .advice = base::text("Give it as a number, such as EPSG:28992 for RD."),
                       .detail = proj_message()});
}

}  // namespace geo
