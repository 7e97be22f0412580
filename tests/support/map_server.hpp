// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/support.hpp"

#include <sys/types.h>

#include <memory>
#include <string>

namespace test {

/// MapServer on the loopback address over a made-up city of 2 km in RD: see map_server.py for what is where.
class MapServer {
public:
    /// Nothing where MapServer or Python is not installed: the test then says that it is skipped.
    static std::unique_ptr<MapServer> start();
    ~MapServer();
    MapServer(const MapServer&) = delete;
    MapServer& operator=(const MapServer&) = delete;

    /// "http://127.0.0.1:PORT"
    std::string url() const;
    std::string url(const std::string& path) const { return url() + path; }
    /// From now on: "answer=500", "answer=garbage&delay=1", "answer=ok&delay=0", …
    void behave(const std::string& how) const;
    /// Requests since it was started.
    int asked() const;
    /// It is gone, and comes back at the same address.
    void die();
    void come_back();

private:
    MapServer() = default;
    void launch();

    TemporaryFolder folder_;
    pid_t process_ = 0;
    int input_ = -1;
    int port_ = 0;
};

}  // namespace test

/// Ends a test that needs a server of maps where none can be started, with a message.
#define NEED_MAP_SERVER(variable)                          \
    auto variable##_started = test::MapServer::start();    \
    if (!variable##_started) {                             \
        WARN("skipped: MapServer or Python is not there"); \
        return;                                            \
    }                                                      \
    auto&(variable) = *variable##_started
