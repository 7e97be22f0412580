// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/source/picture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <array>
#include <fstream>
#include <vector>

namespace {

/// 40 by 20 pixels, the left half red and the right half blue, as a TIFF without compression.
void write_tiff(const std::filesystem::path& file) {
    const int w = 40, h = 20;
    std::string out("II*\0\x08\0\0\0", 8);
    const auto put = [&](std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
    };
    struct Tag {
        std::uint32_t id, type, count, value;
    };
    const std::uint32_t tags = 9, data = 8 + 2 + tags * 12 + 4 + 6;
    const std::vector<Tag> all{{256, 3, 1, w}, {257, 3, 1, h}, {258, 3, 3, data - 6},
                               {259, 3, 1, 1}, {262, 3, 1, 2}, {273, 4, 1, data},
                               {277, 3, 1, 3}, {278, 3, 1, h}, {279, 4, 1, w * h * 3}};
    put(tags, 2);
    for (const auto& tag : all) {
        put(tag.id, 2);
        put(tag.type, 2);
        put(tag.count, 4);
        put(tag.value, 4);
    }
    put(0, 4);
    for (int i = 0; i < 3; ++i) put(8, 2);
    for (int i = 0; i < w * h; ++i) out += i % w < w / 2 ? std::string("\xFF\0\0", 3) : std::string("\0\0\xFF", 3);
    std::ofstream(file, std::ios::binary) << out;
}

/// Puts EXIF's “turned a quarter to the left” (6) at the begin of a JPEG.
void lay_on_side(const std::filesystem::path& photo) {
    std::ifstream in(photo, std::ios::binary);
    std::string jpeg((std::istreambuf_iterator<char>(in)), {});
    const std::string exif(
        "\xFF\xE1\0\x22"
        "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0",
        36);
    jpeg.insert(2, exif);
    std::ofstream(photo, std::ios::binary) << jpeg;
}

bool has(const std::string& program) { return test::run("command -v " + program).exit_code == 0; }

std::array<int, 3> pixel(const geo::Picture& picture, int x, int y) {
    const auto at = (static_cast<std::size_t>(y) * picture.width + x) * 4;
    return {picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2]};
}

std::string code_of(const std::filesystem::path& file) {
    try {
        geo::read_picture(file, 100);
    } catch (const base::Error& error) {
        return error.problem().code;
    }
    return "";
}

}  // namespace

TEST_CASE("A photo is read no larger than asked, and small ones as they are", "[source][picture]") {
    const test::TemporaryFolder folder;
    write_tiff(folder / "a.tif");
    const auto whole = geo::read_picture(folder / "a.tif", 100);
    CHECK(whole.width == 40);
    CHECK(whole.height == 20);
    CHECK(pixel(whole, 1, 1) == std::array{255, 0, 0});
    CHECK(pixel(whole, 38, 18) == std::array{0, 0, 255});
    const auto small = geo::read_picture(folder / "a.tif", 10);
    CHECK(small.width == 10);
    CHECK(small.height == 5);
    CHECK(small.pixels.size() == 200);
    CHECK(pixel(small, 0, 0) == std::array{255, 0, 0});
}

TEST_CASE("A camera that was held on its side gives an upright photo", "[source][picture]") {
    if (!has("convert")) {
        WARN("skipped: ImageMagick's convert is not installed");
        return;
    }
    const test::TemporaryFolder folder;
    const auto photo = (folder / "a.jpg").string();
    REQUIRE(test::run("convert -size 20x20 xc:red xc:blue +append -quality 100 " + photo).exit_code == 0);
    lay_on_side(photo);
    const auto upright = geo::read_picture(photo, 100);
    CHECK(upright.width == 20);
    CHECK(upright.height == 40);
    CHECK(pixel(upright, 10, 2)[0] > 200);  // the left side is now above
    CHECK(pixel(upright, 10, 37)[2] > 200);
}

TEST_CASE("A photo that is missing or broken is said to be so", "[source][picture]") {
    const test::TemporaryFolder folder;
    CHECK(code_of(folder / "nothing.jpg") == "photo-missing");
    std::ofstream(folder / "broken.jpg") << "\xFF\xD8\xFF no photo";
    CHECK(code_of(folder / "broken.jpg") == "photo-unreadable");
    std::ofstream(folder / "words.txt") << "words";
    CHECK(code_of(folder / "words.txt") == "photo-unreadable");
}
