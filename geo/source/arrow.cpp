// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/arrow.hpp"

#include <ogr_recordbatch.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

namespace geo {
namespace {

/// Rows a batch: more make no difference to speed but cost memory, as two are made at a time; fewer cost calls. A batch
/// is what cancelling waits for at most.
constexpr std::size_t k_batch = 8192;

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

struct Columns {
    std::int64_t fid = -1, geometry = -1;
    bool large = false;  ///< 64-bit offsets
};

std::optional<Columns> find_columns(OGRLayer& layer, const ArrowSchema& schema) {
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

void collect(const ArrowArray& batch, const Columns& columns, LayerCollector& into, Pace& pace) {
    const auto& fids = *batch.children[columns.fid];
    const auto& shapes = *batch.children[columns.geometry];
    const auto* fid = static_cast<const std::int64_t*>(fids.buffers[1]) + fids.offset;
    for (std::int64_t i = 0; i < batch.length; ++i) {
        auto row = i + shapes.offset;
        if (is_null(shapes, row))
            into.add_null(fid[i]);
        else
            into.add_wkb(fid[i],
                         columns.large ? bytes_of<std::int64_t>(shapes, row) : bytes_of<std::int32_t>(shapes, row));
        pace.step();
        if (into.has_enough()) return;
    }
}

}  // namespace

bool read_columns(OGRLayer& layer, LayerCollector& into, Pace& pace) {
    if (!layer.TestCapability(OLCFastGetArrowStream) || layer.GetLayerDefn()->GetGeomFieldCount() != 1) return false;
    Held<ArrowArrayStream> stream;
    const auto rows = into.enough() > 0 ? std::min(into.enough(), k_batch) : k_batch;
    const auto batch_rows = "MAX_FEATURES_IN_BATCH=" + std::to_string(rows);
    const char* const options[] = {"INCLUDE_FID=YES", batch_rows.c_str(), nullptr};
    if (!layer.GetArrowStream(&stream, const_cast<char**>(options))) return false;
    Held<ArrowSchema> schema;
    if (stream.get_schema(&stream, &schema) != 0) return false;
    auto columns = find_columns(layer, schema);
    if (!columns) return false;
    for (;;) {
        Held<ArrowArray> batch;
        if (stream.get_next(&stream, &batch) != 0 || !batch.release) return true;
        collect(batch, *columns, into, pace);
        if (into.has_enough()) return true;
    }
}

}  // namespace geo
