// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/crs.hpp"

#include "geo/base/problem.hpp"
#include "geo/crs/proj.hpp"
#include "geo/crs/transform.hpp"

#include <charconv>

namespace geo {
namespace {

std::string own_code(const PJ* crs) {
    const char* authority = proj_get_id_auth_name(crs, 0);
    const char* code = proj_get_id_code(crs, 0);
    return authority && code ? std::string(authority) + ":" + code : "";
}

/// A definition may wear a number that is not its own.
bool means(const PJ* crs, const std::string& code) {
    auto by_code = make_crs(code);
    return by_code && proj_is_equivalent_to_with_ctx(proj_context().get(), crs, by_code.get(),
                                                     PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS);
}

/// The one EPSG number whose definition is this one; "" when there is none or more than one.
std::string identified(const PJ* crs) {
    int* confidence = nullptr;
    auto* found = proj_identify(proj_context().get(), crs, "EPSG", nullptr, &confidence);
    std::string code;
    int certain = 0;
    for (int i = 0; found && i < proj_list_get_count(found); ++i) {
        // 90 is "the same but for the name": what ESRI's .prj files are.
        if (confidence[i] < 90) continue;
        Pj candidate(proj_list_get(proj_context().get(), found, i));
        if (++certain == 1) code = own_code(candidate.get());
    }
    proj_int_list_destroy(confidence);
    proj_list_destroy(found);
    return certain == 1 && means(crs, code) ? code : "";
}

std::string code_of(const PJ* crs) {
    auto code = own_code(crs);
    if (!code.empty()) return means(crs, code) ? code : "";
    return identified(crs);
}

bool is_geographic_crs(const PJ* crs) {
    auto type = proj_get_type(crs);
    if (type != PJ_TYPE_BOUND_CRS) return type == PJ_TYPE_GEOGRAPHIC_2D_CRS;
    Pj base(proj_get_source_crs(proj_context().get(), crs));
    return base && is_geographic_crs(base.get());
}

double unit_of(const PJ* crs) {
    auto context = proj_context();
    Pj base(proj_get_type(crs) == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context.get(), crs) : nullptr);
    Pj system(proj_crs_get_coordinate_system(context.get(), base ? base.get() : crs));
    double factor = 1;
    if (system)
        proj_cs_get_axis_info(context.get(), system.get(), 0, nullptr, nullptr, nullptr, &factor, nullptr, nullptr,
                              nullptr);
    return factor;
}

}  // namespace

Crs Crs::parse(std::string_view definition) {
    std::string text(definition);
    auto pj = make_crs(text);
    if (!pj) {
        throw base::Error(
            {.code = "crs-unknown",
             .message = base::text("The coordinate system “{crs}” is not known.", {{"crs", text.substr(0, 60)}}),
             .advice = base::text("Give it as a number, such as EPSG:28992 for RD."),
             .detail = proj_message()});
    }
    Crs crs;
    crs.code_ = code_of(pj.get());
    crs.definition_ = crs.code_.empty() ? text : crs.code_;
    const char* name = proj_get_name(pj.get());
    crs.name_ = name ? name : "";
    crs.geographic_ = is_geographic_crs(pj.get());
    if (!crs.geographic_) crs.metres_per_unit_ = unit_of(pj.get());
    return crs;
}

std::string Crs::wkt() const {
    if (!is_known()) return "";
    auto pj = must_make_crs(*this);
    const char* text = proj_as_wkt(proj_context().get(), pj.get(), PJ_WKT2_2019, nullptr);
    return text ? text : "";
}

int Crs::epsg() const {
    int number = 0;
    if (code_.starts_with("EPSG:")) std::from_chars(code_.data() + 5, code_.data() + code_.size(), number);
    return number;
}

Box Crs::area_of_use() const {
    if (!is_known()) return {};
    auto pj = must_make_crs(*this);
    Box degrees;
    if (!proj_get_area_of_use(proj_context().get(), pj.get(), &degrees.min_x, &degrees.min_y, &degrees.max_x,
                              &degrees.max_y, nullptr))
        return {};
    if (degrees.min_x > degrees.max_x) {  // over the antimeridian
        degrees.min_x = -180;
        degrees.max_x = 180;
    }
    if (geographic_ || degrees.min_x <= -1000) return degrees.min_x <= -1000 ? Box{} : degrees;
    // The straight edges of the one are curved in the other, so the box is that of points along them.
    Transform transform(geographic_base(*this), *this);
    Box box;
    for (int i = 0; i <= 20; ++i)
        for (int j = 0; j <= 20; ++j) {
            Point p{degrees.min_x + degrees.width() * i / 20, degrees.min_y + degrees.height() * j / 20};
            transform.apply({&p, 1});
            box.grow(p);
        }
    return box;
}

bool Crs::operator==(const Crs& other) const {
    if (code_.empty() != other.code_.empty()) return false;
    return code_.empty() ? definition_ == other.definition_ : code_ == other.code_;
}

const Crs& rd_new() {
    static const Crs crs = Crs::parse("EPSG:28992");
    return crs;
}

const Crs& wgs84() {
    static const Crs crs = Crs::parse("EPSG:4326");
    return crs;
}

}  // namespace geo
