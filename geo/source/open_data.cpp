// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/open_data.hpp"

#include "geo/source/kept_open.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <utility>

namespace geo {
namespace {

/// As many as may read at the same time.
constexpr std::size_t k_most_kept = 6;

/// What of a file differs when it was written or replaced.
struct Version {
    dev_t device = 0;
    ino_t file = 0;
    off_t bytes = 0;
    std::int64_t seconds = 0, nanoseconds = 0;
    bool operator==(const Version&) const = default;
};

std::optional<Version> version_of(const std::string& name) {
    struct stat told {};
    if (stat(name.c_str(), &told) != 0) return std::nullopt;
    return Version{told.st_dev, told.st_ino, told.st_size, told.st_mtim.tv_sec, told.st_mtim.tv_nsec};
}

struct Kept {
    std::string name;
    Version version;
    GDALDatasetUniquePtr data;
};

class Shelf {
public:
    void put(Kept kept) {
        std::list<Kept> dropped;  // closed after the lock
        const std::lock_guard lock(mutex_);
        all_.push_back(std::move(kept));
        if (all_.size() > k_most_kept) dropped.splice(dropped.end(), all_, all_.begin());
    }
    std::optional<Kept> take(const std::string& name) {
        const std::lock_guard lock(mutex_);
        const auto found =
            std::find_if(all_.rbegin(), all_.rend(), [&](const Kept& kept) { return kept.name == name; });
        if (found == all_.rend()) return std::nullopt;
        auto kept = std::move(*found);
        all_.erase(std::next(found).base());
        return kept;
    }
    void clear() {
        std::list<Kept> dropped;
        const std::lock_guard lock(mutex_);
        dropped.swap(all_);
    }

private:
    std::mutex mutex_;
    std::list<Kept> all_{};
};

Shelf& shelf() {
    static Shelf one;
    return one;
}

/// As if it had just been opened.
void forget_reading(GDALDataset& data) {
    for (auto* layer : data.GetLayers()) {
        layer->SetSpatialFilter(nullptr);
        layer->SetAttributeFilter(nullptr);
        layer->SetIgnoredFields(nullptr);
        layer->ResetReading();
    }
}

OpenData kept_as(const std::string& name, const Version& version, GDALDatasetUniquePtr data) {
    return {data.release(), [name, version](GDALDataset* done) {
                GDALDatasetUniquePtr owned(done);
                forget_reading(*owned);
                shelf().put({name, version, std::move(owned)});
            }};
}

}  // namespace

OpenData closed_at_once(GDALDatasetUniquePtr data) {
    return {data.release(), [](GDALDataset* done) { GDALDatasetUniquePtr{done}; }};
}

std::function<OpenData(GDALDatasetUniquePtr)> keeper_of(const std::string& name) {
    return [name, version = version_of(name)](GDALDatasetUniquePtr data) {
        return version ? kept_as(name, *version, std::move(data)) : closed_at_once(std::move(data));
    };
}

OpenData take_kept(const std::string& name) {
    auto kept = shelf().take(name);
    if (!kept || kept->version != version_of(name)) return nullptr;
    return kept_as(name, kept->version, std::move(kept->data));
}

void close_unused() { shelf().clear(); }

}  // namespace geo
