// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/pictures.hpp"
#include "app/scene/camera.hpp"
#include "app/scene/classes.hpp"
#include "app/scene/prepared.hpp"
#include "geo/base/jobs.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// How the class of each feature is told from its values, one list for each field. Safe from every thread.
using ClassesOf = std::function<std::vector<std::uint8_t>(const std::vector<std::vector<std::string>>& columns)>;

/// What is read of features beside where they are.
struct RegionWish {
    std::string names{};                        ///< a field; empty: no names
    std::shared_ptr<const void> coloured_as{};  ///< tells one colouring from another; nullptr: no classes
    std::vector<std::string> class_fields{};
    ClassesOf classes_of{};
    std::size_t classes = 0;
};

/// Who reads.
struct RegionJobs {
    base::Jobs& view;   ///< what is to be seen
    base::Jobs& ahead;  ///< what may be seen next: nobody waits for it; with workers of its own
    base::Jobs& later;  ///< what takes long and improves what is there already; with workers of its own
};

/// Reads the features of a layer that is held by place: first those that are to be seen, then some more around them, on
/// workers, one job at a time. Belongs to the main thread.
class RegionFeed {
public:
    /// @param changed called on the main thread when a region came
    RegionFeed(RegionJobs jobs, LayerOrigin source, std::function<void()> changed);
    ~RegionFeed();
    RegionFeed(const RegionFeed&) = delete;
    RegionFeed& operator=(const RegionFeed&) = delete;

    /// Asks for what the view needs and `region` has not. @param whole the layer
    /// @param is_calm nothing more urgent is to be done: what may be seen next can be read
    void look(const Camera& camera, const PreparedLayer& whole, const RegionWish& wish, bool is_calm = true);
    /// What came last; nullptr when nothing did.
    const std::shared_ptr<const PreparedRegion>& region() const { return region_; }
    /// Why it could not be read: then `region` is empty there.
    const std::optional<base::Problem>& problem() const { return problem_; }

private:
    struct Arrived {
        std::shared_ptr<const PreparedRegion> region{};
        std::optional<base::Problem> problem{};
    };
    bool suits(const RegionWish& wish) const;
    void read(base::Jobs& jobs, const geo::Box& box, const PreparedLayer& whole, const RegionWish& wish);
    void arrive(std::uint64_t ticket, const RegionWish& wish, Arrived arrived);
    void give_up();
    static Arrived read_region(const LayerOrigin& source, const geo::Box& box, const RegionWish& wish,
                               base::Progress progress);

    RegionJobs jobs_;
    LayerOrigin source_;
    std::function<void()> changed_;
    std::shared_ptr<const PreparedRegion> region_{};
    std::string names_{};                        ///< that `region_` has
    std::shared_ptr<const void> coloured_as_{};  ///< that `region_` has
    std::optional<base::Problem> problem_{};
    base::Jobs* reading_ = nullptr;  ///< one of `jobs_`, while it does
    View ahead_of_{};                ///< of the last reading ahead
    base::JobId job_ = 0;
    std::uint64_t ticket_ = 0;  ///< of that; answers with another one are stale
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

/// The ground to be held for a view: some more than it shows, so that not every step asks for more.
geo::Box region_box(const Camera& camera, const PreparedLayer& whole);

}  // namespace app
