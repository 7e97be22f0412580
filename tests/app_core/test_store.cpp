// SPDX-License-Identifier: EUPL-1.2
#include "app/core/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

using namespace app;

namespace {

audit::Author author() {
    const auto clock = base::fixed_clock(*base::parse_time("2026-11-22T09:30:00Z"));
    return {.person = "Fatma",
            .machine = "0190a000-0000-7000-8000-000000000001",
            .clock = clock,
            .ids = base::time_ordered_ids(clock)};
}

struct Listening {
    audit::Author who = author();
    base::MainQueue queue{};
    std::shared_ptr<const audit::Snapshot> snapshot{};
    std::vector<std::string> failures{};
    std::vector<bool> refused{};
    base::Problems noticed{};
    Store store{queue, who, [this](auto now) { snapshot = std::move(now); },
                [this](const base::Problem& problem, bool was_refused) {
                    failures.push_back(problem.code);
                    refused.push_back(was_refused);
                },
                [this](const base::Problems& now) { noticed.add(now); }};

    /// For what nobody asked for: the store finds it by itself.
    void wait_until(const std::function<bool()>& holds) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (!holds()) {
            REQUIRE(std::chrono::steady_clock::now() < end);
            queue.drain();
            std::this_thread::yield();
        }
    }

    void wait() {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!store.idle()) {
            REQUIRE(std::chrono::steady_clock::now() < end);
            queue.drain();
            std::this_thread::yield();
        }
    }
};

audit::RecordFinding a_finding() {
    return {.category = "object-on-footway", .shape = geo::Shape::point({93500, 463900})};
}

}  // namespace

TEST_CASE("The store answers in order, with the new state before the answer", "[app][store]") {
    const test::TemporaryFolder folder;
    Listening listening;
    listening.store.open(folder / "a.gpkg", audit::NewDossier{}, {});
    std::vector<std::size_t> seen;
    for (int i = 0; i < 3; ++i)
        listening.store.perform("record", {a_finding()}, [&](const auto& performed) {
            seen.push_back(listening.snapshot->findings.size());
            CHECK(listening.snapshot->find(performed.front().uuid));
        });
    listening.wait();
    CHECK(seen == std::vector<std::size_t>{1, 2, 3});
    CHECK(listening.failures.empty());
}

TEST_CASE("What another program changes while the dossier is open comes in by itself, and so does a colleague's work",
          "[app][store]") {
    const test::TemporaryFolder folder;
    const auto path = folder / "a.gpkg";
    Listening listening;
    listening.store.open(path, audit::NewDossier{}, {});
    listening.store.perform("record", {a_finding()});
    listening.wait();
    CHECK(test::run("ogrinfo '" + path.string() + "' -sql \"UPDATE finding SET title = 'Elders'\"").exit_code == 0);
    listening.wait_until([&] { return !listening.noticed.empty(); });
    CHECK(listening.noticed.count("outside-edits") == 1);
    CHECK(listening.snapshot->findings.front()->title == "Elders");

    auto colleague = author();
    colleague.machine = "0190a000-0000-7000-8000-000000000002";
    audit::Dossier::open(path, colleague).perform(a_finding());
    listening.wait_until([&] { return listening.snapshot->findings.size() == 2; });
    CHECK(listening.noticed.count("outside-edits") == 1);
}

TEST_CASE("What another program changed while the dossier was closed is told when it is opened", "[app][store]") {
    const test::TemporaryFolder folder;
    const auto path = folder / "a.gpkg";
    audit::Dossier::create(path, {}, author()).perform(a_finding());
    CHECK(test::run("ogrinfo '" + path.string() + "' -sql \"UPDATE finding SET title = 'Elders'\"").exit_code == 0);
    Listening listening;
    listening.store.open(path, std::nullopt, {});
    listening.wait();
    CHECK(listening.noticed.count("outside-edits") == 1);
}

TEST_CASE("A refused action changes nothing and says why", "[app][store]") {
    const test::TemporaryFolder folder;
    Listening listening;
    listening.store.open(folder / "a.gpkg", audit::NewDossier{}, {});
    listening.store.perform("undo", {audit::Undo{}});
    listening.wait();
    REQUIRE(listening.failures.size() == 1);
    CHECK(listening.refused.front());
    CHECK(listening.snapshot->findings.empty());
}

TEST_CASE("A file that is no dossier is reported and the store goes on", "[app][store]") {
    const test::TemporaryFolder folder;
    Listening listening;
    listening.store.open(folder / "nothing.gpkg", std::nullopt, {});
    listening.store.open(folder / "b.gpkg", audit::NewDossier{}, {});
    listening.wait();
    CHECK(listening.failures.size() == 1);
    CHECK(listening.snapshot);
}

