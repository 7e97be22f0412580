// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/map_service.hpp"

#include "geo/crs/transform.hpp"
#include "geo/service/capabilities.hpp"
#include "geo/service/wms.hpp"
#include "geo/service/wmts.hpp"
#include "geo/service/xyz.hpp"
#include "geo/source/decode.hpp"
#include "geo/source/resample.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace geo {
namespace {

/// A map of last week is as good as one of today.
constexpr std::chrono::hours k_fresh{24 * 7};
/// Metres of the finest pixel of a map that has none of its own.
constexpr double k_finest_metres = 0.05;

/// A map in the CRS of its server.
struct ServedMap {
    Crs crs{};
    Box wgs84{};              ///< where it lies, as the service says; empty when it does not
    double finest_units = 0;  ///< 0: any
    std::string attribution{};
    std::function<Mosaic(const Box& ground, double units_per_pixel)> mosaic_for{};
};

Box moved(const Box& box, const Crs& from, const Crs& to) {
    Box out;
    if (box.is_empty()) return out;
    auto places = mesh_over(box);
    Transform(from, to).apply(std::span<Point>(places));
    for (auto place : places) out.grow(place);  // what has no place there does not count
    return out;
}

/// Of two boxes of which none is empty. Empty when they have nothing in common.
Box common(const Box& a, const Box& b) {
    const Box both{std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y), std::min(a.max_x, b.max_x),
                   std::min(a.max_y, b.max_y)};
    return both.is_empty() ? Box{} : both;
}

ServedMap served_tiles(TileGrid grid, TileAddress address_of) {
    ServedMap map{.crs = grid.crs};
    if (!grid.levels.empty()) map.finest_units = grid.levels.back().units_per_pixel;
    map.mosaic_for = [grid = std::move(grid), address_of = std::move(address_of)](const Box& ground, double units) {
        return mosaic_of(grid, address_of, ground, units);
    };
    return map;
}

template <class Layers>
const auto& layer_named(const Layers& layers, const std::string& name) {
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const auto& each) { return each.name == name; });
    if (found != layers.end()) return *found;
    throw base::Error({.code = "layer-missing",
                       .message = base::text("The service does not offer “{layer}” any more.", {{"layer", name}}),
                       .advice = base::text("Remove the layer and add the service again to see what it offers now.")});
}

ServedMap served_wms(const std::string& url, const std::string& layer, const Crs& target, Door& door,
                     const base::Progress& progress) {
    const auto offer = wms_at(url, door, progress);
    const auto& chosen = layer_named(offer.layers, layer);
    const auto request = wms_request(url, offer, chosen, target);
    return {.crs = request.crs,
            .wgs84 = chosen.wgs84,
            .attribution = chosen.attribution,
            .mosaic_for = [request](const Box& ground, double units) { return wms_mosaic(request, ground, units); }};
}

ServedMap served_wmts(const std::string& url, const std::string& layer, const Crs& target, Door& door,
                      const base::Progress& progress) {
    const auto offer = wmts_at(url, door, progress);
    const auto& chosen = layer_named(offer.layers, layer);
    auto tiles = wmts_tiles(url, offer, chosen, target);
    auto map = served_tiles(std::move(tiles.grid), std::move(tiles.address_of));
    map.wgs84 = chosen.wgs84;
    map.attribution = offer.attribution;
    return map;
}

ServedMap served(const ServiceAddress& address, const std::string& layer, const std::optional<Crs>& crs,
                 const Crs& target, Door& door, const base::Progress& progress) {
    switch (address.kind) {
        case ServiceKind::wms:
            return served_wms(address.url, layer, target, door, progress);
        case ServiceKind::wmts:
            return served_wmts(address.url, layer, target, door, progress);
        default: {
            auto tiles = xyz_tiles(address.url, crs);
            return served_tiles(std::move(tiles.grid), std::move(tiles.address_of));
        }
    }
}

/// What covers the world has no place in a CRS of one country beyond that country.
Box extent_in(const Crs& target, const Box& said) {
    const auto usable = target.area_of_use();
    if (usable.is_empty() || said.is_empty()) return said.is_empty() ? usable : moved(said, wgs84(), target);
    const auto within = common(said, moved(usable, target, wgs84()));
    return within.is_empty() ? within : moved(within, wgs84(), target);
}

/// How many units of the server's CRS a unit of the target is, in the middle of the map.
double scale_between(const ServedMap& map, const Box& extent, const Crs& target) {
    if (map.crs == target || extent.is_empty()) return 1;
    constexpr double part = 1e-3;
    const double half = std::max(extent.width(), extent.height()) * part;
    const auto middle = extent.centre();
    auto mesh = mesh_over({middle.x - half, middle.y - half, middle.x + half, middle.y + half});
    Transform(target, map.crs).apply(std::span<Point>(mesh));
    constexpr int side = 1000;
    const double scale = coarseness(mesh, side) * side / (2 * half);
    return scale > 0 && std::isfinite(scale) ? scale : 1;
}

std::string why_no_image(const Door::Got& got) {
    try {
        decode_image(got.body);
        return {};
    } catch (const base::Error& error) {
        const auto complaint = wms_complaint(got.body);
        return complaint.empty() ? error.problem().detail + " (" + got.type + ")" : complaint;
    }
}

