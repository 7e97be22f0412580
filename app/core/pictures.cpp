// SPDX-License-Identifier: EUPL-1.2
#include "app/core/pictures.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace app {
namespace {

/// One MiB each, here and on the card. A large dense window shows about forty.
constexpr std::size_t k_most_pieces = 96;
/// Pieces read before those that came are shown.
constexpr std::size_t k_pieces_a_job = 8;

std::uint64_t next_serial() {
    // Apart from the serials of prepared layers, which count up from 1.
    static std::atomic<std::uint64_t> last{std::uint64_t{1} << 48U};
    return ++last;
}

base::Problem damaged_image(const PictureSource& source) {
    return {.code = "image-damaged",
            .message = base::text("A part of the image cannot be read; it stays empty on the map."),
            .where = {.file = source.path.string(), .layer = source.options.layer},
            .advice = base::text("Download or copy it again.")};
}

}  // namespace

std::shared_ptr<const RasterPicture> picture_of(const PictureSource& source) {
    const geo::RasterReader reader(source.path, source.options, source.target);
    RasterPicture picture{.serial = next_serial(), .report = reader.report()};
    picture.extent = reader.extent();
    picture.finest_units = reader.finest_units();
    return std::make_shared<const RasterPicture>(std::move(picture));
}

PictureFeed::PictureFeed(base::Jobs& jobs, PictureSource source, std::shared_ptr<const RasterPicture> picture,
                         std::function<void()> changed)
    : jobs_(jobs), source_(std::move(source)), picture_(std::move(picture)), changed_(std::move(changed)) {}

PictureFeed::~PictureFeed() {
    if (job_ != 0) jobs_.cancel(job_);
}

void PictureFeed::look(const Camera& camera) {
    if (camera.width <= 1) return;
    auto wanted = wanted_pieces(*picture_, camera);
    if (wanted != wanted_) {
        wanted_ = std::move(wanted);
        tried_.clear();
    }
    const auto jobs = jobs_.list();
    const bool running = std::any_of(jobs.begin(), jobs.end(), [&](const auto& job) { return job.id == job_; });
    if (job_ != 0 && !running) {  // it ended without an answer
        tried_.insert(on_the_way_.begin(), on_the_way_.end());
        job_ = 0;
    }
    if (job_ != 0) {
        const bool useful =
            std::any_of(wanted_.begin(), wanted_.end(), [&](const auto& place) { return on_the_way_.contains(place); });
        if (useful) return;
        jobs_.cancel(job_);
        job_ = 0;
    }
    std::vector<PiecePlace> missing;
    for (const auto& place : wanted_)
        if (!picture_->pieces.contains(place) && !tried_.contains(place) && missing.size() < k_pieces_a_job)
            missing.push_back(place);
    if (!missing.empty()) read(std::move(missing));
}

void PictureFeed::read(std::vector<PiecePlace> places) {
    on_the_way_ = {places.begin(), places.end()};
    const auto ticket = ++ticket_;
    const std::weak_ptr<char> alive = alive_;
    job_ = jobs_.start(base::text("Reading image {layer}", {{"layer", picture_->report.name}}),
                       [this, alive, ticket, places = std::move(places),
                        source = source_](base::Progress progress) -> std::function<void()> {
                           const geo::RasterReader reader(source.path, source.options, source.target);
                           std::vector<std::shared_ptr<const RasterPiece>> pieces;
                           int damaged = 0;
                           for (const auto& place : places) {
                               auto share = progress.part(1.0 / static_cast<double>(places.size()));
                               auto pixels = reader.read(place.box(), k_piece, share);
                               damaged += pixels.damaged;
                               pieces.push_back(make_piece(place, std::move(pixels)));
                           }
                           return [this, alive, ticket, damaged, pieces = std::move(pieces)] {
                               if (!alive.expired()) arrive(ticket, pieces, damaged);
                           };
                       });
}

void PictureFeed::arrive(std::uint64_t ticket, std::vector<std::shared_ptr<const RasterPiece>> pieces, int damaged) {
    if (ticket != ticket_ || job_ == 0) return;
    job_ = 0;
    auto next = std::make_shared<RasterPicture>(*picture_);
    for (auto& piece : pieces) next->pieces[piece->place] = std::move(piece);
    for (int i = 0; i < damaged; ++i) next->report.problems.add(damaged_image(source_));
    forget_far_pieces(*next);
    picture_ = std::move(next);
    changed_();
}

/// What the view shows stays; of the others those that are unlike it go first.
void PictureFeed::forget_far_pieces(RasterPicture& picture) const {
    if (picture.pieces.size() <= k_most_pieces || wanted_.empty()) return;
    const auto middle = wanted_.front().box().centre();
    const double side = wanted_.front().box().width();
    const auto badness = [&](const PiecePlace& place) {
        const auto centre = place.box().centre();
        return std::abs(place.level - wanted_.front().level) * 4 +
               std::hypot(centre.x - middle.x, centre.y - middle.y) / side;
    };
    std::vector<PiecePlace> places;
    for (const auto& [place, piece] : picture.pieces)
        if (std::find(wanted_.begin(), wanted_.end(), place) == wanted_.end()) places.push_back(place);
    std::sort(places.begin(), places.end(), [&](const auto& a, const auto& b) { return badness(a) > badness(b); });
    for (std::size_t i = 0; i < places.size() && picture.pieces.size() > k_most_pieces; ++i)
        picture.pieces.erase(places[i]);
}

}  // namespace app
