// SPDX-License-Identifier: EUPL-1.2
#include "app/core/objects.hpp"

#include "app/core/guarded.hpp"
#include "geo/base/ids.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// More of them make no map that can be read, and take a server long.
constexpr std::size_t k_most_objects = 10'000, k_kept_files = 3;
constexpr std::chrono::milliseconds k_first_wait{3'000}, k_longest_wait{300'000};

bool covers(const geo::Box& outer, const geo::Box& inner) {
    return !inner.is_empty() && outer.contains({inner.min_x, inner.min_y}) &&
           outer.contains({inner.max_x, inner.max_y});
}

base::Problem cut(const std::string& layer) {
    const auto count = base::number_for_people(static_cast<double>(k_most_objects), 0, base::language());
    return {.code = "service-cut",
            .message = base::text("Only {count} of the objects in this view were read.", {{"count", count}}),
            .where = {.layer = layer},
            .advice = base::text("Come closer to see all of them.")};
}

}  // namespace

PassingFile::PassingFile()
    : folder_(std::filesystem::temp_directory_path() / ("doorgang-objects-" + base::random_hex(8))),
      path_(folder_ / "objects.gpkg") {
    std::filesystem::create_directory(folder_);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
}

PassingFile::~PassingFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

geo::Box ground_for(const geo::Box& view) {
    const double side = std::exp2(std::ceil(std::log2(std::max({view.width(), view.height(), 1e-9}))));
    const double step = side / 2;
    const double left = std::floor(view.min_x / step) * step, bottom = std::floor(view.min_y / step) * step;
    return {left, bottom, left + side + step, bottom + side + step};
}

ObjectFeed::ObjectFeed(Services services, geo::ObjectsWanted wanted, std::string name, std::function<void()> changed)
    : services_(std::move(services)), wanted_(std::move(wanted)), name_(std::move(name)), changed_(std::move(changed)) {
    wanted_.most = k_most_objects;
}

ObjectFeed::~ObjectFeed() {
    if (job_ != 0) services_.jobs.cancel(job_);
}

/// What was read is enough, unless more lay there than was read and the view has become much smaller.
bool ObjectFeed::needs(const geo::Box& view) const {
    if (ground_.is_empty() || !covers(ground_, view)) return true;
    return is_cut_ && ground_for(view).width() < ground_.width();
}

void ObjectFeed::look(const Camera& camera) {
    if (camera.width <= 1) return;
    view_ = camera.visible();
    const auto jobs = services_.jobs.list();
    const bool running = std::any_of(jobs.begin(), jobs.end(), [&](const auto& job) { return job.id == job_; });
    if (job_ != 0 && running && covers(ground_, view_)) return;
    if (job_ != 0) services_.jobs.cancel(job_);
    const bool was_stopped = job_ != 0 && !running;
    job_ = 0;
    const bool may_try = next_try_ && services_.clock() >= *next_try_;
    if (was_stopped) return;  // by the person: until the view moves
    if (needs(view_) || may_try) start(ground_for(view_));
}

std::optional<base::Time> ObjectFeed::due() const { return job_ == 0 ? next_try_ : std::nullopt; }

void ObjectFeed::try_again() {
    tries_ = 0;
    services_.door->try_again(wanted_.address.url);
    next_try_ = services_.clock();
}

ObjectFeed::Arrived ObjectFeed::read(const geo::ObjectsWanted& wanted, geo::Door& door, base::Progress progress) {
    auto asking = progress.part(0.7), reading = progress.part(0.2), preparing = progress.part(0.1);
    Arrived arrived;
    const auto file = std::make_shared<const PassingFile>();
    arrived.read = geo::read_objects(wanted, file->path(), door, asking);
    arrived.file = file;
    if (arrived.read.count == 0) {
        arrived.data = prepare(std::make_shared<const geo::Layer>());
        return arrived;
    }
    auto layer = std::make_shared<geo::Layer>(
        geo::read_layer(file->path(), {.layer = geo::k_objects_layer}, wanted.target, reading));
    layer->name = layer->report.name = wanted.layer;
    const auto from = layer->report.crs;
    if (!(from == wanted.target)) arrived.conversion = geo::Transform(from, wanted.target).operation();
    arrived.data = prepare(std::move(layer), preparing);
    return arrived;
}

void ObjectFeed::start(const geo::Box& ground) {
    ground_ = ground;
    next_try_.reset();
    const auto ticket = ++ticket_;
    const std::weak_ptr<char> alive = alive_;
    auto wanted = wanted_;
    wanted.ground = ground;
    job_ = services_.jobs.start(
        base::text("Reading {layer}", {{"layer", name_}}),
        [this, alive, ticket, wanted, door = services_.door](base::Progress progress) -> std::function<void()> {
            auto arrived = guarded<Arrived>([&] { return read(wanted, *door, progress); });
            return [this, alive, ticket, arrived = std::move(arrived)] {
                if (!alive.expired()) arrive(ticket, arrived);
            };
        });
}

void ObjectFeed::arrive(std::uint64_t ticket, Arrived arrived) {
    if (ticket != ticket_ || job_ == 0) return;
    job_ = 0;
    failure_ = arrived.problem;
    if (arrived.data) {
        data_ = arrived.data;
        if (arrived.conversion) conversion_ = arrived.conversion;
        is_cut_ = arrived.read.is_cut;
        files_.push_back(arrived.file);
        if (files_.size() > k_kept_files) files_.pop_front();
    }
    tell(arrived);
    if (arrived.problem || arrived.read.is_old)
        next_try_ = services_.clock() + std::min(k_longest_wait, k_first_wait * (1 << std::min(tries_++, 10)));
    else
        tries_ = 0;
    changed_();
}

void ObjectFeed::tell(const Arrived& arrived) {
    problems_ = data_ ? data_->layer->report.problems : base::Problems{};
    if (is_cut_) problems_.add(cut(name_));
    auto remark = service_remark(*services_.door, wanted_.address.url);
    if (!remark && arrived.problem) {
        remark = arrived.problem;
        remark->code = "service-trouble";
    }
    if (!remark) return;
    remark->where.layer = name_;
    problems_.add(*remark);
}

}  // namespace app
