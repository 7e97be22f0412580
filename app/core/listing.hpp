// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/findings_list.hpp"
#include "app/scene/scene.hpp"
#include "geo/base/jobs.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace app {

/// What list and map show of the findings, all from one state of the dossier. Frozen.
struct Listing {
    std::shared_ptr<const audit::Snapshot> snapshot{};  ///< that the rows are places in; nullptr: no dossier
    FindingsList list{};
    std::shared_ptr<const MarkLayer> marks{};  ///< one for each row, never nullptr in a feed
};

/// @throws base::Cancelled
std::shared_ptr<const Listing> make_listing(const std::shared_ptr<const audit::Snapshot>& snapshot,
                                            const Arrangement& arrangement, base::Language language,
                                            const base::Progress& progress = {});

/// The listing of what is looked at now. A small one is made at once; a large one on a worker, so that no key that is
/// typed waits for it, and what was shown of the same dossier stays until it has come. Belongs to the main thread.
class ListingFeed {
public:
    explicit ListingFeed(base::Jobs& jobs) : jobs_(jobs) {}

    void look(const std::shared_ptr<const audit::Snapshot>& snapshot, const Arrangement& arrangement,
              base::Language language);
    /// Never nullptr.
    const std::shared_ptr<const Listing>& shown() const { return shown_; }
    /// Grows whenever another one is shown.
    std::uint64_t version() const { return version_; }
    /// What is shown is older than what was asked for.
    bool is_behind() const { return job_ != 0; }

private:
    struct Asked {
        std::shared_ptr<const audit::Snapshot> snapshot{};
        Arrangement arrangement{};
        base::Language language = base::Language::english;
        bool operator==(const Asked&) const = default;
    };
    void show(std::shared_ptr<const Listing> listing);
    void ask();

    base::Jobs& jobs_;
    Asked asked_{};
    base::JobId job_ = 0;       ///< that makes what was asked for; 0: it is shown
    std::uint64_t ticket_ = 0;  ///< of the last that was asked for
    std::shared_ptr<const Listing> shown_ = make_listing(nullptr, {}, base::Language::english);
    std::uint64_t version_ = 0;
};

}  // namespace app
