// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/media.hpp"

#include "audit/dossier/state.hpp"
#include "geo/base/files.hpp"
#include "geo/base/ids.hpp"
#include "geo/base/problem.hpp"

#include <string_view>

namespace audit {
namespace {
namespace fs = std::filesystem;

/// Larger than any camera's photo; a slip of the finger must not fill the memory or the dossier's folder.
constexpr std::uintmax_t k_largest_photo = 256u << 20;

struct PictureType {
    std::string content_type, ending;
};

// By the first bytes, not by the name: phones and mail programs rename freely.
PictureType type_of(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return {"image/jpeg", ".jpg"};
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return {"image/png", ".png"};
    if (bytes.size() > 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP")
        return {"image/webp", ".webp"};
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp" &&
        (bytes.substr(8, 4) == "heic" || bytes.substr(8, 4) == "heix" || bytes.substr(8, 4) == "mif1"))
        return {"image/heic", ".heic"};
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return {"image/tiff", ".tif"};
    return {};
}

}  // namespace

std::filesystem::path photo_file(const DossierState& state, const std::string& registered) {
    return state.media_folder / fs::path(registered).filename();
}

IncomingPhotos::~IncomingPhotos() {
    std::error_code ignored;
    for (const auto& file : new_files_) fs::remove(file, ignored);
    if (made_folder_) fs::remove(media_, ignored);
}

Photo IncomingPhotos::add(const fs::path& file) {
    std::error_code fault;
    if (!fs::is_regular_file(file, fault) || fs::file_size(file, fault) > k_largest_photo)
        throw base::Error({.code = "photo-unfit",
                           .message = base::text("This is no file of a photo, or larger than 256 MB."),
                           .where = {.file = file.string()},
                           .advice = base::text("Check the name, or make the photo smaller.")});
    auto bytes = base::read_file(file);
    auto type = type_of(bytes);
    if (type.content_type.empty())
        throw base::Error({.code = "photo-unknown",
                           .message = base::text("This is no photo that Doorgang knows."),
                           .where = {.file = file.string()},
                           .advice = base::text("Use JPEG, PNG, WebP, HEIC or TIFF.")});
    Photo photo;
    photo.sha256 = base::sha256_hex(bytes);
    photo.bytes = static_cast<std::int64_t>(bytes.size());
    photo.content_type = type.content_type;
    auto name = photo.sha256 + type.ending;
    photo.path = (media_.filename() / name).generic_string();
    auto target = media_ / name;
    if (fs::exists(target)) return photo;
    if (fs::create_directories(media_, fault)) {
        made_folder_ = true;
        base::sync_folder(media_.parent_path());
    }
    base::NewFile copy(target);
    copy.write(bytes);
    copy.commit();
    new_files_.push_back(target);
    return photo;
}

}  // namespace audit
