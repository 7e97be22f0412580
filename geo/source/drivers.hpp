// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: what GDAL is allowed to be here.

namespace geo {

/// Registers the formats of local files: objects in any format of GDAL's, images in the delivered ones. Takes away
/// every way GDAL has to a network, to standard input and to what a file may name outside itself. A delivery comes from
/// strangers: opening it must not make this machine ask for addresses that stand in it, log in anywhere, or wait for
/// ever. Call once, before anything is opened.
void register_drivers();

}  // namespace geo
