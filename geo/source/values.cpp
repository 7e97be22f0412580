// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/values.hpp"

#include "geo/base/numbers.hpp"
#include "geo/source/open.hpp"

#include <algorithm>

namespace geo {
namespace {

[[noreturn]] void fail_field(const std::string& field) {
    throw base::Error({.code = "field-missing",
                       .message = base::text("There is no field “{field}”.", {{"field", field}}),
                       .advice = base::text("Choose a field that the layer has.")});
}

}  // namespace

std::string text_of(const OGRFeature& feature, int field) {
    if (!feature.IsFieldSetAndNotNull(field)) return "";
    switch (feature.GetFieldDefnRef(field)->GetType()) {
        case OFTReal:
            return base::number_for_files(feature.GetFieldAsDouble(field));
        case OFTIntegerList:
        case OFTInteger64List:
        case OFTRealList:
        case OFTStringList: {
            char* json = feature.GetFieldAsSerializedJSon(field);
            auto text = utf8(json);
            CPLFree(json);
            return text;
        }
        default:
            return utf8(const_cast<OGRFeature&>(feature).GetFieldAsString(field));
    }
}

int index_of(OGRLayer& layer, const std::string& field) {
    const auto* definition = layer.GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i)
        if (utf8(definition->GetFieldDefn(i)->GetNameRef()) == field) return i;
    fail_field(field);
}

void want_fields(OGRLayer& layer, const std::vector<int>& wanted) {
    if (!layer.TestCapability(OLCIgnoreFields)) return;
    std::vector<const char*> names;
    auto* definition = layer.GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i)
        if (std::find(wanted.begin(), wanted.end(), i) == wanted.end())
            names.push_back(definition->GetFieldDefn(i)->GetNameRef());
    names.push_back(nullptr);
    layer.SetIgnoredFields(names.data());
}

}  // namespace geo
