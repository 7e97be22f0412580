// SPDX-License-Identifier: EUPL-1.2
#include "app/core/services.hpp"

namespace app {
namespace {

base::Text sentence_about(int status, const std::string& server, const std::string& since) {
    if (status == 0)
        return base::text("The server {server} has not answered since {time}; what was seen before is shown.",
                          {{"server", server}, {"time", since}});
    if (status == 200)
        return base::text("The server {server} has sent nothing of use since {time}; what was seen before is shown.",
                          {{"server", server}, {"time", since}});
    if (status == 401 || status == 403)
        return base::text("The server {server} has let nobody in since {time}; what was seen before is shown.",
                          {{"server", server}, {"time", since}});
    return base::text(
        "The server {server} has answered with error {status} since {time}; what was seen before is shown.",
        {{"server", server}, {"status", std::to_string(status)}, {"time", since}});
}

}  // namespace

std::optional<base::Problem> service_remark(const geo::Door& door, const std::string& address) {
    const auto trouble = door.trouble(address);
    if (!trouble) return std::nullopt;
    const auto since = base::time_for_people(trouble->since, base::language());
    return base::Problem{.code = "service-trouble",
                         .message = sentence_about(trouble->status, geo::host_of(address), since),
                         .advice = base::text("It is asked again by itself, after a while that grows."),
                         .detail = trouble->detail};
}

}  // namespace app
