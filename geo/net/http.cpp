// SPDX-License-Identifier: EUPL-1.2
#include "geo/net/http.hpp"

#include <curl/curl.h>

#include <memory>
#include <mutex>

namespace geo {
namespace {

constexpr int k_poll_milliseconds = 50;
constexpr long k_most_redirects = 4;

struct EasyEnd {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct MultiEnd {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};

/// One request that is under way.
struct Request {
    std::unique_ptr<CURL, EasyEnd> handle{};
    std::size_t place = 0;
    std::string body{};
    std::size_t most = 0;
    bool is_too_large = false;
};

std::size_t take_bytes(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& request = *static_cast<Request*>(to);
    request.is_too_large = request.body.size() + size * count > request.most;
    if (request.is_too_large) return 0;
    request.body.append(bytes, size * count);
    return size * count;
}

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
    curl_easy_setopt(handle, option, value);
}

std::unique_ptr<Request> begin(const std::string& address, std::size_t place, const HttpLimits& limits) {
    auto request = std::make_unique<Request>();
    request->handle.reset(curl_easy_init());
    request->place = place;
    request->most = limits.most_bytes;
    auto* handle = request->handle.get();
    set(handle, CURLOPT_URL, address.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_FOLLOWLOCATION, 1L);
    set(handle, CURLOPT_MAXREDIRS, k_most_redirects);
    set(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_QUICK_EXIT, 1L);  // giving up does not wait for a name server
    set(handle, CURLOPT_ACCEPT_ENCODING, "");
    set(handle, CURLOPT_USERAGENT, "Doorgang");
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect_seconds * 1000));
    set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole_seconds * 1000));
    set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.silent_seconds + 0.5));
    set(handle, CURLOPT_WRITEFUNCTION, &take_bytes);
    set(handle, CURLOPT_WRITEDATA, request.get());
    set(handle, CURLOPT_PRIVATE, request.get());
    return request;
}

HttpAnswer answer_of(Request& request, CURLcode result) {
    HttpAnswer answer;
    if (result != CURLE_OK) {
        answer.failure = request.is_too_large ? "the answer is too large" : curl_easy_strerror(result);
        return answer;
    }
    long status = 0;
    char* type = nullptr;
    curl_easy_getinfo(request.handle.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(request.handle.get(), CURLINFO_CONTENT_TYPE, &type);
    answer.status = static_cast<int>(status);
    answer.type = type ? type : "";
    answer.body = std::move(request.body);
    return answer;
}

/// The requests of one call.
class Batch {
public:
    Batch(std::span<const std::string> addresses, const HttpLimits& limits)
        : addresses_(addresses), limits_(limits), multi_(curl_multi_init()), answers_(addresses.size()) {
        for (auto& answer : answers_) answer.failure = k_given_up;
        curl_multi_setopt(multi_.get(), CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(limits.at_once));
    }
    ~Batch() {
        for (auto& request : running_) curl_multi_remove_handle(multi_.get(), request->handle.get());
    }
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    std::vector<HttpAnswer> run(const base::Progress& progress, const std::function<bool(const HttpAnswer&)>& came) {
        while (fill()) {
            progress.report(static_cast<double>(done_) / static_cast<double>(answers_.size()));
            int still = 0;
            curl_multi_perform(multi_.get(), &still);
            if (!take(came)) break;
            if (still > 0) curl_multi_poll(multi_.get(), nullptr, 0, k_poll_milliseconds, nullptr);
        }
        progress.report(1);
        return std::move(answers_);
    }

private:
    /// Begins as many as may run. @returns whether any does
    bool fill() {
        while (next_ < addresses_.size() && std::ssize(running_) < limits_.at_once) {
            running_.push_back(begin(addresses_[next_], next_, limits_));
            curl_multi_add_handle(multi_.get(), running_.back()->handle.get());
            ++next_;
        }
        return !running_.empty();
    }

    /// What came. @returns false when no more is wanted
    bool take(const std::function<bool(const HttpAnswer&)>& came) {
        int left = 0;
        bool wanted = true;
        while (const auto* message = curl_multi_info_read(multi_.get(), &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            char* found = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &found);
            auto* request = reinterpret_cast<Request*>(found);
            auto& answer = answers_[request->place] = answer_of(*request, message->data.result);
            curl_multi_remove_handle(multi_.get(), request->handle.get());
            std::erase_if(running_, [request](const auto& each) { return each.get() == request; });
            ++done_;
            wanted = came(answer) && wanted;
        }
        return wanted;
    }

    std::span<const std::string> addresses_;
    const HttpLimits& limits_;
    std::unique_ptr<CURLM, MultiEnd> multi_;
    std::vector<std::unique_ptr<Request>> running_{};
    std::vector<HttpAnswer> answers_;
    std::size_t next_ = 0, done_ = 0;
};

}  // namespace

std::vector<HttpAnswer> ask_all(std::span<const std::string> addresses, const HttpLimits& limits,
                                const base::Progress& progress, const std::function<bool(const HttpAnswer&)>& came) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    return Batch(addresses, limits).run(progress, came);
}

}  // namespace geo
