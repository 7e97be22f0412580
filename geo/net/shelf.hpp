// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/clock.hpp"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace geo {

/// Answers of servers on the disk, so that what was seen once is there without the network. Each is a file named by the
/// checksum of its address; what was not looked at for longest goes first when it becomes too much. What cannot be
/// written is not kept: a full disk is no reason to show nothing. Safe from all threads, and beside another program
/// with the same folder.
class Shelf {
public:
    /// @param folder made when something is kept
    Shelf(std::filesystem::path folder, std::uintmax_t most_bytes, base::Clock clock);

    struct Kept {
        base::Time when{};
        std::string type{}, body{};
    };
    /// Nothing where it was never kept, or is damaged.
    std::optional<Kept> find(const std::string& address) const;
    void keep(const std::string& address, const std::string& type, const std::string& body);
    void clear();
    /// What is kept takes this much. Looks through the folder at the first call: belongs on a worker.
    std::uintmax_t bytes();

private:
    std::filesystem::path file_of(const std::string& address) const;
    void make_room();

    std::filesystem::path folder_;
    std::uintmax_t most_;
    base::Clock clock_;
    std::mutex mutex_;
    std::optional<std::uintmax_t> bytes_{};
};

}  // namespace geo
