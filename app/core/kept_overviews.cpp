// SPDX-License-Identifier: EUPL-1.2
#include "app/core/kept_overviews.hpp"

#include "app/core/packing.hpp"
#include "app/core/report_json.hpp"
#include "app/scene/overview.hpp"
#include "geo/base/ids.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// Changes with what is kept and how it is counted, so that what an older version kept is not used.
constexpr std::string_view k_kind = "doorgang-overview-3";
/// Some dozens of large layers.
constexpr std::uintmax_t k_most_bytes = 256 << 20;
/// Of a head's length; and far more than one has.
constexpr std::size_t k_digits = 12, k_longest_head = 16 << 20;
constexpr std::size_t k_plane = static_cast<std::size_t>(k_patch) * k_patch;
/// Where SQLite counts the commits of a file lies in these.
constexpr std::size_t k_first_bytes = 100;

std::string first_bytes(const fs::path& path) {
    std::array<char, k_first_bytes> bytes{};
    std::ifstream in(path, std::ios::binary);
    in.read(bytes.data(), bytes.size());
    return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

bool is_being_written(const fs::path& path) {
    for (const auto* beside : {"-wal", "-journal"}) {
        std::error_code none;
        const auto bytes = fs::file_size(path.string() + beside, none);
        if (!none && bytes > 0) return true;
    }
    return false;
}

/// Which planes of cells a patch has, in the order in which they lie behind the head.
template <class Patch>
auto planes_of(Patch& patch) {
    return std::array{&patch.areas, &patch.lines, &patch.points};
}

Json patches_json(const CoverageLevel& level) {
    auto all = Json::array();
    for (const auto& [place, patch] : level.patches) {
        auto one = Json::array({place.column, place.row});
        for (const auto* plane : planes_of(patch)) one.push_back(plane->size() == k_plane);
        all.push_back(std::move(one));
    }
    return all;
}

Json head_of(const PreparedLayer& layer) {
    Json head{{"report", report_json(layer.layer->report)},
              {"extent", box_json(layer.layer->extent)},
              {"kind", static_cast<int>(layer.kind)},
              {"features", layer.feature_count},
              {"corners", layer.corners},
              {"has_points", layer.has_points}};
    if (layer.coverage.levels.empty()) return head;
    head["unit"] = layer.coverage.levels.front().unit;
    head["patches"] = patches_json(layer.coverage.levels.front());
    return head;
}

/// What drivers complain of need not be UTF-8.
std::string dumped(const Json& json) { return json.dump(-1, ' ', true, Json::error_handler_t::replace); }

geo::Kind kind_of(const Json& told) {
    const auto number = told.get<int>();
    if (number < 0 || number > static_cast<int>(geo::Kind::collection)) throw std::runtime_error("no such kind");
    return static_cast<geo::Kind>(number);
}

/// The head after its length, then the planes.
std::string written(const PreparedLayer& layer) {
    const auto head = dumped(head_of(layer));
    auto length = std::to_string(head.size());
    length.insert(0, k_digits - length.size(), '0');
    Packer packer;
    packer.add(length);
    packer.add(head);
    if (!layer.coverage.levels.empty())
        for (const auto& [place, patch] : layer.coverage.levels.front().patches)
            for (const auto* plane : planes_of(patch))
                if (plane->size() == k_plane) packer.add({reinterpret_cast<const char*>(plane->data()), k_plane});
    return packer.finish();
}

CellPatch patch_of(const Json& told, double unit, Unpacker& planes) {
    auto patch = empty_patch({told.at(0), told.at(1)}, unit);
    std::size_t at = 2;
    for (auto* plane : planes_of(patch)) {
        if (!told.at(at++).get<bool>()) continue;
        plane->resize(k_plane);
        planes.take(reinterpret_cast<char*>(plane->data()), k_plane);
    }
    return patch;
}

Coverage coverage_of(const Json& head, Unpacker& planes) {
    if (!head.contains("patches")) return {};
    CoverageLevel level{.unit = head.at("unit")};
    if (!(level.unit > 0) || !std::isfinite(level.unit)) throw std::runtime_error("cells without a size");
    for (const auto& told : head.at("patches"))
        level.patches.try_emplace({told.at(0), told.at(1)}, patch_of(told, level.unit, planes));
    return coverage_from(std::move(level));
}

Json read_head(Unpacker& kept) {
    std::string length(k_digits, ' ');
    kept.take(length.data(), length.size());
    const auto size = std::stoull(length);
    if (size > k_longest_head) throw std::runtime_error("no head is so long");
    std::string head(size, ' ');
    kept.take(head.data(), head.size());
    return Json::parse(head);
}

std::shared_ptr<const PreparedLayer> read(std::string_view body, const geo::Layer& as_opened) {
    Unpacker kept(body);
    const auto head = read_head(kept);
    auto layer = std::make_shared<geo::Layer>(as_opened);
    layer->extent = box_of(head.at("extent"));
    read_report(head.at("report"), layer->report);
    auto prepared = held_by_place(std::move(layer), coverage_of(head, kept));
    prepared.kind = kind_of(head.at("kind"));
    prepared.feature_count = head.at("features");
    prepared.corners = head.at("corners");
    prepared.has_points = head.at("has_points");
    return std::make_shared<const PreparedLayer>(std::move(prepared));
}

}  // namespace

KeptOverviews::KeptOverviews(fs::path folder) : shelf_(std::move(folder), k_most_bytes, base::system_clock()) {}

std::optional<std::string> KeptOverviews::address_of(const LayerOrigin& source, const geo::LayerSize& size) {
    std::error_code failed;
    const auto path = fs::weakly_canonical(source.path, failed);
    if (failed || !fs::is_regular_file(path, failed) || is_being_written(path)) return std::nullopt;
    const auto changed = fs::last_write_time(path, failed);
    if (failed) return std::nullopt;
    const auto bytes = fs::file_size(path, failed);
    if (failed) return std::nullopt;
    const auto& report = size.head.report;
    return dumped(Json::array({k_kind, path.string(), source.path.string(), bytes, changed.time_since_epoch().count(),
                               base::sha256_hex(first_bytes(path)), report.name, size.features, report.fields,
                               report.crs.definition(), source.target.definition()}));
}

std::shared_ptr<const PreparedLayer> KeptOverviews::find(const std::string& address, const geo::Layer& head) const {
    const auto kept = shelf_.find(address);
    if (!kept) return nullptr;
    try {
        return read(kept->body, head);
    } catch (const std::exception&) {
        return nullptr;  // written by a broken disk or by hand: the layer itself tells it again
    }
}

void KeptOverviews::keep(const std::string& address, const PreparedLayer& layer) {
    shelf_.keep(address, "application/zstd", written(layer));
}

}  // namespace app
