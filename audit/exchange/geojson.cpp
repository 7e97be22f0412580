// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/formats.hpp"
#include "audit/exchange/geojson_geometry.hpp"
#include "audit/exchange/json_text.hpp"
#include "audit/exchange/place.hpp"
#include "geo/base/files.hpp"

namespace audit {
namespace {

void append_feature(std::string& out, const Finding& finding, const geo::Shape& place, const Wording& wording) {
    out += "{\"type\":\"Feature\",\"id\":";
    append_json(out, finding.uuid);
    out += ",\"geometry\":";
    append_geometry(out, place);
    out += ",\"properties\":";
    append_properties_json(out, finding, wording);
    out += '}';
}

}  // namespace

// The box is only known after the last feature, and the standard leaves the order of members free: written last it
// needs no second pass.
Exported write_geojson(const std::filesystem::path& out, const FindingFeed& feed, const ExportOptions& options) {
    Exported exported;
    Wording wording(*feed.catalogue, options.audience, options.language);
    Placer placer(feed.crs, geo::wgs84(), k_geojson_decimals);
    Matcher wanted(options.where, *feed.catalogue);
    base::NewFile file(out);
    geo::Box box;
    std::string line;
    file.write("{\"type\":\"FeatureCollection\",\"features\":[");
    feed.for_each([&](const Finding& finding) {
        if (!wanted(finding)) return;
        auto place = placer.place(finding, exported.remarks);
        line = exported.findings++ > 0 ? ",\n" : "\n";
        append_feature(line, finding, place, wording);
        file.write(line);
        box.grow(place.box());
        if (place.is_empty()) ++exported.without_place;
    });
    line = "\n]";
    if (!box.is_empty()) append_bbox(line += ",\"bbox\":", box);
    file.write(line += "}\n");
    file.commit();
    return exported;
}

}  // namespace audit
