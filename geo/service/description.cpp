// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/description.hpp"

#include "geo/base/files.hpp"
#include "geo/base/problem.hpp"
#include "geo/service/address.hpp"
#include "geo/service/xml.hpp"

#include <filesystem>

namespace geo {
namespace {

constexpr std::uintmax_t k_most_bytes = 1 << 20;

[[noreturn]] void fail(const std::string& file) {
    throw base::Error(
        {.code = "service-description",
         .message = base::text("This file describes no service that is known here."),
         .where = {.file = file},
         .advice = base::text("Paste the address of the service itself: WMS, WMTS, or tiles with {fields}.",
                              {{"fields", "{z}, {x}, {y}"}})});
}

/// "${z}" and "{z}" are both written.
std::string without_dollars(std::string address) {
    for (auto at = address.find("${"); at != std::string::npos; at = address.find("${", at)) address.erase(at, 1);
    return address;
}

std::string with_layer(const std::string& prefix, const std::string& url, const std::string& layer) {
    return prefix + url + (layer.empty() ? "" : "#" + layer);
}

std::string tiles_in(const CPLXMLNode* service, const CPLXMLNode* root) {
    auto address = without_dollars(xml_text(service, "ServerUrl"));
    // GDAL counts rows from the south where the origin says so.
    if (xml_text(root, "DataWindow.YOrigin") == "bottom")
        if (const auto y = address.find("{y}"); y != std::string::npos) address.replace(y, 3, "{-y}");
    return address;
}

}  // namespace

std::string address_in_description(const std::string& file) {
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    if (failed || bytes > k_most_bytes) fail(file);
    const auto xml = read_xml(base::read_file(file));
    if (const auto* wmts = top_element(xml, "GDAL_WMTS"))
        return with_layer("WMTS:", xml_text(wmts, "GetCapabilitiesUrl"), xml_text(wmts, "Layer"));
    const auto* root = top_element(xml, "GDAL_WMS");
    const auto* service = xml_child(root, "Service");
    const auto kind = xml_text(service, "name");
    std::string address;
    if (kind == "TMS") address = tiles_in(service, root);
    if (kind == "WMS") address = with_layer("WMS:", xml_text(service, "ServerUrl"), xml_text(service, "Layers"));
    if (read_pasted(address).url.empty()) fail(file);
    return address;
}

}  // namespace geo
