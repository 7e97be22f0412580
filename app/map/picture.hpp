// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/progress.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace app {

/// Pixels as red, green, blue, alpha bytes, top row first.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba{};
    const std::uint8_t* pixel(int x, int y) const { return &rgba[(static_cast<std::size_t>(y) * width + x) * 4]; }
    bool operator==(const Picture&) const = default;
};

/// What a framebuffer of the current context shows; waits for the drawing to finish. Alpha becomes opaque.
Picture read_picture(std::uint32_t framebuffer, int width, int height);
/// Writes the picture without its alpha, whole or not at all; an existing file is replaced. The same picture gives the
/// same bytes. With `dpi` the file knows its size on paper. Takes seconds for a large one and no memory beside it:
/// that one belongs on a worker.
/// @throws base::Error naming the file; base::Cancelled
void write_png(const Picture& picture, const std::filesystem::path& path, std::optional<double> dpi = {},
               const base::Progress& progress = {});
/// @throws base::Error code "picture-broken" naming the file
Picture read_png(const std::filesystem::path& path);

}  // namespace app
