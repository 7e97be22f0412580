// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: PROJ objects, made and used on one thread.

#include "geo/crs/crs.hpp"

#include <proj.h>
#include <proj_experimental.h>

#include <memory>
#include <string>

namespace geo {

/// PROJ's context of the calling thread, without network; made at first use. Whoever keeps a PJ keeps its context too.
std::shared_ptr<PJ_CONTEXT> proj_context();
/// What PROJ complained about last on this thread.
std::string proj_message();
void forget_proj_message();

struct PjDelete {
    void operator()(PJ* object) const { proj_destroy(object); }
};
using Pj = std::unique_ptr<PJ, PjDelete>;

/// The two-dimensional CRS that `definition` means: the horizontal part of a compound one. Null when PROJ understands
/// no CRS in it, or one without a place on earth.
Pj make_crs(const std::string& definition);
/// @throws base::Error code "crs-unknown" where make_crs() gives nothing
Pj must_make_crs(const Crs& crs);
/// The longitude/latitude CRS on the same datum.
Crs geographic_base(const Crs& crs);

}  // namespace geo
