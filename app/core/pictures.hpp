// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/raster.hpp"
#include "geo/base/jobs.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>

namespace app {

/// Where an image is read from, and into which CRS.
struct PictureSource {
    std::filesystem::path path;
    geo::SourceOptions options{};
    geo::Crs target{};
};

/// What is known of an image before any of it is read. Belongs on a worker. @throws base::Error
std::shared_ptr<const RasterPicture> picture_of(const PictureSource& source);

/// Reads the pieces of one image that the view needs, on a worker, one job at a time; keeps no more of them than some
/// views are made of. Belongs to the main thread; workers never see it.
class PictureFeed {
public:
    /// @param changed called on the main thread when pieces came
    PictureFeed(base::Jobs& jobs, PictureSource source, std::shared_ptr<const RasterPicture> picture,
                std::function<void()> changed);
    ~PictureFeed();
    PictureFeed(const PictureFeed&) = delete;
    PictureFeed& operator=(const PictureFeed&) = delete;

    const std::shared_ptr<const RasterPicture>& picture() const { return picture_; }
    /// Asks for what the view lacks; what only an earlier view needed is given up.
    void look(const Camera& camera);

private:
    void read(std::vector<PiecePlace> places);
    void arrive(std::uint64_t ticket, std::vector<std::shared_ptr<const RasterPiece>> pieces, int damaged);
    void forget_far_pieces(RasterPicture& picture) const;

    base::Jobs& jobs_;
    PictureSource source_;
    std::shared_ptr<const RasterPicture> picture_;
    std::function<void()> changed_;
    std::vector<PiecePlace> wanted_{};   ///< by the last view, nearest first
    std::set<PiecePlace> on_the_way_{};  ///< of the running job
    std::set<PiecePlace> tried_{};       ///< in vain: stopped by the person, or failed
    base::JobId job_ = 0;
    std::uint64_t ticket_ = 0;  ///< of the running job; answers with another one are stale
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
