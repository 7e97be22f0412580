// SPDX-License-Identifier: EUPL-1.2
#include "app/map/picture.hpp"

#include "geo/base/files.hpp"
#include "geo/base/problem.hpp"

#include <epoxy/gl.h>

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#include <stb/stb_image_write.h>

#include <algorithm>
#include <new>
#include <string>

namespace app {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, std::string detail) {
    throw base::Error({.code = "picture-broken",
                       .message = base::text("The picture cannot be read."),
                       .where = {.file = path.string()},
                       .advice = base::text("Open it in another program to see whether it is damaged."),
                       .detail = std::move(detail)});
}

}  // namespace

Picture read_picture(std::uint32_t framebuffer, int width, int height) {
    Picture picture{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 4)};
    GLint before = 0;
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &before);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(before));
    auto row = static_cast<std::ptrdiff_t>(width) * 4;
    for (int y = 0; y < height / 2; ++y) {
        auto upper = picture.rgba.begin() + y * row, lower = picture.rgba.begin() + (height - 1 - y) * row;
        std::swap_ranges(upper, upper + row, lower);
    }
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4) picture.rgba[i] = 255;
    return picture;
}

void write_png(const Picture& picture, const std::filesystem::path& path) {
    // Maps are flat colours: trying the filters that photographs want takes most of the time and gains nothing.
    stbi_write_force_png_filter = 0;
    base::NewFile file(path);
    auto add_bytes = [](void* to, void* bytes, int count) {
        static_cast<base::NewFile*>(to)->write({static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    };
    if (!stbi_write_png_to_func(add_bytes, &file, picture.width, picture.height, 4, picture.rgba.data(),
                                picture.width * 4)) {
        throw std::bad_alloc();
    }
    file.commit();
}

Picture read_png(const std::filesystem::path& path) {
    auto bytes = base::read_file(path);
    Picture picture;
    int channels = 0;
    auto* pixels = stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()),
                                         &picture.width, &picture.height, &channels, 4);
    if (!pixels) fail(path, stbi_failure_reason());
    picture.rgba.assign(pixels, pixels + static_cast<std::ptrdiff_t>(picture.width) * picture.height * 4);
    stbi_image_free(pixels);
    return picture;
}

}  // namespace app
