// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/services.hpp"
#include "app/scene/camera.hpp"
#include "app/scene/prepared.hpp"
#include "geo/crs/transform.hpp"
#include "geo/service/objects.hpp"

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

/// A passing file that goes away when nobody reads it any more.
class PassingFile {
public:
    PassingFile();
    ~PassingFile();
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path folder_, path_;
};

/// The ground that is read for a view: larger than it, and the same for views that are nearly the same, so that what
/// was seen is found again among what is kept.
geo::Box ground_for(const geo::Box& view);

/// Reads the objects of one layer of a service that the view needs, on a worker, one job at a time. What came lies in a
/// passing file and is read from there like any layer. Belongs to the main thread; workers never see it.
class ObjectFeed {
public:
    /// @param changed called on the main thread when objects came, or did not
    ObjectFeed(Services services, geo::ObjectsWanted wanted, std::string name, std::function<void()> changed);
    ~ObjectFeed();
    ObjectFeed(const ObjectFeed&) = delete;
    ObjectFeed& operator=(const ObjectFeed&) = delete;

    void look(const Camera& camera);
    /// When it wants to look again though nothing moves; nothing when all is well.
    std::optional<base::Time> due() const;
    void try_again();

    /// nullptr until some came.
    const std::shared_ptr<const PreparedLayer>& data() const { return data_; }
    const std::optional<geo::Operation>& conversion() const { return conversion_; }
    /// The file that data() was read from.
    std::string file() const { return files_.empty() ? std::string() : files_.back()->path().string(); }
    /// About what came, and about its server.
    const base::Problems& problems() const { return problems_; }
    /// Why nothing came the last time; nothing when it did.
    const std::optional<base::Problem>& failure() const { return failure_; }

private:
    struct Arrived {
        geo::ObjectsRead read{};
        std::shared_ptr<const PassingFile> file{};
        std::shared_ptr<const PreparedLayer> data{};
        std::optional<geo::Operation> conversion{};
        std::optional<base::Problem> problem{};
    };
    static Arrived read(const geo::ObjectsWanted& wanted, geo::Door& door, base::Progress progress);
    void start(const geo::Box& ground);
    void arrive(std::uint64_t ticket, Arrived arrived);
    void tell(const Arrived& arrived);
    bool needs(const geo::Box& view) const;

    Services services_;
    geo::ObjectsWanted wanted_;
    std::string name_;
    std::function<void()> changed_;
    geo::Box ground_{};    ///< what was read last, or is being read
    geo::Box view_{};      ///< of the last look
    bool is_cut_ = false;  ///< there was more on it
    std::shared_ptr<const PreparedLayer> data_{};
    std::optional<geo::Operation> conversion_{};
    std::deque<std::shared_ptr<const PassingFile>> files_{};  ///< names may still be read from an earlier one
    base::Problems problems_{};
    std::optional<base::Problem> failure_{};
    std::optional<base::Time> next_try_{};
    int tries_ = 0;
    base::JobId job_ = 0;
    std::uint64_t ticket_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
