// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/jobs.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>

using base::text;

namespace {
void drain_until(base::MainQueue& queue, const std::function<bool()>& done) {
    auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!done() && std::chrono::steady_clock::now() < end) queue.drain(), std::this_thread::yield();
    REQUIRE(done());
}
}  // namespace

TEST_CASE("Shares of progress add up to the whole", "[base][progress]") {
    auto state = std::make_shared<base::ProgressState>();
    base::Progress all(state);
    auto first = all.part(0.25), second = all.part(0.75);
    first.report(1.0);
    CHECK(state->fraction == Approx(0.25));
    second.part(0.5).report(1.0);
    CHECK(state->fraction == Approx(0.625));
}

TEST_CASE("A job delivers on the main thread, a failing one becomes a problem", "[base][jobs]") {
    for (unsigned workers : {0u, 2u}) {
        base::MainQueue queue;
        std::string failed;
        base::Jobs jobs(queue, workers, [&](const base::Problem& p) { failed = p.code; });
        auto here = std::this_thread::get_id();
        bool delivered = false;
        jobs.start(text("good"), [&](base::Progress) -> std::function<void()> {
            return [&, here] { delivered = std::this_thread::get_id() == here; };
        });
        jobs.start(text("bad"), [](base::Progress) -> std::function<void()> { throw std::runtime_error("no"); });
        drain_until(queue, [&] { return jobs.idle(); });
        CHECK(delivered);
        CHECK(failed == "job-failed");
    }
}

TEST_CASE("A cancelled job ends at its next report and delivers nothing", "[base][jobs]") {
    base::MainQueue queue;
    base::Jobs jobs(queue, 1, [](const base::Problem&) { FAIL("a cancelled job is no failure"); });
    std::atomic<bool> began = false;
    bool delivered = false;
    auto id = jobs.start(text("endless"), [&](base::Progress progress) -> std::function<void()> {
        for (began = true;; std::this_thread::yield()) progress.report(0.5);
        return [&] { delivered = true; };
    });
    drain_until(queue, [&] { return began.load(); });
    CHECK(jobs.list().size() == 1);
    jobs.cancel(id);
    drain_until(queue, [&] { return jobs.idle(); });
    CHECK_FALSE(delivered);
}

TEST_CASE("A job that is cancelled while it waits is over at once and never begins", "[base][jobs]") {
    base::MainQueue queue;
    base::Jobs jobs(queue, 1, [](const base::Problem&) { FAIL("a cancelled job is no failure"); });
    std::atomic<bool> goes_on = true, began = false;
    jobs.start(text("long"), [&](base::Progress) -> std::function<void()> {
        while (goes_on) std::this_thread::yield();
        return {};
    });
    const auto waiting = jobs.start(text("waiting"), [&](base::Progress) -> std::function<void()> {
        began = true;
        return {};
    });
    jobs.cancel(waiting);
    CHECK(jobs.list().size() == 1);
    goes_on = false;
    drain_until(queue, [&] { return jobs.idle(); });
    CHECK_FALSE(began);
}

TEST_CASE("What cannot be taken in on the main thread does not keep the rest away", "[base][jobs]") {
    base::MainQueue queue;
    int taken = 0;
    queue.post([&] { ++taken; });
    queue.post([] { throw std::runtime_error("no"); });
    queue.post([&] { ++taken; });
    CHECK_THROWS_AS(queue.drain(), std::runtime_error);
    CHECK(taken == 1);
    CHECK(queue.drain() == 1);
    CHECK(taken == 2);
}

TEST_CASE("A job whose delivery fails is over all the same", "[base][jobs]") {
    base::MainQueue queue;
    base::Jobs jobs(queue, 0, [](const base::Problem&) { FAIL("the job itself went well"); });
    jobs.start(text("bad end"),
               [](base::Progress) -> std::function<void()> { return [] { throw std::runtime_error("no"); }; });
    CHECK_THROWS_AS(queue.drain(), std::runtime_error);
    CHECK(jobs.idle());
}
