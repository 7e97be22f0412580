// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: what servers say of themselves, read by GDAL's small XML reader, which follows nothing outside.

#include "geo/geometry/shape.hpp"

#include <cpl_minixml.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace geo {

struct XmlEnd {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
using Xml = std::unique_ptr<CPLXMLNode, XmlEnd>;

/// Without namespaces. Null when it is no XML.
Xml read_xml(const std::string& bytes);
/// The first element of this name at the top; nullptr when it is another.
const CPLXMLNode* top_element(const Xml& xml, const char* name);

/// Text of an element or attribute below `node`, by a path with dots; empty where there is none.
std::string xml_text(const CPLXMLNode* node, const char* path);
const CPLXMLNode* xml_child(const CPLXMLNode* node, const char* path);
/// All child elements of this name.
std::vector<const CPLXMLNode*> xml_children(const CPLXMLNode* node, const char* name);
std::optional<double> xml_number(const CPLXMLNode* node, const char* path);
/// "4.5 52.1"
std::optional<Point> xml_point(const CPLXMLNode* node, const char* path);

}  // namespace geo
