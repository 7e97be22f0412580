// SPDX-License-Identifier: EUPL-1.2
#include "app/map/picture.hpp"

#include "geo/base/files.hpp"
#include "geo/base/problem.hpp"

#include <epoxy/gl.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <memory>
#include <new>
#include <string>
#include <utility>

namespace app {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, std::string detail) {
    throw base::Error({.code = "picture-broken",
                       .message = base::text("The picture cannot be read."),
                       .where = {.file = path.string()},
                       .advice = base::text("Open it in another program to see whether it is damaged."),
                       .detail = std::move(detail)});
}

/// Turns rows into the bytes of a PNG. libpng leaves by a jump when something fails: no object with a destructor may
/// live in a function between it and `guarded`.
class PngWriter {
public:
    PngWriter(int width, int height, std::optional<double> dpi) : PngWriter() {
        guarded([&] {
            png_set_write_fn(png_, &bytes_, add_bytes, nullptr);
            png_set_IHDR(png_, info_, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
                         PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
            constexpr double inches_in_metre = 1 / 0.0254;
            const auto to_metre = static_cast<png_uint_32>(std::lround(dpi.value_or(0) * inches_in_metre));
            if (dpi) png_set_pHYs(png_, info_, to_metre, to_metre, PNG_RESOLUTION_METER);
            // Maps are flat colours: as they are, they pack in half the time that filters and higher levels take, and
            // not worse.
            png_set_filter(png_, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
            png_set_compression_level(png_, 2);
            png_write_info(png_, info_);
            png_set_filler(png_, 0, PNG_FILLER_AFTER);
        });
    }
    ~PngWriter() { png_destroy_write_struct(&png_, &info_); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    /// `row` is red, green, blue and a byte that is left out, for each pixel.
    void add_row(const std::uint8_t* row) {
        guarded([&] { png_write_row(png_, row); });
    }
    void finish() {
        guarded([&] { png_write_end(png_, info_); });
    }
    /// What has been packed since the last time.
    std::string take() { return std::exchange(bytes_, {}); }

private:
    PngWriter() = default;
    template <class Step>
    void guarded(const Step& step) {
        if (!png_ || !info_ || setjmp(png_jmpbuf(png_))) throw std::bad_alloc();
        step();
    }
    static void add_bytes(png_structp png, png_bytep bytes, std::size_t count) {
        auto& to = *static_cast<std::string*>(png_get_io_ptr(png));
        try {
            to.append(reinterpret_cast<const char*>(bytes), count);
            return;
        } catch (const std::bad_alloc&) {
        }
        png_error(png, "no memory");
    }

    std::string bytes_{};
    png_structp png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info_ = png_ ? png_create_info_struct(png_) : nullptr;
};

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

void write_png(const Picture& picture, const std::filesystem::path& path, std::optional<double> dpi,
               const base::Progress& progress) {
    base::NewFile file(path);
    PngWriter writer(picture.width, picture.height, dpi);
    for (int y = 0; y < picture.height; ++y) {
        if (y % 64 == 0) {
            progress.report(static_cast<double>(y) / picture.height);
            file.write(writer.take());
        }
        writer.add_row(picture.pixel(0, y));
    }
    writer.finish();
    file.write(writer.take());
    file.commit();
}

Picture read_png(const std::filesystem::path& path) {
    const auto bytes = base::read_file(path);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_image*)> owner(&image, png_image_free);
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) fail(path, image.message);
    image.format = PNG_FORMAT_RGBA;
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height),
                    std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    if (!png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr)) fail(path, image.message);
    return picture;
}

}  // namespace app
