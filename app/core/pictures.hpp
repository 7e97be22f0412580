// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/layer_origin.hpp"
#include "app/scene/raster.hpp"
#include "geo/base/jobs.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace app {

/// Opens the service that the path is the address of. Belongs on a worker. @throws base::Error
std::shared_ptr<const geo::MapService> map_service_of(const LayerOrigin& source, const base::Progress& progress);

/// What is known of an image before any of it is read. Belongs on a worker. @throws base::Error
std::shared_ptr<const RasterPicture> picture_of(const LayerOrigin& source);

/// Reads the pieces of one image that the view needs, on a worker, one job at a time; keeps no more of them than some
/// views are made of. Belongs to the main thread; workers never see it.
class PictureFeed {
public:
    /// @param changed called on the main thread when pieces came @param clock says when a server is asked again
    PictureFeed(base::Jobs& jobs, LayerOrigin source, std::shared_ptr<const RasterPicture> picture,
                std::function<void()> changed, base::Clock clock);
    ~PictureFeed();
    PictureFeed(const PictureFeed&) = delete;
    PictureFeed& operator=(const PictureFeed&) = delete;

    const std::shared_ptr<const RasterPicture>& picture() const { return picture_; }
    /// Asks for what the view lacks; what only an earlier view needed is given up.
    void look(const Camera& camera);
    /// When it wants to look again though nothing moves; nothing when all is well.
    std::optional<base::Time> due() const;
    /// The server is asked at once for what lacks.
    void try_again();
    bool is_service() const { return source_.service != nullptr; }
    /// The address of the service that it is.
    const std::string& server() const { return source_.service->server(); }
    /// Who must be named beside it; empty when it does not say.
    std::string attribution() const {
        return source_.service ? source_.service->attribution() : picture_->report.attribution;
    }

private:
    struct Arrived {
        std::vector<std::shared_ptr<const RasterPiece>> pieces{};
        std::vector<PiecePlace> passing{};  ///< those of them that are worth another try
        int damaged = 0;
    };
    static Arrived read_pieces(const LayerOrigin& source, const std::vector<PiecePlace>& places,
                               base::Progress progress);
    static Arrived ask_pieces(const LayerOrigin& source, const std::vector<PiecePlace>& places,
                              const base::Progress& progress);
    std::vector<PiecePlace> missing() const;
    void read(std::vector<PiecePlace> places);
    void arrive(std::uint64_t ticket, Arrived arrived);
    void plan_next_try(const Arrived& arrived);
    void tell_trouble(RasterPicture& picture) const;
    void forget_far_pieces(RasterPicture& picture) const;

    base::Jobs& jobs_;
    LayerOrigin source_;
    std::shared_ptr<const RasterPicture> picture_;
    std::function<void()> changed_;
    base::Clock clock_;
    base::Problems own_problems_{};   ///< without what is said of its server
    std::set<PiecePlace> passing_{};  ///< to be asked for again at `next_try_`
    std::optional<base::Time> next_try_{};
    int tries_ = 0;
    std::vector<PiecePlace> wanted_{};   ///< by the last view, nearest first
    std::set<PiecePlace> on_the_way_{};  ///< of the running job
    std::set<PiecePlace> tried_{};       ///< in vain: stopped by the person, or failed
    base::JobId job_ = 0;
    std::uint64_t ticket_ = 0;  ///< of the running job; answers with another one are stale
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
