// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/writer.hpp"

#include "geo/base/files.hpp"
#include "geo/base/ids.hpp"
#include "geo/geometry/wkb.hpp"
#include "geo/source/gdal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cassert>

namespace geo {
namespace {

namespace fs = std::filesystem;

/// In every layer's description: how a file of ours is known from somebody else's.
constexpr const char* k_mark = "Written by Doorgang";
/// Files differ by what was asked for, not by when.
constexpr const char* k_date = "2000-01-01T00:00:00.000Z";

base::Error cannot_write(const fs::path& target, std::string detail) {
    return base::Error(
        {.code = "file-not-written",
         .message = base::text("The file could not be written."),
         .where = {.file = target.string()},
         .advice = base::text("Check the free space and the rights on the folder, or choose another place."),
         .detail = std::move(detail)});
}

bool is_ours(const fs::path& path) {
    GdalMessages messages;
    const char* const drivers[] = {"GPKG", nullptr};
    const char* const options[] = {"IMMUTABLE=YES", nullptr};
    auto unsigned_flags = static_cast<unsigned>(GDAL_OF_VECTOR | GDAL_OF_READONLY);
    GDALDatasetUniquePtr data(GDALDataset::Open(path.c_str(), unsigned_flags, drivers, options));
    if (!data || data->GetLayerCount() == 0) return false;
    for (auto* layer : data->GetLayers()) {
        const char* description = layer->GetMetadataItem("DESCRIPTION");
        if (!description || std::string(description) != k_mark) return false;
    }
    return true;
}

void refuse_foreign(const fs::path& target) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(target, ignored))) return;
    auto journal = target;
    journal += "-wal";
    if (!fs::exists(journal, ignored) && is_ours(target)) return;
    throw base::Error({.code = "file-exists",
                       .message = base::text("There already is a file here that this program did not make."),
                       .where = {.file = target.string()},
                       .advice = base::text("Choose another name, or move the file away first.")});
}

OGRwkbGeometryType type_of(Kind kind) {
    switch (kind) {
        case Kind::none:
            return wkbNone;
        case Kind::point:
            return wkbPoint;
        case Kind::line:
            return wkbLineString;
        case Kind::polygon:
            return wkbPolygon;
        case Kind::multi_point:
            return wkbMultiPoint;
        case Kind::multi_line:
            return wkbMultiLineString;
        case Kind::multi_polygon:
            return wkbMultiPolygon;
        case Kind::collection:
            return wkbUnknown;
    }
    return wkbUnknown;
}

OGRFieldType type_of(FieldType type) {
    switch (type) {
        case FieldType::text:
            return OFTString;
        case FieldType::real:
            return OFTReal;
        case FieldType::integer:
            return OFTInteger64;
    }
    return OFTString;
}

/// A polygon fits in a layer of multi-polygons as one of one; everything fits in a layer of mixed kinds.
bool fits(const Shape& shape, Kind layer) {
    bool promoted = (layer == Kind::multi_point && shape.kind == Kind::point) ||
                    (layer == Kind::multi_line && shape.kind == Kind::line) ||
                    (layer == Kind::multi_polygon && shape.kind == Kind::polygon);
    return promoted || layer == Kind::collection || shape.kind == layer || shape.kind == Kind::none;
}

std::unique_ptr<OGRGeometry> to_ogr(const Shape& shape, Kind layer) {
    if (shape.kind == Kind::none) return nullptr;
    auto wkb = wkb_of(shape);
    // The first bytes of a multi kind differ from those of its single kind, so the kind is changed before writing.
    if (layer != Kind::collection && shape.kind != layer) {
        auto promoted = shape;
        promoted.kind = layer;
        wkb = wkb_of(promoted);
    }
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size());
    return std::unique_ptr<OGRGeometry>(geometry);
}

void set(OGRFeature& feature, int field, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        feature.SetField(field, text->c_str());
    else if (const auto* real = std::get_if<double>(&value))
        feature.SetField(field, *real);
    else if (const auto* integer = std::get_if<std::int64_t>(&value))
        feature.SetField(field, static_cast<GIntBig>(*integer));
    else
        feature.SetFieldNull(field);
}

