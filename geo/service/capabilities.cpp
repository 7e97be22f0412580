// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/capabilities.hpp"

#include "geo/base/problem.hpp"
#include "geo/service/address.hpp"

namespace geo {
namespace {

constexpr std::chrono::hours k_fresh{24};

}  // namespace

void fail_service(const std::string& address, const Door::Got& got) {
    if (got.status == 401 || got.status == 403)
        throw base::Error({.code = "service-refused",
                           .message = base::text("The server {server} lets nobody in without a name and password.",
                                                 {{"server", host_of(address)}}),
                           .advice = base::text("Ask for an address that is open to everybody."),
                           .detail = got.failure});
    if (got.status == 200 || got.status == 404)
        throw base::Error(
            {.code = "service-unknown",
             .message = base::text("At {server} there is no service of this kind.", {{"server", host_of(address)}}),
             .advice = base::text("Copy the whole address from the page where the service is described."),
             .detail = got.failure});
    throw base::Error({.code = "service-away",
                       .message = base::text("The server {server} does not answer.", {{"server", host_of(address)}}),
                       .advice = base::text("Look whether this computer has a network, or try again later."),
                       .detail = got.failure});
}

std::string ask_service(const std::string& address, Door& door, const base::Progress& progress,
                        const std::function<bool(const std::string&)>& is_it) {
    const auto useless = [&](const Door::Got& got) {
        return is_it(got.body) ? std::string() : std::string("this is something else");
    };
    auto got = door.get(address, {.fresh = k_fresh, .why_useless = useless}, progress);
    if (!got.is_there() || !got.failure.empty()) fail_service(address, got);
    return std::move(got.body);
}

WmsOffer wms_at(const std::string& url, Door& door, const base::Progress& progress) {
    const auto address = with_query(url, {{"SERVICE", "WMS"}, {"REQUEST", "GetCapabilities"}});
    return *read_wms(ask_service(address, door, progress, [](const auto& body) { return read_wms(body).has_value(); }));
}

/// An address that ends in a file is the description itself.
WmtsOffer wmts_at(const std::string& url, Door& door, const base::Progress& progress) {
    const bool is_file = url.find('?') == std::string::npos && url.ends_with(".xml");
    const auto address =
        is_file ? url : with_query(url, {{"SERVICE", "WMTS"}, {"REQUEST", "GetCapabilities"}, {"VERSION", "1.0.0"}});
    return *read_wmts(
        ask_service(address, door, progress, [](const auto& body) { return read_wmts(body).has_value(); }));
}

}  // namespace geo
