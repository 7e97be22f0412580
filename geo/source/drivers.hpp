// SPDX-License-Identifier: EUPL-1.2
#pragma once

// For this room and that of services: what GDAL is allowed to be here.

#include <string_view>

class GDALDriver;

namespace geo {

/// Registers the formats of local files: objects in any format of GDAL's, images in the delivered ones. Takes away
/// every way GDAL has to a network, to standard input and to what a file may name outside itself. A delivery comes from
/// strangers: opening it must not make this machine ask for addresses that stand in it, log in anywhere, or wait for
/// ever. Call once, before anything is opened.
void register_drivers();

/// A driver that no file is opened with: for the room of services, which asks it for what a person added. "WFS",
/// "OAPIF", "PostgreSQL"; nullptr where GDAL was built without it.
GDALDriver* service_driver(std::string_view name);

}  // namespace geo