void flush_to_disk(const fs::path& path) {
    int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

struct GeoPackageWriter::Pimpl {
    fs::path target, temporary;
    Srs srs;
    GDALDatasetUniquePtr data;
    OGRLayer* layer = nullptr;
    Kind kind = Kind::none;

    Pimpl(fs::path to, const Crs& crs) : target(std::move(to)) {
        refuse_foreign(target);
        temporary = target.parent_path() / ("." + target.stem().string() + "." + base::random_hex(4) + ".gpkg");
        GdalMessages messages;
        srs = srs_of(crs);
        // Nobody sees the temporary file before it is whole, so it needs no journal and no waiting for the disk.
        GdalSetting no_journal("OGR_SQLITE_JOURNAL", "OFF"), no_waiting("OGR_SQLITE_SYNCHRONOUS", "OFF");
        GdalSetting cache("OGR_SQLITE_CACHE", "64"), date("OGR_CURRENT_DATE", k_date);
        auto* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        if (driver) data.reset(driver->Create(temporary.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!data) throw cannot_write(target, messages.detail());
    }

    ~Pimpl() {
        if (data) {
            GdalMessages quiet;
            data.reset();
        }
        std::error_code ignored;
        fs::remove(temporary, ignored);
    }
    Pimpl(const Pimpl&) = delete;
    Pimpl& operator=(const Pimpl&) = delete;

    bool make_layer(const std::string& name, Kind layer_kind, const std::vector<FieldDefinition>& fields) {
        auto description = std::string("DESCRIPTION=") + k_mark;
        const char* const options[] = {"SPATIAL_INDEX=YES", description.c_str(), nullptr};
        layer = data->CreateLayer(name.c_str(), srs.get(), type_of(layer_kind), const_cast<char**>(options));
        bool made = layer != nullptr;
        for (const auto& field : fields) {
            OGRFieldDefn definition(field.name.c_str(), type_of(field.type));
            made = made && layer->CreateField(&definition) == OGRERR_NONE;
        }
        return made;
    }

    void end_layer(const GdalMessages& messages) {
        if (!layer) return;
        layer = nullptr;
        if (data->CommitTransaction() != OGRERR_NONE) throw cannot_write(target, messages.detail());
    }
};

GeoPackageWriter::GeoPackageWriter(fs::path target, const Crs& crs)
    : pimpl_(std::make_unique<Pimpl>(std::move(target), crs)) {}

GeoPackageWriter::~GeoPackageWriter() = default;

void GeoPackageWriter::begin_layer(const std::string& name, Kind kind, const std::vector<FieldDefinition>& fields) {
    GdalMessages messages;
    GdalSetting date("OGR_CURRENT_DATE", k_date);
    auto& own = *pimpl_;
    own.end_layer(messages);
    own.kind = kind;
    own.layer = own.data->GetLayerByName(name.c_str());
    bool made = own.layer != nullptr || own.make_layer(name, kind, fields);
    if (!made || own.data->StartTransaction() != OGRERR_NONE) throw cannot_write(own.target, messages.detail());
}

void GeoPackageWriter::add(const Shape& shape, const std::vector<FieldValue>& values) {
    auto& own = *pimpl_;
    assert(own.layer && "begin_layer() comes first");
    assert(static_cast<int>(values.size()) == own.layer->GetLayerDefn()->GetFieldCount());
    assert(fits(shape, own.kind));
    GdalMessages messages;
    OGRFeature feature(own.layer->GetLayerDefn());
    for (std::size_t i = 0; i < values.size(); ++i) set(feature, static_cast<int>(i), values[i]);
    feature.SetGeometryDirectly(to_ogr(shape, own.kind).release());
    if (own.layer->CreateFeature(&feature) != OGRERR_NONE) throw cannot_write(own.target, messages.detail());
}

void GeoPackageWriter::commit() {
    GdalMessages messages;
    GdalSetting date("OGR_CURRENT_DATE", k_date);
    auto& own = *pimpl_;
    own.end_layer(messages);
    own.data.reset();
    if (messages.any_failure()) throw cannot_write(own.target, messages.detail());
    flush_to_disk(own.temporary);
    std::error_code failed;
    fs::rename(own.temporary, own.target, failed);
    if (failed) throw cannot_write(own.target, failed.message());
    base::sync_folder(own.target.parent_path().empty() ? fs::path(".") : own.target.parent_path());
}

}  // namespace geo
