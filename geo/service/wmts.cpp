// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/wmts.hpp"

#include "geo/base/numbers.hpp"
#include "geo/base/problem.hpp"
#include "geo/service/address.hpp"
#include "geo/service/axes.hpp"
#include "geo/service/xml.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

/// OGC's "standardised rendering pixel size", and metres in a degree of the equator (OGC 07-057r7, 6.1 and annex D).
constexpr double k_pixel_metres = 0.00028, k_degree_metres = 111319.49079327358;
constexpr double k_most_tiles_across = 1e9;
constexpr std::int64_t k_most_tile_side = 4096;
constexpr std::size_t k_most_layers = 5000, k_most_levels = 64;

std::int64_t whole(const CPLXMLNode* node, const char* path, std::int64_t otherwise) {
    const auto number = xml_number(node, path);
    return number && std::abs(*number) <= k_most_tiles_across ? std::llround(*number) : otherwise;
}

std::optional<TileLevel> read_level(const CPLXMLNode* node, const Crs& crs, bool north_first) {
    const auto scale = xml_number(node, "ScaleDenominator");
    auto corner = xml_point(node, "TopLeftCorner");
    const auto width = whole(node, "TileWidth", 0), height = whole(node, "TileHeight", 0);
    if (!scale || *scale <= 0 || !corner || width < 1 || height < 1 || width > k_most_tile_side ||
        height > k_most_tile_side)
        return std::nullopt;
    if (north_first) corner = Point{corner->y, corner->x};
    const double metres = crs.is_geographic() ? k_degree_metres : crs.metres_per_unit();
    return TileLevel{.name = xml_text(node, "Identifier"),
                     .units_per_pixel = *scale * k_pixel_metres / metres,
                     .top_left = *corner,
                     .tile_width = static_cast<int>(width),
                     .tile_height = static_cast<int>(height),
                     .last_column = whole(node, "MatrixWidth", 1) - 1,
                     .last_row = whole(node, "MatrixHeight", 1) - 1};
}

std::optional<TileGrid> read_grid(const CPLXMLNode* node) {
    const auto crs = known_crs(xml_text(node, "SupportedCRS"));
    if (!crs) return std::nullopt;
    TileGrid grid{.crs = *crs};
    const bool north_first =
        writes_north_first(*crs) && xml_text(node, "SupportedCRS").find("CRS84") == std::string::npos;
    for (const auto* matrix : xml_children(node, "TileMatrix"))
        if (auto level = read_level(matrix, *crs, north_first); level && grid.levels.size() < k_most_levels)
            grid.levels.push_back(std::move(*level));
    std::sort(grid.levels.begin(), grid.levels.end(),
              [](const auto& a, const auto& b) { return a.units_per_pixel > b.units_per_pixel; });
    if (grid.levels.empty()) return std::nullopt;
    return grid;
}

WmtsLayer::Link read_link(const CPLXMLNode* node) {
    WmtsLayer::Link link{.set = xml_text(node, "TileMatrixSet")};
    for (const auto* limits : xml_children(xml_child(node, "TileMatrixSetLimits"), "TileMatrixLimits"))
        link.limits[xml_text(limits, "TileMatrix")] = {.first_column = whole(limits, "MinTileCol", 0),
                                                       .last_column = whole(limits, "MaxTileCol", 0),
                                                       .first_row = whole(limits, "MinTileRow", 0),
                                                       .last_row = whole(limits, "MaxTileRow", 0)};
    return link;
}

constexpr std::array k_formats{"image/png", "image/jpeg", "image/png8", "image/webp"};

int rank_of(const std::string& format) {
    const auto found = std::find(k_formats.begin(), k_formats.end(), format);
    return static_cast<int>(found - k_formats.begin());
}

std::optional<WmtsLayer> read_layer(const CPLXMLNode* node) {
    WmtsLayer layer{.name = xml_text(node, "Identifier"), .title = xml_text(node, "Title")};
    for (const auto* style : xml_children(node, "Style"))
        if (layer.style.empty() || xml_text(style, "isDefault") == "true") layer.style = xml_text(style, "Identifier");
    for (const auto* format : xml_children(node, "Format"))
        if (layer.format.empty() || rank_of(xml_text(format, "")) < rank_of(layer.format))
            layer.format = xml_text(format, "");
    for (const auto* dimension : xml_children(node, "Dimension"))
        layer.dimensions[xml_text(dimension, "Identifier")] = xml_text(dimension, "Default");
    for (const auto* resource : xml_children(node, "ResourceURL"))
        if (xml_text(resource, "resourceType") == "tile" &&
            (layer.address.empty() || xml_text(resource, "format") == layer.format))
            layer.address = xml_text(resource, "template");
    for (const auto* link : xml_children(node, "TileMatrixSetLink")) layer.links.push_back(read_link(link));
    const auto low = xml_point(node, "WGS84BoundingBox.LowerCorner"),
               high = xml_point(node, "WGS84BoundingBox.UpperCorner");
    if (low && high) layer.wgs84 = {low->x, low->y, high->x, high->y};
    const bool of_pictures = rank_of(layer.format) < static_cast<int>(k_formats.size());
    if (layer.name.empty() || !of_pictures || layer.links.empty()) return std::nullopt;
    return layer;
}