TEST_CASE("A draft is there again when the dossier is opened later", "[app][store]") {
    const test::TemporaryFolder folder;
    {
        Listening listening;
        listening.store.open(folder / "a.gpkg", audit::NewDossier{}, {});
        listening.store.save_draft("finding-1", R"({"form":"x"})");
        listening.wait();
    }
    Listening later;
    std::map<std::string, std::string> drafts;
    later.store.open(folder / "a.gpkg", std::nullopt, [&](auto found) { drafts = std::move(found); });
    later.wait();
    CHECK(drafts.count("finding-1") == 1);
    later.store.drop_draft("finding-1");
    later.store.open(folder / "a.gpkg", std::nullopt, [&](auto found) { drafts = std::move(found); });
    later.wait();
    CHECK(drafts.empty());
}

TEST_CASE("What was asked before the end is still done", "[app][store]") {
    const test::TemporaryFolder folder;
    {
        Listening listening;
        listening.store.open(folder / "a.gpkg", audit::NewDossier{}, {});
        for (int i = 0; i < 5; ++i) listening.store.perform("record", {a_finding()});
    }
    CHECK(audit::Dossier::open(folder / "a.gpkg", author()).snapshot()->findings.size() == 5);
}

TEST_CASE("Nothing can be saved while no dossier is open, and it is said", "[app][store]") {
    Listening listening;
    bool failed = false;
    listening.store.perform("record", {a_finding()}, {}, [&] { failed = true; });
    listening.store.save_draft("finding-1", "{}");
    listening.wait();
    CHECK(listening.failures == std::vector<std::string>{"dossier-not-open", "dossier-not-open"});
    CHECK(failed);
}

TEST_CASE("Another person records from the moment it is said, in the dossier that is open", "[app][store]") {
    const test::TemporaryFolder folder;
    Listening listening;
    listening.store.open(folder / "a.gpkg", audit::NewDossier{}, {});
    listening.wait();
    // A dossier that can no longer be opened by its name stays the one that is worked in.
    std::filesystem::rename(folder / "a.gpkg", folder / "b.gpkg");
    listening.store.set_person("Ada");
    listening.wait();
    std::filesystem::rename(folder / "b.gpkg", folder / "a.gpkg");
    std::vector<audit::HistoryEntry> history;
    listening.store.perform("record", {a_finding()}, [&](const auto& performed) {
        listening.store.ask_history(performed.front().uuid, [&](auto entries) { history = std::move(entries); });
    });
    listening.wait();
    CHECK(listening.failures.empty());
    REQUIRE_FALSE(history.empty());
    CHECK(history.front().person == "Ada");
}

TEST_CASE("Of drafts that wait only the newest of a form is written", "[app][store]") {
    const test::TemporaryFolder folder;
    std::atomic<bool> held = false;
    std::atomic<int> asked = 0;
    audit::Author slow = author();
    slow.clock = [&held, &asked, clock = slow.clock] {
        ++asked;
        while (held) std::this_thread::yield();
        return clock();
    };
    Listening listening{.who = slow};
    std::map<std::string, std::string> drafts;
    listening.store.open(folder / "a.gpkg", audit::NewDossier{}, {});
    listening.wait();
    held = true;
    asked = 0;
    listening.store.save_draft("finding-1", "0");
    while (asked == 0) std::this_thread::yield();
    for (int i = 1; i <= 50; ++i) listening.store.save_draft("finding-1", std::to_string(i));
    held = false;
    listening.wait();
    CHECK(asked == 2);
    listening.store.open(folder / "a.gpkg", std::nullopt, [&](auto found) { drafts = std::move(found); });
    listening.wait();
    CHECK(drafts.at("finding-1") == "50");
}

TEST_CASE("What is asked while another dossier opens goes into neither, and is said", "[app][store]") {
    const test::TemporaryFolder folder;
    Listening listening;
    listening.store.open(folder / "a.gpkg", audit::NewDossier{}, {});
    listening.wait();
    const auto first = listening.snapshot->info.uuid;
    listening.store.open(folder / "b.gpkg", audit::NewDossier{}, {});
    bool answered = false, heard_history = false;
    listening.store.perform(
        "record", {a_finding()}, [&](const auto&) { answered = true; }, [&] { answered = true; });
    listening.store.save_draft("finding-1", "{}");
    listening.store.ask_history({}, [&](const auto&) { heard_history = true; });
    listening.wait();
    CHECK(listening.snapshot->info.uuid != first);
    CHECK(listening.snapshot->findings.empty());
    CHECK(listening.failures == std::vector<std::string>{"dossier-left"});
    CHECK_FALSE(answered);
    CHECK_FALSE(heard_history);
    std::map<std::string, std::string> kept;
    listening.store.open(folder / "b.gpkg", std::nullopt, [&](const auto& drafts) { kept = drafts; });
    listening.wait();
    CHECK(kept.empty());
}

TEST_CASE("A dossier that cannot be opened leaves the one before it open for work", "[app][store]") {
    const test::TemporaryFolder folder;
    Listening listening;
    listening.store.open(folder / "a.gpkg", audit::NewDossier{}, {});
    listening.wait();
    bool failed = false;
    listening.store.open(folder / "nothing.gpkg", std::nullopt, {}, false, [&] { failed = true; });
    listening.store.perform("record", {a_finding()});
    listening.wait();
    CHECK(failed);
    CHECK(listening.snapshot->findings.size() == 1);
}