/// A tile may be of another size than was said; then it is drawn as large as it should be.
void lay(Image& onto, const Image& tile, const Mosaic& mosaic, const Mosaic::Tile& at) {
    for (int row = 0; row < mosaic.tile_height; ++row) {
        const int from_row = row * tile.height / mosaic.tile_height;
        for (int column = 0; column < mosaic.tile_width; ++column) {
            const int from_column = column * tile.width / mosaic.tile_width;
            const auto* from = &tile.rgba[4 * (static_cast<std::size_t>(from_row) * tile.width + from_column)];
            std::copy_n(from, 4,
                        &onto.rgba[4 * (static_cast<std::size_t>(at.top + row) * onto.width + at.left + column)]);
        }
    }
}

}  // namespace

struct MapService::Pimpl {
    ServedMap map{};
    RasterReport report{};
    std::string address{};
    Crs target{};
    Box extent{};
    double finest = 1;
};

MapService::MapService(std::unique_ptr<Pimpl> pimpl) : pimpl_(std::move(pimpl)) {}
MapService::~MapService() = default;

const RasterReport& MapService::report() const { return pimpl_->report; }
const Box& MapService::extent() const { return pimpl_->extent; }
double MapService::finest_units() const { return pimpl_->finest; }
const std::string& MapService::attribution() const { return pimpl_->map.attribution; }
const std::string& MapService::server() const { return pimpl_->address; }

std::shared_ptr<const MapService> MapService::open(const ServiceAddress& address, const std::string& layer,
                                                   const std::optional<Crs>& crs, const Crs& target, Door& door,
                                                   const base::Progress& progress) {
    return base::at({.file = address.url, .layer = layer}, [&] {
        auto own = std::make_unique<Pimpl>();
        own->target = target;
        own->address = address.url;
        own->map = served(address, layer, crs, target, door, progress);
        const auto& map = own->map;
        own->report.name = layer.empty() ? host_of(address.url) : layer;
        own->report.crs = map.crs;
        own->report.crs_from = CrsFrom::source;
        own->extent = extent_in(target, map.wgs84);
        own->report.extent = moved(own->extent, target, map.crs);
        const double metre = target.is_geographic() ? 1 / 111319.5 : 1 / target.metres_per_unit();
        own->finest =
            map.finest_units > 0 ? map.finest_units / scale_between(map, own->extent, target) : k_finest_metres * metre;
        return std::shared_ptr<const MapService>(new MapService(std::move(own)));
    });
}

/// What is asked for a square of ground, and where its pixels come from.
struct MapService::Plan {
    std::vector<Point> mesh{};  ///< pixels of the mosaic
    Mosaic mosaic{};
    std::vector<std::size_t> answers{};  ///< of each of its tiles, among all that were asked
};

MapService::Plan MapService::plan(const Transform& there, const Box& ground, int side) const {
    Plan plan{.mesh = mesh_over(ground)};
    there.apply(std::span<Point>(plan.mesh));
    Box asked;
    for (auto place : plan.mesh) asked.grow(place);
    plan.mosaic = pimpl_->map.mosaic_for(asked, coarseness(plan.mesh, side));
    const auto& mosaic = plan.mosaic;
    for (auto& place : plan.mesh)
        place = {(place.x - mosaic.top_left.x) / mosaic.units_per_pixel,
                 (mosaic.top_left.y - place.y) / mosaic.units_per_pixel};
    return plan;
}

Pixels MapService::painted(const Plan& plan, std::span<const Door::Got> got, int side) {
    Pixels piece{.side = side, .rgba = std::vector<std::uint8_t>(4 * static_cast<std::size_t>(side) * side)};
    const auto& mosaic = plan.mosaic;
    if (mosaic.tiles.empty()) return piece;
    Image image{.width = mosaic.width,
                .height = mosaic.height,
                .rgba = std::vector<std::uint8_t>(4 * static_cast<std::size_t>(mosaic.width) * mosaic.height)};
    for (std::size_t i = 0; i < mosaic.tiles.size(); ++i) {
        const auto& answer = got[plan.answers[i]];
        piece.is_passing = piece.is_passing || answer.is_old || !answer.failure.empty();
        if (!answer.is_there() || !answer.failure.empty()) continue;
        try {
            lay(image, decode_image(answer.body), mosaic, mosaic.tiles[i]);
        } catch (const base::Error&) {
            piece.is_passing = true;  // damaged on the disk
        }
    }
    fill(piece, image, {0, 0, image.width, image.height}, plan.mesh);
    return piece;
}

std::vector<Pixels> MapService::read(std::span<const Box> grounds, int side, Door& door,
                                     const base::Progress& progress) const {
    const Transform there(pimpl_->target, pimpl_->map.crs);
    std::vector<Plan> plans;
    std::vector<std::string> addresses;
    std::map<std::string, std::size_t> places;  // squares that lie side by side share tiles
    for (const auto& ground : grounds) {
        plans.push_back(plan(there, ground, side));
        for (const auto& tile : plans.back().mosaic.tiles) {
            const auto [found, is_new] = places.try_emplace(tile.address, addresses.size());
            if (is_new) addresses.push_back(tile.address);
            plans.back().answers.push_back(found->second);
        }
    }
    const auto got = door.get(addresses, {.fresh = k_fresh, .why_useless = why_no_image}, progress);
    std::vector<Pixels> pieces;
    for (const auto& each : plans) {
        pieces.push_back(painted(each, got, side));
        progress.report(1);
    }
    return pieces;
}

Pixels MapService::read(const Box& ground, int side, Door& door, const base::Progress& progress) const {
    return std::move(read(std::span(&ground, 1), side, door, progress).front());
}

}  // namespace geo
