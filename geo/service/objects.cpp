// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/objects.hpp"

#include "geo/base/problem.hpp"
#include "geo/crs/transform.hpp"
#include "geo/service/fetching.hpp"
#include "geo/service/seen_grounds.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/open.hpp"
#include "geo/source/resample.hpp"

#include <algorithm>

namespace geo {
namespace {

constexpr std::size_t k_most_layers = 5000, k_between_reports = 64;

/// How GDAL asks services while it lives: page by page, and never past our door.
struct Paging {
    explicit Paging(std::size_t page) : page_size("OGR_WFS_PAGE_SIZE", std::to_string(page).c_str()) {}
    GdalSetting page_size;
    GdalSetting no_streams{"OGR_WFS_USE_STREAMING", "NO"};
    GdalSetting pages{"OGR_WFS_PAGING_ALLOWED", "ON"};
    GdalSetting whole_layers{"OGR_WFS_LOAD_MULTIPLE_LAYER_DEFN", "NO"};
    GdalSetting no_schemas{"GML_DOWNLOAD_SCHEMA", "NO"};
};

Box moved(const Box& box, const Crs& from, const Crs& to) {
    auto places = mesh_over(box);
    Transform(from, to).apply(std::span<Point>(places));
    Box out;
    for (auto place : places) out.grow(place);
    return out;
}

GDALDatasetUniquePtr new_file(const std::filesystem::path& file) {
    auto* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    return GDALDatasetUniquePtr(driver ? driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
}

/// The table of the new file: the service's fields, in its CRS.
OGRLayer& new_table(GDALDataset& into, OGRLayer& from, OGRSpatialReference* srs) {
    const char* const options[] = {"SPATIAL_INDEX=NO", nullptr};
    auto* table = into.CreateLayer(k_objects_layer, srs, wkbUnknown, const_cast<char**>(options));
    if (!table) throw base::Error({.code = "disk", .message = base::text("A passing file could not be written.")});
    auto* fields = from.GetLayerDefn();
    for (int i = 0; i < fields->GetFieldCount(); ++i) table->CreateField(fields->GetFieldDefn(i));
    return *table;
}

/// What the service knows an object by stays its number where it can: it is in what a finding refers to.
bool copy_feature(OGRLayer& table, const OGRFeature& feature) {
    OGRFeature copy(table.GetLayerDefn());
    copy.SetFrom(&feature);
    copy.SetFID(feature.GetFID());
    if (copy.GetFID() >= 0 && table.CreateFeature(&copy) == OGRERR_NONE) return true;
    copy.SetFID(OGRNullFID);
    return table.CreateFeature(&copy) == OGRERR_NONE;
}

[[noreturn]] void fail_layer(const std::string& name) {
    throw base::Error({.code = "layer-missing",
                       .message = base::text("The service does not offer “{layer}” any more.", {{"layer", name}}),
                       .advice = base::text("Remove the layer and add the service again to see what it offers now.")});
}

ObjectsRead copy_features(OGRLayer& from, GDALDataset& into, std::size_t most, const Fetching& fetching,
                          const base::Progress& progress) {
    ObjectsRead read;
    auto& table = new_table(into, from, from.GetSpatialRef());
    GdalMessages quiet;  // a number that occurs twice is given anew
    into.StartTransaction();
    while (auto feature = OGRFeatureUniquePtr(from.GetNextFeature())) {
        if (read.count == most) {
            read.is_cut = true;
            break;
        }
        if (!copy_feature(table, *feature))
            throw base::Error({.code = "disk", .message = base::text("A passing file could not be written.")});
        if (++read.count % k_between_reports == 0)
            progress.report(static_cast<double>(read.count) / static_cast<double>(most));
    }
    fetching.check_cancelled();
    into.CommitTransaction();
    return read;
}

ObjectsRead read_once(const ObjectsWanted& wanted, const std::filesystem::path& file, Door& door,
                      const base::Progress& progress) {
    return base::at({.file = wanted.address.url, .layer = wanted.layer}, [&] {
        const Paging paging(wanted.page);
        GdalMessages messages;
        const Fetching fetching(wanted.address, door, progress);
        auto data = open_objects(wanted.address, fetching, wanted.page);
        auto* from = data->GetLayerByName(wanted.layer.c_str());
        fetching.check_cancelled();
        if (!from) fail_layer(wanted.layer);
        from->GetLayerDefn();  // only now the server is asked what its objects are like
        fetching.check_cancelled();
        const auto crs = crs_of(from->GetSpatialRef());
        const auto ground = crs.is_known() ? moved(wanted.ground, wanted.target, crs) : Box{};
        if (!ground.is_empty()) from->SetSpatialFilterRect(ground.min_x, ground.min_y, ground.max_x, ground.max_y);
        auto into = new_file(file);
        if (!into) throw base::Error({.code = "disk", .message = base::text("A passing file could not be written.")});
        auto read = copy_features(*from, *into, wanted.most, fetching, progress);
        if (fetching.failure()) fail_objects(wanted.address, fetching, messages.detail());
        if (wanted.address.kind == ServiceKind::postgres && messages.any_failure())
            fail_objects(wanted.address, fetching, messages.detail());
        read.is_old = fetching.was_old();
        return read;
    });
}

/// A server that is away, and not a layer that it never had. Of a database nothing is kept.
bool is_worth_old_ones(const ObjectsWanted& wanted, const base::Problem& problem) {
    if (wanted.address.kind == ServiceKind::postgres) return false;
    return problem.code == "service-away" || problem.code == "service-unknown";
}

}  // namespace

ObjectsRead read_objects(const ObjectsWanted& wanted, const std::filesystem::path& file, Door& door,
                         const base::Progress& progress) {
    const auto name = wanted.address.text() + "#" + wanted.layer + "@" + wanted.target.code();
    try {
        const auto read = read_once(wanted, file, door, progress);
        if (!read.is_old) note_ground(door.shelf(), name, wanted.ground);
        return read;
    } catch (const base::Error& error) {
        const auto seen = seen_ground(door.shelf(), name, wanted.ground);
        if (!seen || *seen == wanted.ground || !is_worth_old_ones(wanted, error.problem())) throw;
        auto older = wanted;
        older.ground = *seen;
        std::filesystem::remove(file);
        auto read = read_once(older, file, door, progress);
        read.is_old = true;
        return read;
    }
}

std::vector<OfferedLayer> object_layers(const ServiceAddress& address, Door& door, const base::Progress& progress) {
    const Paging paging(k_most_layers);
    const Fetching fetching(address, door, progress);
    auto data = open_objects(address, fetching);
    std::vector<OfferedLayer> layers;
    for (int i = 0; i < data->GetLayerCount() && layers.size() < k_most_layers; ++i) {
        auto* layer = data->GetLayer(i);
        const auto name = utf8(layer->GetName());
        const auto title = utf8(layer->GetMetadataItem("TITLE"));
        layers.push_back({name, title.empty() ? name : title, {}});
    }
    return layers;
}

}  // namespace geo
