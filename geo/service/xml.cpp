// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/xml.hpp"

#include "geo/base/numbers.hpp"

#include <cpl_error.h>

#include <string_view>

namespace geo {

Xml read_xml(const std::string& bytes) {
    const auto begin = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin == std::string::npos || bytes[begin] != '<') return nullptr;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    Xml xml(CPLParseXMLString(bytes.c_str() + begin));
    CPLPopErrorHandler();
    if (xml) CPLStripXMLNamespace(xml.get(), nullptr, TRUE);
    return xml;
}

const CPLXMLNode* top_element(const Xml& xml, const char* name) {
    for (const auto* node = xml.get(); node; node = node->psNext)
        if (node->eType == CXT_Element && std::string_view(node->pszValue) == name) return node;
    return nullptr;
}

std::string xml_text(const CPLXMLNode* node, const char* path) {
    const char* text = node ? CPLGetXMLValue(node, path, "") : "";
    const std::string_view all(text);
    const auto begin = all.find_first_not_of(" \t\r\n"), end = all.find_last_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string() : std::string(all.substr(begin, end - begin + 1));
}

const CPLXMLNode* xml_child(const CPLXMLNode* node, const char* path) {
    // GDAL's function does not change what it searches.
    return node ? CPLGetXMLNode(const_cast<CPLXMLNode*>(node), path) : nullptr;
}

std::vector<const CPLXMLNode*> xml_children(const CPLXMLNode* node, const char* name) {
    std::vector<const CPLXMLNode*> found;
    for (const auto* child = node ? node->psChild : nullptr; child; child = child->psNext)
        if (child->eType == CXT_Element && std::string_view(child->pszValue) == name) found.push_back(child);
    return found;
}

std::optional<double> xml_number(const CPLXMLNode* node, const char* path) {
    return base::parse_number(xml_text(node, path));
}

std::optional<Point> xml_point(const CPLXMLNode* node, const char* path) {
    const auto text = xml_text(node, path);
    const auto space = text.find_first_of(" \t\r\n");
    if (space == std::string::npos) return std::nullopt;
    const auto x = base::parse_number(text.substr(0, space));
    const auto y = base::parse_number(text.substr(text.find_first_not_of(" \t\r\n", space)));
    if (!x || !y) return std::nullopt;
    return Point{*x, *y};
}

}  // namespace geo
