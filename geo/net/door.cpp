// SPDX-License-Identifier: EUPL-1.2
#include "geo/net/door.hpp"

#include "geo/net/http.hpp"

#include <algorithm>

namespace geo {
namespace {

constexpr std::chrono::milliseconds k_first_rest{2'000}, k_longest_rest{300'000};

std::chrono::milliseconds rest_after(int failures) {
    return std::min(k_longest_rest, k_first_rest * (1 << std::min(failures - 1, 10)));
}

/// "There is nothing at this place" is an answer as good as any other.
bool is_failure(int status) { return !(status >= 200 && status < 300) && status != 404 && status != 410; }

}  // namespace

std::string server_of(const std::string& address) {
    const auto host = address.find("://");
    if (host == std::string::npos) return address;
    return address.substr(0, address.find_first_of("/?#", host + 3));
}

std::string host_of(const std::string& address) {
    const auto server = server_of(address);
    const auto host = server.find("://");
    return host == std::string::npos ? server : server.substr(host + 3);
}

Door::Door(DoorOptions options)
    : options_(std::move(options)), shelf_(options_.folder, options_.most_bytes, options_.clock) {}

Door::~Door() = default;

Door::Got Door::get(const std::string& address, const Wish& wish, const base::Progress& progress) {
    return get(std::span(&address, 1), wish, progress).front();
}

std::vector<Door::Got> Door::get(std::span<const std::string> addresses, const Wish& wish,
                                 const base::Progress& progress) {
    std::vector<Got> got(addresses.size());
    const auto wanted = from_shelf(addresses, wish.fresh, got);
    if (!wanted.empty()) ask(addresses, wanted, wish, got, progress);
    for (const auto place : wanted)
        if (!got[place].failure.empty()) fall_back(addresses[place], got[place]);
    return got;
}

/// @returns the places of those that must be asked for
std::vector<std::size_t> Door::from_shelf(std::span<const std::string> addresses, std::chrono::seconds fresh,
                                          std::vector<Got>& got) const {
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        auto kept = shelf_.find(addresses[i]);
        if (kept && options_.clock() - kept->when <= fresh)
            got[i] = {.status = 200, .type = std::move(kept->type), .body = std::move(kept->body)};
        else
            wanted.push_back(i);
    }
    return wanted;
}

void Door::ask(std::span<const std::string> addresses, const std::vector<std::size_t>& wanted, const Wish& wish,
               std::vector<Got>& got, const base::Progress& progress) {
    std::vector<std::string> asked;
    std::vector<std::size_t> places;
    for (const auto place : wanted) {
        got[place].failure = "the server is left alone for a while";
        if (!wish.is_guess && is_left_alone(server_of(addresses[place]))) continue;
        asked.push_back(addresses[place]);
        places.push_back(place);
    }
    if (asked.empty()) return;
    // The first silence is enough: the others would be waited for as long.
    const auto goes_on = [](const HttpAnswer& answer) { return answer.status != 0; };
    auto answers = ask_all(asked, {.silent_seconds = options_.patience_seconds}, progress, goes_on);
    for (std::size_t i = 0; i < answers.size(); ++i) got[places[i]] = take(asked[i], std::move(answers[i]), wish);
}

Door::Got Door::take(const std::string& address, HttpAnswer answer, const Wish& wish) {
    Got got{.status = answer.status, .type = std::move(answer.type), .body = std::move(answer.body)};
    got.failure = std::move(answer.failure);
    if (got.failure == k_given_up) return got;
    if (got.failure.empty() && is_failure(got.status)) got.failure = "HTTP " + std::to_string(got.status);
    if (got.failure.empty() && got.is_there() && wish.why_useless) got.failure = wish.why_useless(got);
    if (wish.is_guess) return got;
    if (!got.failure.empty())
        note_failure(server_of(address), got.status, got.failure);
    else
        note_success(server_of(address));
    if (got.failure.empty() && got.status == 200) shelf_.keep(address, got.type, got.body);
    return got;
}

void Door::fall_back(const std::string& address, Got& got) const {
    auto kept = shelf_.find(address);
    if (!kept) return;
    got = {.status = 200, .type = std::move(kept->type), .body = std::move(kept->body), .is_old = true};
}

std::optional<Trouble> Door::trouble(const std::string& address) const {
    const std::lock_guard lock(mutex_);
    const auto found = in_trouble_.find(server_of(address));
    if (found == in_trouble_.end()) return std::nullopt;
    return found->second.trouble;
}

void Door::try_again(const std::string& address) {
    const std::lock_guard lock(mutex_);
    const auto found = in_trouble_.find(server_of(address));
    if (found != in_trouble_.end()) found->second.trouble.next_try = {};
}

void Door::note_failure(const std::string& server, int status, const std::string& detail) {
    const std::lock_guard lock(mutex_);
    const auto now = options_.clock();
    auto& state = in_trouble_[server];
    if (state.failures == 0) state.trouble.since = now;
    // Requests that were under way together fail together: that counts once.
    if (state.failures == 0 || now >= state.trouble.next_try) {
        ++state.failures;
        state.trouble.next_try = now + rest_after(state.failures);
    }
    state.trouble.status = status;
    state.trouble.detail = detail;
}

void Door::note_success(const std::string& server) {
    const std::lock_guard lock(mutex_);
    in_trouble_.erase(server);
}

bool Door::is_left_alone(const std::string& server) const {
    const std::lock_guard lock(mutex_);
    const auto found = in_trouble_.find(server);
    return found != in_trouble_.end() && options_.clock() < found->second.trouble.next_try;
}

}  // namespace geo
