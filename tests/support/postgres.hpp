// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/support.hpp"

#include <memory>
#include <string>

namespace test {

/// A PostgreSQL with PostGIS of this test's own, reached by a socket in its folder and by nothing else.
class Postgres {
public:
    /// Nothing where it is not installed, or where this user may not start one: the test then says that it is skipped.
    static std::unique_ptr<Postgres> start();
    ~Postgres();
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;

    /// What libpq connects with.
    std::string connection() const;
    /// @throws when it does not go well
    void run_sql(const std::string& sql) const;
    /// No longer there, without a farewell.
    void die();

private:
    Postgres() = default;
    std::string as_server(const std::string& command) const;

    TemporaryFolder folder_;
    std::string programs_;
    bool runs_ = false;
};

}  // namespace test

/// Ends a test that needs PostgreSQL where none can be started, with a message.
#define NEED_POSTGRES(variable)                                \
    auto variable##_started = test::Postgres::start();         \
    if (!variable##_started) {                                 \
        WARN("skipped: PostgreSQL with PostGIS is not there"); \
        return;                                                \
    }                                                          \
    auto&(variable) = *variable##_started
