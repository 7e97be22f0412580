// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/scene.hpp"

namespace app {

/// A small map with something of every kind that a map can show, around (0, 0) at one unit for a pixel: whoever draws
/// it has had every shader made ready by the driver.
Scene practice_scene();

}  // namespace app
