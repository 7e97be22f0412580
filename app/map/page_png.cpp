// SPDX-License-Identifier: EUPL-1.2
#include "app/map/page_png.hpp"

#include "geo/base/files.hpp"

#include <zlib.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <new>
#include <string>

namespace app {
namespace {

// PNG, third edition (W3C, 2025): section 5 for chunks, section 9 for filters, section 11.3.4.3 for pHYs.
constexpr std::string_view k_signature{"\x89PNG\r\n\x1a\n", 8};
constexpr std::size_t k_channels = 3;

void add_number(std::string& to, std::uint32_t number) {
    for (const int shift : {24, 16, 8, 0}) to += static_cast<char>(number >> shift & 255U);
}

void write_chunk(base::NewFile& file, std::string_view type, std::string_view data) {
    std::string chunk;
    add_number(chunk, static_cast<std::uint32_t>(data.size()));
    chunk += type;
    chunk += data;
    const auto* bytes = reinterpret_cast<const Bytef*>(chunk.data() + 4);
    add_number(chunk, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(chunk.size() - 4))));
    file.write(chunk);
}

std::string head_of(const Picture& picture) {
    std::string head;
    add_number(head, static_cast<std::uint32_t>(picture.width));
    add_number(head, static_cast<std::uint32_t>(picture.height));
    constexpr std::array<char, 5> eight_bits_rgb{8, 2, 0, 0, 0};
    head.append(eight_bits_rgb.data(), eight_bits_rgb.size());
    return head;
}

std::string size_on_paper(double dpi) {
    constexpr double inches_in_metre = 1 / 0.0254;
    const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi * inches_in_metre));
    std::string size;
    add_number(size, per_metre);
    add_number(size, per_metre);
    constexpr char metres = 1;
    return size + metres;
}

/// Packs rows into IDAT chunks.
class Packer {
public:
    explicit Packer(base::NewFile& file) : file_(file), out_(std::size_t{1} << 18U, '\0') {
        if (deflateInit(&stream_, 6) != Z_OK) throw std::bad_alloc();
        rewind();
    }
    ~Packer() { deflateEnd(&stream_); }
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;

    void add(const std::vector<std::uint8_t>& row) {
        stream_.next_in = const_cast<Bytef*>(row.data());  // zlib only reads it
        stream_.avail_in = static_cast<uInt>(row.size());
        while (stream_.avail_in > 0) {
            deflate(&stream_, Z_NO_FLUSH);
            if (stream_.avail_out == 0) flush();
        }
    }
    void finish() {
        while (deflate(&stream_, Z_FINISH) != Z_STREAM_END) flush();
        flush();
    }

private:
    void rewind() {
        stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
        stream_.avail_out = static_cast<uInt>(out_.size());
    }
    void flush() {
        const auto used = out_.size() - stream_.avail_out;
        if (used > 0) write_chunk(file_, "IDAT", std::string_view(out_).substr(0, used));
        rewind();
    }

    base::NewFile& file_;
    std::string out_;
    z_stream stream_{};
};

/// A row as the difference to the one above: even ground packs to nothing.
void filter_up(std::vector<std::uint8_t>& filtered, const Picture& picture, int y) {
    constexpr std::uint8_t up = 2;
    filtered[0] = up;
    for (int x = 0; x < picture.width; ++x) {
        const auto* here = picture.pixel(x, y);
        const auto* above = y > 0 ? picture.pixel(x, y - 1) : nullptr;
        for (std::size_t band = 0; band < k_channels; ++band)
            filtered[1 + static_cast<std::size_t>(x) * k_channels + band] =
                static_cast<std::uint8_t>(here[band] - (above ? above[band] : 0));
    }
}

}  // namespace

void write_page_png(const Picture& picture, double dpi, const std::filesystem::path& path,
                    const base::Progress& progress) {
    base::NewFile file(path);
    file.write(k_signature);
    write_chunk(file, "IHDR", head_of(picture));
    write_chunk(file, "pHYs", size_on_paper(dpi));
    Packer packer(file);
    std::vector<std::uint8_t> row(1 + static_cast<std::size_t>(picture.width) * k_channels);
    for (int y = 0; y < picture.height; ++y) {
        if (y % 64 == 0) progress.report(static_cast<double>(y) / picture.height);
        filter_up(row, picture, y);
        packer.add(row);
    }
    packer.finish();
    write_chunk(file, "IEND", {});
    file.commit();
}

}  // namespace app
