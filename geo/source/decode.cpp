// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/decode.hpp"

#include "geo/source/gdal.hpp"

#include <cpl_vsi.h>

#include <atomic>

namespace geo {
namespace {

/// What a server of maps sends for one piece or tile; more is no tile.
constexpr int k_most_side = 4096;

/// Bytes that GDAL reads as a file, without a copy.
class InMemory {
public:
    explicit InMemory(const std::string& bytes) {
        static std::atomic<std::uint64_t> last{0};
        name_ = "/vsimem/doorgang-image-" + std::to_string(++last);
        // GDAL only reads it: it is opened read-only.
        auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.data()));
        VSIFCloseL(VSIFileFromMemBuffer(name_.c_str(), data, bytes.size(), FALSE));
    }
    ~InMemory() { VSIUnlink(name_.c_str()); }
    InMemory(const InMemory&) = delete;
    InMemory& operator=(const InMemory&) = delete;
    const std::string& name() const { return name_; }

private:
    std::string name_;
};

[[noreturn]] void fail(const std::string& detail) {
    throw base::Error({.code = "image-unreadable",
                       .message = base::text("This is no image that can be shown."),
                       .advice = base::text("Try again later, or ask whoever offers it."),
                       .detail = detail});
}

}  // namespace

Image decode_image(const std::string& bytes) {
    GdalMessages messages;
    const InMemory file(bytes);
    const char* const formats[] = {"PNG", "JPEG", "WEBP", nullptr};
    GDALDatasetUniquePtr data(GDALDataset::Open(file.name().c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, formats));
    if (!data || data->GetRasterCount() == 0) fail(messages.detail());
    const int width = data->GetRasterXSize(), height = data->GetRasterYSize();
    if (width > k_most_side || height > k_most_side) fail("too large");
    auto image = Bands(*data).read({0, 0, width, height}, width, height, {});
    if (image.damaged) fail(messages.detail());
    return image;
}

}  // namespace geo