void narrow(TileGrid& grid, const WmtsLayer::Link& link) {
    if (link.limits.empty()) return;
    std::erase_if(grid.levels, [&](const auto& level) { return !link.limits.contains(level.name); });
    for (auto& level : grid.levels) {
        const auto& limits = link.limits.at(level.name);
        level.first_column = std::max(level.first_column, limits.first_column);
        level.last_column = std::min(level.last_column, limits.last_column);
        level.first_row = std::max(level.first_row, limits.first_row);
        level.last_row = std::min(level.last_row, limits.last_row);
    }
}

void put(std::string& into, const std::string& field, const std::string& value) {
    const auto word = "{" + field + "}";
    for (auto at = into.find(word); at != std::string::npos; at = into.find(word, at + value.size()))
        into.replace(at, word.size(), value);
}

TileAddress by_template(const WmtsLayer& layer, const std::string& set) {
    auto address = layer.address;
    for (const auto& [name, value] : layer.dimensions) put(address, name, escaped(value));
    for (const char* style : {"Style", "style"}) put(address, style, escaped(layer.style));
    put(address, "TileMatrixSet", escaped(set));
    return [address](const TileLevel& level, std::int64_t column, std::int64_t row) {
        auto tile = address;
        put(tile, "TileMatrix", escaped(level.name));
        put(tile, "TileCol", std::to_string(column));
        put(tile, "TileRow", std::to_string(row));
        return tile;
    };
}

TileAddress by_query(const std::string& url, const WmtsLayer& layer, const std::string& set) {
    return [url, set, name = layer.name, style = layer.style, format = layer.format, dimensions = layer.dimensions](
               const TileLevel& level, std::int64_t column, std::int64_t row) {
        std::vector<std::pair<std::string, std::string>> fields{{"SERVICE", "WMTS"},
                                                                {"VERSION", "1.0.0"},
                                                                {"REQUEST", "GetTile"},
                                                                {"LAYER", name},
                                                                {"STYLE", style},
                                                                {"FORMAT", format},
                                                                {"TILEMATRIXSET", set},
                                                                {"TILEMATRIX", level.name},
                                                                {"TILEROW", std::to_string(row)},
                                                                {"TILECOL", std::to_string(column)}};
        fields.insert(fields.end(), dimensions.begin(), dimensions.end());
        return with_query(url, fields);
    };
}

/// The better, the smaller. Web mercator is what most grids are in.
int unlikeness(const Crs& crs, const Crs& wanted) {
    if (crs == wanted) return 0;
    return crs.epsg() == 3857 ? 1 : crs.is_geographic() ? 3 : 2;
}

}  // namespace

std::optional<WmtsOffer> read_wmts(const std::string& capabilities) {
    const auto xml = read_xml(capabilities);
    const auto* root = top_element(xml, "Capabilities");
    const auto* contents = xml_child(root, "Contents");
    if (!contents) return std::nullopt;
    WmtsOffer offer{.title = xml_text(root, "ServiceIdentification.Title"),
                    .attribution = xml_text(root, "ServiceProvider.ProviderName")};
    for (const auto* set : xml_children(contents, "TileMatrixSet"))
        if (auto grid = read_grid(set)) offer.grids[xml_text(set, "Identifier")] = std::move(*grid);
    for (const auto* layer : xml_children(contents, "Layer"))
        if (auto read = read_layer(layer); read && offer.layers.size() < k_most_layers)
            offer.layers.push_back(std::move(*read));
    return offer;
}

WmtsTiles wmts_tiles(const std::string& url, const WmtsOffer& offer, const WmtsLayer& layer, const Crs& wanted) {
    const WmtsLayer::Link* best = nullptr;
    for (const auto& link : layer.links) {
        const auto grid = offer.grids.find(link.set);
        if (grid == offer.grids.end()) continue;
        if (!best || unlikeness(grid->second.crs, wanted) < unlikeness(offer.grids.at(best->set).crs, wanted))
            best = &link;
    }
    if (!best)
        throw base::Error(
            {.code = "service-crs",
             .message = base::text("The service offers this map in no coordinate system that is known here."),
             .where = {.layer = layer.name},
             .advice = base::text("Ask whoever offers it for the map in EPSG:28992 or EPSG:3857.")});
    WmtsTiles tiles{.grid = offer.grids.at(best->set)};
    narrow(tiles.grid, *best);
    tiles.address_of = layer.address.empty() ? by_query(url, layer, best->set) : by_template(layer, best->set);
    return tiles;
}

}  // namespace geo
