// SPDX-License-Identifier: EUPL-1.2
#include "app/core/pictures.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace app {
namespace {

/// One MiB each, here and on the card. A large dense window shows about forty.
constexpr std::size_t k_most_pieces = 96;
/// Pieces read before those that came are shown; a server is asked for so many at a time.
constexpr std::size_t k_pieces_a_job = 8, k_pieces_asked = 4;
/// Until what lacks is asked for again; doubled with every time in vain.
constexpr std::chrono::milliseconds k_first_wait{2'000}, k_longest_wait{300'000};

std::uint64_t next_serial() {
    // Apart from the serials of prepared layers, which count up from 1.
    static std::atomic<std::uint64_t> last{std::uint64_t{1} << 48U};
    return ++last;
}

base::Problem damaged_image(const LayerOrigin& source) {
    return {.code = "image-damaged",
            .message = base::text("A part of the image cannot be read; it stays empty on the map."),
            .where = {.file = source.path.string(), .layer = source.options.layer},
            .advice = base::text("Download or copy it again.")};
}

/// No pixel of what came can be seen. Where much came something can, or nobody cares any more.
bool shows_nothing(const RasterPicture& picture) {
    constexpr std::size_t k_enough = 24;
    if (picture.pieces.empty() || picture.pieces.size() > k_enough) return false;
    return std::all_of(picture.pieces.begin(), picture.pieces.end(), [](const auto& each) {
        const auto& rgba = each.second->rgba;
        return std::all_of(rgba.begin(), rgba.end(), [](auto byte) { return byte == 0; });
    });
}

base::Problem nothing_shown(const std::string& layer) {
    return {.code = "service-nothing",
            .message = base::text("The service has shown nothing here so far."),
            .where = {.layer = layer},
            .advice = base::text("Move the map, or look whether the address is right.")};
}

}  // namespace

std::shared_ptr<const geo::MapService> map_service_of(const LayerOrigin& source, const base::Progress& progress) {
    const auto address = geo::service_address(source.path.string());
    return geo::MapService::open(*address, source.options.layer, source.options.crs, source.target, *source.door,
                                 progress);
}

std::shared_ptr<const RasterPicture> picture_of(const LayerOrigin& source) {
    RasterPicture picture{.serial = next_serial()};
    const auto describe = [&picture](const auto& image) {
        picture.report = image.report();
        picture.extent = image.extent();
        picture.finest_units = image.finest_units();
    };
    if (source.service)
        describe(*source.service);
    else
        describe(geo::RasterReader(source.path, source.options, source.target));
    return std::make_shared<const RasterPicture>(std::move(picture));
}

PictureFeed::PictureFeed(base::Jobs& jobs, LayerOrigin source, std::shared_ptr<const RasterPicture> picture,
                         std::function<void()> changed, base::Clock clock)
    : jobs_(jobs),
      source_(std::move(source)),
      picture_(std::move(picture)),
      changed_(std::move(changed)),
      clock_(std::move(clock)),
      own_problems_(picture_->report.problems) {}

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
    auto places = missing();
    if (!places.empty()) read(std::move(places));
}

/// What the view lacks, or has only for the time being and may ask for again.
std::vector<PiecePlace> PictureFeed::missing() const {
    const auto most = source_.service ? k_pieces_asked : k_pieces_a_job;
    const bool may_try = next_try_ && clock_() >= *next_try_;
    std::vector<PiecePlace> places;
    for (const auto& place : wanted_) {
        const bool lacks = !picture_->pieces.contains(place) || (may_try && passing_.contains(place));
        if (lacks && !tried_.contains(place) && places.size() < most) places.push_back(place);
    }
    return places;
}

std::optional<base::Time> PictureFeed::due() const {
    const bool any =
        std::any_of(wanted_.begin(), wanted_.end(), [&](const auto& each) { return passing_.contains(each); });
    return any && job_ == 0 ? next_try_ : std::nullopt;
}

void PictureFeed::try_again() {
    tries_ = 0;
    tried_.clear();
    if (source_.service) source_.door->try_again(source_.service->server());
    if (next_try_) next_try_ = clock_();
}

PictureFeed::Arrived PictureFeed::read_pieces(const LayerOrigin& source, const std::vector<PiecePlace>& places,
                                              base::Progress progress) {
    if (source.service) return ask_pieces(source, places, progress);
    const geo::RasterReader reader(source.path, source.options, source.target);
    Arrived arrived;
    for (const auto& place : places) {
        auto share = progress.part(1.0 / static_cast<double>(places.size()));
        auto pixels = reader.read(place.box(), k_piece, share);
        arrived.damaged += pixels.damaged;
        arrived.pieces.push_back(make_piece(place, std::move(pixels)));
    }
    return arrived;
}

PictureFeed::Arrived PictureFeed::ask_pieces(const LayerOrigin& source, const std::vector<PiecePlace>& places,
                                             const base::Progress& progress) {
    std::vector<geo::Box> grounds;
    for (const auto& place : places) grounds.push_back(place.box());
    auto read = source.service->read(grounds, k_piece, *source.door, progress);
    Arrived arrived;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (read[i].is_passing) arrived.passing.push_back(places[i]);
        arrived.pieces.push_back(make_piece(places[i], std::move(read[i])));
    }
    return arrived;
}

void PictureFeed::read(std::vector<PiecePlace> places) {
    on_the_way_ = {places.begin(), places.end()};
    const auto ticket = ++ticket_;
    const std::weak_ptr<char> alive = alive_;
    job_ = jobs_.start(base::text("Reading image {layer}", {{"layer", picture_->report.name}}),
                       [this, alive, ticket, places = std::move(places),
                        source = source_](base::Progress progress) -> std::function<void()> {
                           auto arrived = read_pieces(source, places, std::move(progress));
                           return [this, alive, ticket, arrived = std::move(arrived)] {
                               if (!alive.expired()) arrive(ticket, arrived);
                           };
                       });
}

void PictureFeed::arrive(std::uint64_t ticket, Arrived arrived) {
    if (ticket != ticket_ || job_ == 0) return;
    job_ = 0;
    plan_next_try(arrived);
    auto next = std::make_shared<RasterPicture>(*picture_);
    for (auto& piece : arrived.pieces) {
        // The same old thing once more is not drawn anew.
        auto& there = next->pieces[piece->place];
        if (!there || there->rgba != piece->rgba) there = std::move(piece);
    }
    for (int i = 0; i < arrived.damaged; ++i) own_problems_.add(damaged_image(source_));
    tell_trouble(*next);
    forget_far_pieces(*next);
    picture_ = std::move(next);
    changed_();
}

void PictureFeed::plan_next_try(const Arrived& arrived) {
    for (const auto& piece : arrived.pieces) passing_.erase(piece->place);
    passing_.insert(arrived.passing.begin(), arrived.passing.end());
    if (arrived.passing.empty()) {
        tries_ = 0;  // it is well again: what else lacks need not wait
        if (!passing_.empty()) next_try_ = clock_();
        return;
    }
    const auto wait = std::min(k_longest_wait, k_first_wait * (1 << std::min(tries_, 10)));
    if (!next_try_ || clock_() >= *next_try_) ++tries_;
    next_try_ = clock_() + wait;
}

void PictureFeed::tell_trouble(RasterPicture& picture) const {
    picture.report.problems = own_problems_;
    if (!source_.service) return;
    auto remark = service_remark(*source_.door, source_.service->server());
    if (!remark && shows_nothing(picture)) remark = nothing_shown(source_.options.layer);
    if (!remark) return;
    remark->where.layer = source_.options.layer;
    picture.report.problems.add(*remark);
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
