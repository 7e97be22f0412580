// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/arrow.hpp"

#include "geo/source/open.hpp"

#include <ogr_recordbatch.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace geo {
namespace {

/// Rows a batch: more cost memory, as two are made at a time, and pieces of more than a megabyte go back to the system
/// after each, which takes its time; fewer cost calls. A batch is what cancelling waits for at most.
constexpr std::size_t k_batch = 4096;

/// The three structures of Arrow's C interface, which are released by a function they carry.
template <class Thing>
struct Held : Thing {
    Held() : Thing{} {}
    ~Held() {
        if (this->release) this->release(this);
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
};

/// Of values that look the same as text, however they were read.
enum class Format { text, large_text, int32, int64 };

struct ValueColumn {
    std::int64_t at = -1;
    Format format = Format::text;
};

struct Columns {
    std::int64_t fid = -1, geometry = -1;
    bool large = false;  ///< 64-bit offsets
    std::vector<ValueColumn> values{};
};

std::optional<Format> format_of(std::string_view told) {
    if (told == "u") return Format::text;
    if (told == "U") return Format::large_text;
    if (told == "i") return Format::int32;
    if (told == "l") return Format::int64;
    return std::nullopt;
}

std::optional<ValueColumn> value_column(OGRLayer& layer, const ArrowSchema& schema, int field) {
    const std::string_view name = layer.GetLayerDefn()->GetFieldDefn(field)->GetNameRef();
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const auto format = format_of(schema.children[i]->format);
        if (schema.children[i]->name == name && format) return ValueColumn{i, *format};
    }
    return std::nullopt;
}

std::optional<Columns> find_columns(OGRLayer& layer, const ArrowSchema& schema, const std::vector<int>& fields) {
    Columns columns;
    std::string fid = layer.GetFIDColumn(), geometry = layer.GetGeometryColumn();
    if (fid.empty()) fid = "OGC_FID";
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const auto& child = *schema.children[i];
        std::string name = child.name, format = child.format;
        if (name == fid && format == "l") columns.fid = i;
        bool is_geometry = name == (geometry.empty() ? "wkb_geometry" : geometry);
        if (!is_geometry || (format != "z" && format != "Z")) continue;
        columns.geometry = i;
        columns.large = format == "Z";
    }
    if (columns.fid < 0 || columns.geometry < 0) return std::nullopt;
    for (const int field : fields) {
        const auto column = value_column(layer, schema, field);
        if (!column) return std::nullopt;
        columns.values.push_back(*column);
    }
    return columns;
}

bool is_null(const ArrowArray& column, std::int64_t row) {
    const auto* valid = static_cast<const std::uint8_t*>(column.buffers[0]);
    if (column.null_count == 0 || !valid) return false;
    return !(valid[row / 8] & (1 << (row % 8)));
}

template <class Offset>
std::span<const std::uint8_t> bytes_of(const ArrowArray& column, std::int64_t row) {
    const auto* offsets = static_cast<const Offset*>(column.buffers[1]);
    const auto* bytes = static_cast<const std::uint8_t*>(column.buffers[2]);
    return {bytes + offsets[row], static_cast<std::size_t>(offsets[row + 1] - offsets[row])};
}

std::string text_of(std::span<const std::uint8_t> bytes) {
    return utf8(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()).c_str());
}

std::string text_in(const ArrowArray& column, Format format, std::int64_t i) {
    const auto row = i + column.offset;
    if (is_null(column, row)) return {};
    switch (format) {
        case Format::text:
            return text_of(bytes_of<std::int32_t>(column, row));
        case Format::large_text:
            return text_of(bytes_of<std::int64_t>(column, row));
        case Format::int32:
            return std::to_string(static_cast<const std::int32_t*>(column.buffers[1])[row]);
        case Format::int64:
            return std::to_string(static_cast<const std::int64_t*>(column.buffers[1])[row]);
    }
    return {};
}

std::vector<std::string> values_in(const ArrowArray& batch, const Columns& columns, std::int64_t i) {
    std::vector<std::string> values;
    values.reserve(columns.values.size());
    for (const auto& [at, format] : columns.values) values.push_back(text_in(*batch.children[at], format, i));
    return values;
}

template <class Offset>
std::size_t bytes_in(const ArrowArray& column) {
    const auto* offsets = static_cast<const Offset*>(column.buffers[1]) + column.offset;
    return static_cast<std::size_t>(offsets[column.length] - offsets[0]);
}

void collect(const ArrowArray& batch, const Columns& columns, LayerCollector& into, Pace& pace) {
    const auto& fids = *batch.children[columns.fid];
    const auto& shapes = *batch.children[columns.geometry];
    into.expect_wkb(columns.large ? bytes_in<std::int64_t>(shapes) : bytes_in<std::int32_t>(shapes));
    const auto* fid = static_cast<const std::int64_t*>(fids.buffers[1]) + fids.offset;
    for (std::int64_t i = 0; i < batch.length; ++i) {
        auto row = i + shapes.offset;
        if (is_null(shapes, row))
            into.add_null(fid[i]);
        else
            into.add_wkb(fid[i],
                         columns.large ? bytes_of<std::int64_t>(shapes, row) : bytes_of<std::int32_t>(shapes, row));
        if (!columns.values.empty()) into.add_values(values_in(batch, columns, i));
        pace.step();
        if (into.has_enough()) return;
    }
}

/// Of a table the rows after the first batch are read ahead through a second connection, and to open that takes as long
/// as reading ten thousand rows: small tables are one batch.
constexpr std::int64_t k_one_batch = 20'000;

}  // namespace

bool read_columns(const Reading& reading, Pace& pace) {
    auto& layer = *reading.layer;
    auto& into = *reading.into;
    if (!layer.TestCapability(OLCFastGetArrowStream) || layer.GetLayerDefn()->GetGeomFieldCount() != 1) return false;
    if (into.is_glance()) return false;  // a few rows are sooner there one by one
    // With a filter counting is as much work as reading.
    const auto count = layer.GetSpatialFilter() ? 0 : layer.GetFeatureCount(false);
    const bool is_small = count > 0 && count <= k_one_batch;
    Held<ArrowArrayStream> stream;
    const auto some = into.enough() > 0 ? std::min(into.enough(), k_batch) : k_batch;
    const auto batch_rows =
        "MAX_FEATURES_IN_BATCH=" + std::to_string(is_small ? static_cast<std::size_t>(count) : some);
    const char* const options[] = {"INCLUDE_FID=YES", batch_rows.c_str(), nullptr};
    if (!layer.GetArrowStream(&stream, const_cast<char**>(options))) return false;
    Held<ArrowSchema> schema;
    if (stream.get_schema(&stream, &schema) != 0) return false;
    auto columns = find_columns(layer, schema, reading.fields);
    if (!columns) return false;
    for (;;) {
        Held<ArrowArray> batch;
        if (stream.get_next(&stream, &batch) != 0 || !batch.release) return true;
        collect(batch, *columns, into, pace);
        if (into.has_enough()) return true;
    }
}

}  // namespace geo
