// SPDX-License-Identifier: EUPL-1.2
// What the desk is busy with, and how that is stopped.
#include "app/core/desk.hpp"
#include "geo/source/kept_open.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

namespace app {
namespace {

/// The picture that is being made stands among the jobs, though it is none of theirs.
constexpr base::JobId k_printing = std::numeric_limits<base::JobId>::max();

}  // namespace

std::vector<Work> Desk::work() const {
    std::vector<Work> all;
    if (const auto fraction = store_.intake())
        all.push_back({.name = base::text("Taking in what another program changed"), .fraction = *fraction});
    for (const auto* jobs : {&jobs_, &service_jobs_, &later_jobs_})
        for (const auto& job : jobs->list()) all.push_back({job.name, job.fraction, job.running, job.id});
    if (printing_)
        all.push_back(
            {.name = base::text("Making the picture {file}", {{"file", printing_->file().filename().string()}}),
             .fraction = printing_->fraction(),
             .job = k_printing});
    return all;
}

void Desk::print(const PrintForm& form, const std::filesystem::path& file) {
    if (printing_)
        throw base::Refusal(
            {.code = "printing", .message = base::text("A picture is being made already. Wait for it, or stop it.")});
    const auto path = std::filesystem::absolute(file).lexically_normal();
    std::error_code error;
    if (!std::filesystem::is_directory(path.parent_path(), error))
        throw base::Refusal({.code = "folder-missing",
                             .message = base::text("There is no such folder to save the picture in."),
                             .where = {.file = path.string()}});
    printing_ = std::make_unique<PrintRun>(*this, form, path, options_.letter_widths);
}

bool Desk::is_at_work(base::JobId job) const {
    const auto all = work();
    return std::any_of(all.begin(), all.end(), [job](const auto& each) { return each.job == job; });
}

std::optional<double> Desk::seconds_until_due() const {
    using Seconds = std::chrono::duration<double>;
    std::optional<Seconds> left;
    if (const auto due = layers_.due()) left = *due - options_.server_clock();
    if (sources_go_) {
        const Seconds until = *sources_go_ - std::chrono::steady_clock::now();
        left = left ? std::min(*left, until) : until;
    }
    if (!left) return std::nullopt;
    constexpr double at_least = 0.05;
    return std::max(at_least, left->count());
}

/// Who looks around soon reads from them again; who has done so may want to take the stick out.
void Desk::let_sources_go() {
    constexpr std::chrono::seconds k_patience{5};
    const auto now = std::chrono::steady_clock::now();
    if (!at_rest()) {
        sources_go_ = now + k_patience;
    } else if (sources_go_ && now >= *sources_go_) {
        sources_go_.reset();
        geo::close_unused();
    }
}

void Desk::stop_job(base::JobId job) {
    if (job == k_printing) return printing_.reset();
    for (const auto& layer : layers_.all())
        if (layer.job == job && layer.state == LoadedLayer::State::loading) return layers_.cancel(layer.source.uuid);
    jobs_.cancel(job);
    service_jobs_.cancel(job);
    later_jobs_.cancel(job);
}

}  // namespace app
