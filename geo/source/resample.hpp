// SPDX-License-Identifier: EUPL-1.2
#pragma once

// For the rooms that read pixels: from the pixels of a source to those of a square of ground.

#include "geo/source/raster.hpp"
#include "geo/source/raster_bands.hpp"

#include <vector>

namespace geo {

/// Between these places on the target the way to the source is followed by straight lines; over a piece of 512 pixels
/// the error is far below a pixel.
constexpr int k_meshes = 16;

/// The corners of a mesh over the ground, row by row from the north.
std::vector<Point> mesh_over(const Box& ground);
/// The source pixels under a mesh whose corners are pixels of a source of this size; empty when there are none.
PixelWindow window_of(const std::vector<Point>& mesh, double source_width, double source_height);
/// Source pixels (or what else the mesh is in) for a target pixel, along the mesh.
double coarseness(const std::vector<Point>& mesh, int side);
/// Fills the piece from the image of the window.
void fill(Pixels& piece, const Image& image, const PixelWindow& window, const std::vector<Point>& mesh);

}  // namespace geo
