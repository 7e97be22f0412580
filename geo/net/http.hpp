// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: requests over HTTP that can be stopped at every moment.

#include "geo/base/progress.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

struct HttpLimits {
    double connect_seconds = 6;
    double silent_seconds = 12;  ///< without a byte
    double whole_seconds = 60;
    std::size_t most_bytes = std::size_t{64} << 20U;
    int at_once = 6;
};

/// Why there is no answer where the rest was given up.
constexpr std::string_view k_given_up = "given up";

struct HttpAnswer {
    int status = 0;  ///< of HTTP; 0: there was no whole answer
    std::string type{}, body{};
    std::string failure{};  ///< technical text when there was none
};

/// Asks all, some at a time, and waits for the answers. Only http and https, without any password that lies on this
/// machine. @param came called for each answer, in the order in which they come; when it says false, the rest is given
/// up and stays without answer. @throws base::Cancelled within a twentieth of a second, with the connections closed
std::vector<HttpAnswer> ask_all(std::span<const std::string> addresses, const HttpLimits& limits,
                                const base::Progress& progress, const std::function<bool(const HttpAnswer&)>& came);

}  // namespace geo
