// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/clock.hpp"
#include "geo/base/progress.hpp"
#include "geo/net/shelf.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geo {

struct HttpAnswer;

struct DoorOptions {
    std::filesystem::path folder;  ///< for what was seen
    std::uintmax_t most_bytes = std::uintmax_t{512} << 20U;
    base::Clock clock = base::system_clock();
    double patience_seconds = 12;  ///< without a byte of an answer
};

/// A server that does not do what it should.
struct Trouble {
    base::Time since{};     ///< of the first request in vain
    base::Time next_try{};  ///< until then it is left alone
    int status = 0;         ///< of HTTP; 0: it does not answer at all; 200: what it answers is of no use
    std::string detail{};   ///< technical
};

/// The one way to servers. What was answered is kept on the disk and shown again when the server is away; a server in
/// trouble is asked again after a while that doubles from two seconds to five minutes. Safe from all threads.
class Door {
public:
    explicit Door(DoorOptions options);
    ~Door();

    struct Got {
        int status = 0;  ///< of HTTP; 0: nothing came, and nothing was kept
        std::string type{}, body{};
        bool is_old = false;  ///< kept from before, because the server did not answer
        std::string failure{};
        bool is_there() const { return status >= 200 && status < 300; }
    };
    struct Wish {
        std::chrono::seconds fresh{};  ///< from the disk where it is not older
        /// Why an answer is of no use, empty when it is. Such an answer is a failure of the server, and never replaces
        /// what was kept before.
        std::function<std::string(const Got&)> why_useless{};
        /// Nobody knows yet what is there: whatever comes is no failure of the server, and is not kept.
        bool is_guess = false;
    };
    /// Brings the answers. @throws base::Cancelled; the connections are then closed
    std::vector<Got> get(std::span<const std::string> addresses, const Wish& wish, const base::Progress& progress);
    Got get(const std::string& address, const Wish& wish, const base::Progress& progress);

    /// Of the server of this address.
    std::optional<Trouble> trouble(const std::string& address) const;
    /// Lets it be asked at once.
    void try_again(const std::string& address);

    Shelf& shelf() { return shelf_; }

private:
    struct Server {
        Trouble trouble{};
        int failures = 0;
    };
    std::vector<std::size_t> from_shelf(std::span<const std::string> addresses, std::chrono::seconds fresh,
                                        std::vector<Got>& got) const;
    void ask(std::span<const std::string> addresses, const std::vector<std::size_t>& wanted, const Wish& wish,
             std::vector<Got>& got, const base::Progress& progress);
    Got take(const std::string& address, HttpAnswer answer, const Wish& wish);
    void fall_back(const std::string& address, Got& got) const;
    void note_failure(const std::string& server, int status, const std::string& detail);
    void note_success(const std::string& server);
    bool is_left_alone(const std::string& server) const;

    DoorOptions options_;
    mutable Shelf shelf_;
    mutable std::mutex mutex_;
    std::map<std::string, Server> in_trouble_;
};

/// "https://host:port" of an address.
std::string server_of(const std::string& address);
/// The same for people: "host".
std::string host_of(const std::string& address);

}  // namespace geo
