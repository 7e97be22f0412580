// SPDX-License-Identifier: EUPL-1.2
#include "app/core/listing.hpp"

#include <utility>

namespace app {
namespace {

/// So many findings are listed in a few milliseconds.
constexpr std::size_t k_at_once = 2000;

bool are_of_one_dossier(const std::shared_ptr<const audit::Snapshot>& a,
                        const std::shared_ptr<const audit::Snapshot>& b) {
    return a && b && a->info.path == b->info.path && a->info.uuid == b->info.uuid;
}

std::shared_ptr<Listing> empty_listing(std::shared_ptr<const audit::Snapshot> snapshot) {
    auto listing = std::make_shared<Listing>();
    listing->snapshot = std::move(snapshot);
    listing->marks = std::make_shared<const MarkLayer>(std::vector<Mark>{});
    return listing;
}

}  // namespace

std::shared_ptr<const Listing> make_listing(const std::shared_ptr<const audit::Snapshot>& snapshot,
                                            const Arrangement& arrangement, base::Language language,
                                            const base::Progress& progress) {
    auto listing = empty_listing(snapshot);
    if (!snapshot) return listing;
    listing->list = findings_list(*snapshot, arrangement, language, progress);
    std::vector<Mark> marks;
    marks.reserve(listing->list.rows.size());
    for (const auto row : listing->list.rows) {
        const auto& finding = *snapshot->findings[row];
        marks.push_back({finding.shape, finding.severity, finding.status});
    }
    progress.report(0.5);
    listing->marks = std::make_shared<const MarkLayer>(marks);
    return listing;
}

void ListingFeed::look(const std::shared_ptr<const audit::Snapshot>& snapshot, const Arrangement& arrangement,
                       base::Language language) {
    if (asked_.snapshot == snapshot && asked_.language == language && asked_.arrangement == arrangement && version_ > 0)
        return;
    asked_ = {snapshot, arrangement, language};
    if (job_ != 0) jobs_.cancel(std::exchange(job_, 0));
    if (!snapshot || snapshot->findings.size() <= k_at_once) return show(make_listing(snapshot, arrangement, language));
    if (!are_of_one_dossier(shown_->snapshot, snapshot)) show(empty_listing(snapshot));
    ask();
}

void ListingFeed::ask() {
    const auto ticket = ++ticket_;
    job_ = jobs_.start(base::text("Listing the findings"),
                       [this, ticket, asked = asked_](base::Progress progress) -> std::function<void()> {
                           auto made = make_listing(asked.snapshot, asked.arrangement, asked.language, progress);
                           return [this, ticket, made = std::move(made)] {
                               if (ticket != ticket_) return;
                               job_ = 0;
                               show(made);
                           };
                       });
}

void ListingFeed::show(std::shared_ptr<const Listing> listing) {
    shown_ = std::move(listing);
    ++version_;
}

}  // namespace app
