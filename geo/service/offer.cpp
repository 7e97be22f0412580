// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/offer.hpp"

#include "geo/base/problem.hpp"
#include "geo/service/capabilities.hpp"
#include "geo/service/description.hpp"
#include "geo/service/objects.hpp"
#include "geo/service/xml.hpp"

#include <cpl_error.h>
#include <cpl_json.h>

#include <algorithm>

namespace geo {
namespace {

std::string title_or_name(const std::string& title, const std::string& name) { return title.empty() ? name : title; }

ServiceOffer offer_of(const std::string& url, const WmsOffer& wms) {
    ServiceOffer offer{.address = {ServiceKind::wms, url}, .title = wms.title};
    for (const auto& layer : wms.layers)
        offer.layers.push_back({layer.name, title_or_name(layer.title, layer.name), layer.attribution});
    return offer;
}

ServiceOffer offer_of(const std::string& url, const WmtsOffer& wmts) {
    ServiceOffer offer{.address = {ServiceKind::wmts, url}, .title = wmts.title};
    for (const auto& layer : wmts.layers)
        offer.layers.push_back({layer.name, title_or_name(layer.title, layer.name), wmts.attribution});
    return offer;
}

ServiceOffer offer_of_objects(const ServiceAddress& address, Door& door, const base::Progress& progress) {
    return {.address = address,
            .title = address.kind == ServiceKind::postgres ? address.url : host_of(address.url),
            .layers = object_layers(address, door, progress)};
}

ServiceOffer offer_of_kind(const ServiceAddress& address, Door& door, const base::Progress& progress) {
    switch (address.kind) {
        case ServiceKind::wms:
            return offer_of(address.url, wms_at(address.url, door, progress));
        case ServiceKind::wmts:
            return offer_of(address.url, wmts_at(address.url, door, progress));
        case ServiceKind::wfs:
        case ServiceKind::features:
        case ServiceKind::postgres:
            return offer_of_objects(address, door, progress);
        case ServiceKind::xyz:
            break;
    }
    const auto name = host_of(address.url);
    return {.address = address, .title = name, .layers = {{"", name, ""}}};
}

/// The first page of an OGC API, or its list of collections.
bool is_of_features(const std::string& body) {
    if (body.find_first_not_of(" \t\r\n") != body.find('{')) return false;
    CPLJSONDocument json;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const bool is_json = json.LoadMemory(body);
    CPLPopErrorHandler();
    if (!is_json) return false;
    const auto root = json.GetRoot();
    return root.GetArray("collections").IsValid() || root.GetArray("links").IsValid();
}

/// What an answer is the answer of.
std::optional<ServiceKind> kind_of(const std::string& body) {
    if (read_wms(body)) return ServiceKind::wms;
    if (read_wmts(body)) return ServiceKind::wmts;
    if (top_element(read_xml(body), "WFS_Capabilities")) return ServiceKind::wfs;
    if (is_of_features(body)) return ServiceKind::features;
    return std::nullopt;
}

[[noreturn]] void fail_unknown(const std::string& url, const Door::Got& last) {
    if (last.status == 0)
        throw base::Error({.code = "service-away",
                           .message = base::text("The server {server} does not answer.", {{"server", host_of(url)}}),
                           .advice = base::text("Look whether this computer has a network, or try again later."),
                           .detail = last.failure});
    throw base::Error({.code = "service-unknown",
                       .message = base::text("At this address no service was found that is known here."),
                       .advice = base::text("Copy the whole address from the page where the service is described."),
                       .detail = url});
}

/// The address as it is first: it may be a file with the description. Then what each kind of server is asked.
ServiceAddress guessed(const std::string& url, Door& door, const base::Progress& progress) {
    std::vector<std::string> asked{url};
    for (const char* service : {"WMTS", "WMS", "WFS"})
        asked.push_back(with_query(url, {{"SERVICE", service}, {"REQUEST", "GetCapabilities"}}));
    asked.push_back(with_query(url, {{"f", "json"}}));  // some show a page to people, and this to programs
    Door::Got last;
    for (const auto& address : asked) {
        auto got = door.get(address, {.is_guess = true}, progress);
        if (const auto kind = got.is_there() ? kind_of(got.body) : std::nullopt) return {*kind, url};
        last = std::move(got);
        if (last.status == 0) break;
    }
    fail_unknown(url, last);
}

[[noreturn]] void fail_no_address() {
    throw base::Error({.code = "service-unknown",
                       .message = base::text("This is no address of a service."),
                       .advice = base::text("An address begins with https://. Copy the whole of it.")});
}

}  // namespace

ServiceOffer look_at_service(const std::string& pasted, Door& door, const base::Progress& progress) {
    const bool is_file = pasted.starts_with("/") && pasted.ends_with(".xml");
    const auto read = read_pasted(is_file ? address_in_description(pasted) : pasted);
    if (read.url.empty()) fail_no_address();
    const auto address = read.kind ? ServiceAddress{*read.kind, read.url} : guessed(read.url, door, progress);
    auto offer = offer_of_kind(address, door, progress);
    offer.held_secret = read.held_secret;
    const bool named = std::any_of(offer.layers.begin(), offer.layers.end(),
                                   [&](const auto& layer) { return layer.name == read.layer; });
    if (named) offer.wanted = read.layer;
    if (offer.layers.empty())
        throw base::Error({.code = "service-empty",
                           .message = base::text("The service answers, and offers nothing that can be shown."),
                           .where = {.file = offer.address.url},
                           .advice = base::text("Ask whoever offers it which address to use.")});
    return offer;
}

}  // namespace geo
