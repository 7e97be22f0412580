// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/crs/crs.hpp"
#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace geo {

using FieldValue = std::variant<std::monostate, std::string, double, std::int64_t>;
enum class FieldType { text, real, integer };
struct FieldDefinition {
    std::string name;
    FieldType type = FieldType::text;
};

/// Writes a new GeoPackage of layers through GDAL: beside its place first, then renamed, so that it is whole or not
/// there. The same calls give the same bytes. Belongs to one thread.
class GeoPackageWriter {
public:
    /// @throws base::Error when the file cannot be made or exists and is no file of ours to replace
    explicit GeoPackageWriter(std::filesystem::path target, const Crs& crs);
    ~GeoPackageWriter();  ///< without commit(): nothing stays behind

    /// Features added next go into this layer. One that was begun before is continued, so that something large can be
    /// written block by block. @param kind Kind::collection for mixed kinds
    void begin_layer(const std::string& name, Kind kind, const std::vector<FieldDefinition>& fields);
    void add(const Shape& shape, const std::vector<FieldValue>& values);
    void commit();

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace geo
