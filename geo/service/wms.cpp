// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/wms.hpp"

#include "geo/base/numbers.hpp"
#include "geo/base/problem.hpp"
#include "geo/service/address.hpp"
#include "geo/service/axes.hpp"
#include "geo/service/xml.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

constexpr int k_most_side = 2048, k_deepest = 32;
constexpr std::size_t k_most_layers = 5000;

Box wgs84_box(const CPLXMLNode* layer) {
    const auto box_of = [](const CPLXMLNode* node, const char* west, const char* south, const char* east,
                           const char* north) {
        const auto x0 = xml_number(node, west), y0 = xml_number(node, south), x1 = xml_number(node, east),
                   y1 = xml_number(node, north);
        return x0 && y0 && x1 && y1 ? Box{*x0, *y0, *x1, *y1} : Box{};
    };
    if (const auto* box = xml_child(layer, "EX_GeographicBoundingBox"))
        return box_of(box, "westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude");
    return box_of(xml_child(layer, "LatLonBoundingBox"), "minx", "miny", "maxx", "maxy");
}

/// A layer takes from the one around it what it does not say itself.
void read_layers(const CPLXMLNode* node, WmsLayer around, WmsOffer& offer, int depth) {
    if (depth > k_deepest || offer.layers.size() >= k_most_layers) return;
    for (const char* word : {"CRS", "SRS"})
        for (const auto* crs : xml_children(node, word)) {
            const auto code = xml_text(crs, "");
            if (std::find(around.crs.begin(), around.crs.end(), code) == around.crs.end()) around.crs.push_back(code);
        }
    if (const auto box = wgs84_box(node); !box.is_empty()) around.wgs84 = box;
    if (const auto whose = xml_text(node, "Attribution.Title"); !whose.empty()) around.attribution = whose;
    around.name = xml_text(node, "Name");
    around.title = xml_text(node, "Title");
    if (!around.name.empty()) offer.layers.push_back(around);
    for (const auto* child : xml_children(node, "Layer")) read_layers(child, around, offer, depth + 1);
}

[[noreturn]] void fail_no_crs(const WmsLayer& layer) {
    throw base::Error({.code = "service-crs",
                       .message = base::text("The service offers this map in no coordinate system that is known here."),
                       .where = {.layer = layer.name},
                       .advice = base::text("Ask whoever offers it for the map in EPSG:28992 or EPSG:3857.")});
}

}  // namespace

std::optional<WmsOffer> read_wms(const std::string& capabilities) {
    const auto xml = read_xml(capabilities);
    const auto* root = top_element(xml, "WMS_Capabilities");
    if (!root) root = top_element(xml, "WMT_MS_Capabilities");
    if (!root) return std::nullopt;
    WmsOffer offer{.version = xml_text(root, "version"), .title = xml_text(root, "Service.Title")};
    for (const auto* format : xml_children(xml_child(root, "Capability.Request.GetMap"), "Format"))
        offer.formats.push_back(xml_text(format, ""));
    for (const auto* layer : xml_children(xml_child(root, "Capability"), "Layer")) read_layers(layer, {}, offer, 0);
    offer.attribution = xml_text(root, "Service.ContactInformation.ContactPersonPrimary.ContactOrganization");
    for (auto& layer : offer.layers)
        if (layer.attribution.empty()) layer.attribution = offer.attribution;
    return offer;
}

WmsRequest wms_request(const std::string& url, const WmsOffer& offer, const WmsLayer& layer, const Crs& wanted) {
    WmsRequest request{.url = url, .version = offer.version == "1.3.0" ? "1.3.0" : "1.1.1", .layer = layer.name};
    std::vector<std::string> likely{wanted.code(), "EPSG:28992", "EPSG:3857", "CRS:84", "EPSG:4326"};
    likely.insert(likely.end(), layer.crs.begin(), layer.crs.end());
    for (const auto& code : likely) {
        const bool offered = std::find(layer.crs.begin(), layer.crs.end(), code) != layer.crs.end();
        const auto crs = offered ? known_crs(code) : std::nullopt;
        if (!crs) continue;
        request.crs_name = code;
        request.crs = *crs;
        request.north_first = request.version == "1.3.0" && code != "CRS:84" && writes_north_first(*crs);
        break;
    }
    if (request.crs_name.empty()) fail_no_crs(layer);
    for (const char* format : {"image/png", "image/jpeg", "image/webp"})
        if (request.format.empty() &&
            std::find(offer.formats.begin(), offer.formats.end(), format) != offer.formats.end())
            request.format = format;
    if (request.format.empty()) request.format = "image/png";
    return request;
}

Mosaic wms_mosaic(const WmsRequest& request, const Box& ground, double units_per_pixel) {
    Mosaic mosaic;
    if (ground.is_empty() || !(ground.width() > 0 && ground.height() > 0)) return mosaic;
    const double longest = std::max(ground.width(), ground.height());
    mosaic.units_per_pixel = std::max(units_per_pixel, longest / k_most_side);
    mosaic.width = std::max(1, static_cast<int>(std::lround(ground.width() / mosaic.units_per_pixel)));
    mosaic.height = std::max(1, static_cast<int>(std::lround(ground.height() / mosaic.units_per_pixel)));
    mosaic.tile_width = mosaic.width;
    mosaic.tile_height = mosaic.height;
    mosaic.top_left = {ground.min_x, ground.max_y};
    // Whole pixels, so that each is a square.
    const Box asked{ground.min_x, ground.max_y - mosaic.height * mosaic.units_per_pixel,
                    ground.min_x + mosaic.width * mosaic.units_per_pixel, ground.max_y};
    const auto corner = [&](double x, double y) {
        const auto east = base::number_for_files(x), north = base::number_for_files(y);
        return request.north_first ? north + "," + east : east + "," + north;
    };
    const bool newer = request.version == "1.3.0";
    std::vector<std::pair<std::string, std::string>> fields{
        {"SERVICE", "WMS"},
        {"VERSION", request.version},
        {"REQUEST", "GetMap"},
        {"LAYERS", request.layer},
        {"STYLES", ""},
        {newer ? "CRS" : "SRS", request.crs_name},
        {"BBOX", corner(asked.min_x, asked.min_y) + "," + corner(asked.max_x, asked.max_y)},
        {"WIDTH", std::to_string(mosaic.width)},
        {"HEIGHT", std::to_string(mosaic.height)},
        {"FORMAT", request.format}};
    if (request.format != "image/jpeg") fields.emplace_back("TRANSPARENT", "TRUE");
    mosaic.tiles.push_back({with_query(request.url, fields)});
    return mosaic;
}

std::string wms_complaint(const std::string& body) {
    const auto xml = read_xml(body);
    const auto* report = top_element(xml, "ServiceExceptionReport");
    const auto said = xml_text(report, "ServiceException");
    if (!said.empty()) return said;
    return xml_text(top_element(xml, "ExceptionReport"), "Exception.ExceptionText");
}

}  // namespace geo
