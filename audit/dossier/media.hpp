// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/model/finding.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace audit {

/// Photos on their way into the media folder: copied whole and flushed to the disk before the transaction that
/// registers them; what was new is removed again unless keep() is called.
class IncomingPhotos {
public:
    /// @param media folder beside the dossier, made when the first photo comes; named in Photo::path
    explicit IncomingPhotos(std::filesystem::path media) : media_(std::move(media)) {}
    ~IncomingPhotos();
    IncomingPhotos(const IncomingPhotos&) = delete;
    IncomingPhotos& operator=(const IncomingPhotos&) = delete;

    /// @throws base::Error when the file cannot be read, is no picture we know (JPEG, PNG, WebP, HEIC, TIFF), or cannot
    /// be copied
    Photo add(const std::filesystem::path& file);
    void keep() {
        new_files_.clear();
        made_folder_ = false;
    }

private:
    std::filesystem::path media_;
    std::vector<std::filesystem::path> new_files_;
    bool made_folder_ = false;
};

}  // namespace audit
