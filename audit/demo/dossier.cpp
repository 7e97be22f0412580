// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/dossier.hpp"

#include "audit/demo/demo.hpp"
#include "audit/demo/findings.hpp"
#include "audit/demo/names.hpp"

#include <fmt/format.h>

#include <chrono>
#include <map>

namespace audit::demo {
namespace {

using namespace std::chrono_literals;

/// The two years that a demo dossier covers.
constexpr base::Time k_begin{std::chrono::sys_days{std::chrono::year{2024} / 11 / 4} + 10h};
constexpr auto k_span = std::chrono::days{740};

/// A small dossier has its history day by day; a large one would take a disk flush for each.
constexpr std::int64_t k_told_one_by_one = 250;
constexpr std::size_t k_batch = 2'000;

/// A made-up author whose clock is set by hand, so that the history runs over two years and comes out the same.
struct Desk {
    std::shared_ptr<base::Time> now = std::make_shared<base::Time>(k_begin);
    Author author;

    explicit Desk(std::uint64_t seed) {
        author.person = "Demo";
        author.ids = base::seeded_ids(mixed({seed, 101}), k_begin);
        author.machine = author.ids();
        author.clock = [time = now] { return *time; };
        auto random = std::make_shared<Random>(mixed({seed, 102}));
        author.salt = [random] { return fmt::format("{:016x}{:016x}", random->next(), random->next()); };
        author.file_identity = [](const std::filesystem::path&) { return std::string{}; };
    }
};

/// open → in behandeling → opgelost → gecontroleerd, as far as the story goes.
std::vector<DossierAction> steps_to(const std::string& uuid, const Story& story) {
    std::vector<DossierAction> out;
    if (story.status == Status::dropped) return {SetStatus{uuid, Status::dropped, story.reason}};
    for (auto step : {Status::in_progress, Status::solved, Status::verified})
        if (story.status >= step)
            out.push_back(SetStatus{uuid, step, step == story.status ? story.reason : std::string{}});
    return out;
}

class Teller {
public:
    Teller(Dossier& dossier, Storyteller& stories, Desk& desk, base::Progress progress)
        : dossier_(dossier), stories_(stories), desk_(desk), progress_(progress) {}

    std::int64_t tell(std::int64_t count) {
        auto batch = count <= k_told_one_by_one ? std::size_t{1} : k_batch;
        std::int64_t told = 0;
        while (told < count) {
            std::vector<Story> stories;
            for (; stories.size() < batch && told < count; ++told) {
                *desk_.now = k_begin + std::chrono::duration_cast<std::chrono::minutes>(k_span) * told / count;
                auto story = stories_.next(base::local_date(*desk_.now));
                if (!story) return record(stories), told;
                stories.push_back(std::move(*story));
            }
            record(stories);
            progress_.report(static_cast<double>(told) / static_cast<double>(count));
        }
        return told;
    }

private:
    void record(const std::vector<Story>& stories) {
        if (stories.empty()) return;
        std::vector<DossierAction> records, steps;
        for (const auto& story : stories) records.push_back(story.record);
        auto performed = dossier_.perform_together("record", records);
        for (std::size_t i = 0; i < stories.size(); ++i)
            for (auto& step : steps_to(performed[i].uuid, stories[i])) steps.push_back(std::move(step));
        *desk_.now += 90min;
        if (!steps.empty()) dossier_.perform_together("status", steps);
    }

    Dossier& dossier_;
    Storyteller& stories_;
    Desk& desk_;
    base::Progress progress_;
};

}  // namespace

std::int64_t make_city_dossier(const std::filesystem::path& path, const std::filesystem::path& city_file,
                               const City& city, std::int64_t count, std::uint64_t seed, base::Progress progress) {
    Desk desk(seed);
    auto dossier = Dossier::create(path, {}, desk.author);
    std::map<CityLayer, std::string> uuids;
    std::vector<DossierAction> layers;
    for (const auto& plan : layer_plans()) layers.push_back(AddLayer{city_file, plan.name, "", plan.title});
    auto added = dossier.perform_together("layer-add", layers);
    for (std::size_t i = 0; i < added.size(); ++i) uuids[layer_plans()[i].layer] = added[i].uuid;
    CitySpots spots(city.spots, mixed({seed, 103}));
    Storyteller stories(*dossier.catalogue(), spots, mixed({seed, 104}));
    stories.layer_uuid = [&uuids](CityLayer layer) { return uuids[layer]; };
    return Teller(dossier, stories, desk, progress).tell(count);
}

void make_findings_dossier(const std::filesystem::path& path, std::int64_t count, std::uint64_t seed,
                           base::Progress progress) {
    Desk desk(seed);
    auto dossier = Dossier::create(path, {}, desk.author);
    EndlessSpots spots(6'000, mixed({seed, 103}));
    Storyteller stories(*dossier.catalogue(), spots, mixed({seed, 104}));
    Teller(dossier, stories, desk, progress).tell(count);
}

}  // namespace audit::demo
