// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <atomic>
#include <thread>

using test::Bench;

namespace {

/// Work that goes on until it is stopped.
base::JobId begin_endless(Bench& bench, const std::string& file) {
    return bench.desk().jobs().start(base::text("Looking at {file}", {{"file", file}}),
                                     [](base::Progress progress) -> std::function<void()> {
                                         while (true) {
                                             progress.report(0.4);
                                             std::this_thread::yield();
                                         }
                                     });
}

std::string line_of(base::JobId job) { return "jobs/job/" + std::to_string(job); }

bool is_known(Bench& bench, base::JobId job) {
    for (const auto& work : bench.desk().work())
        if (work.job == job) return true;
    return false;
}

/// A press without waiting for rest: as long as something runs there is none.
void press(Bench& bench, const std::string& name) {
    bench.until(name + " is there", [&] { return bench.widget(name) != nullptr; });
    const auto rect = bench.widget(name)->rect;
    const double x = (rect.x0 + rect.x1) / 2, y = (rect.y0 + rect.y1) / 2;
    bench.face().send(app::PointerMoved{x, y});
    for (const bool pressed : {true, false}) bench.face().send(app::ButtonChanged{.button = 0, .pressed = pressed});
    bench.until("the press is taken in", [&] { return bench.face().input_taken(); });
}

/// Holds the store's thread while it takes in what another program changed, until it is let go.
class HeldIntake {
public:
    explicit HeldIntake(Bench& bench) : bench_(bench) {
        bench.on_wake([this] {
            while (!goes_on_ && bench_.desk().store().intake()) std::this_thread::yield();
        });
    }
    ~HeldIntake() {
        let_go();
        bench_.on_wake({});
    }
    HeldIntake(const HeldIntake&) = delete;
    HeldIntake& operator=(const HeldIntake&) = delete;
    void let_go() { goes_on_ = true; }

private:
    Bench& bench_;
    std::atomic<bool> goes_on_{false};
};

}  // namespace

TEST_CASE("The jobs drawer shows how far each job is, which wait, and stops the one that is chosen", "[ui][jobs]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    const auto one = begin_endless(bench, "one.gml"), two = begin_endless(bench, "two.gml"),
               three = begin_endless(bench, "three.gml");
    press(bench, "bottom/job");
    CHECK(bench.state().drawer == app::Drawer::jobs);
    bench.until("both workers are at work", [&] {
        return bench.said(line_of(one)) == "Looking at one.gml: 40 %" &&
               bench.said(line_of(two)) == "Looking at two.gml: 40 %";
    });
    CHECK(bench.said(line_of(three)) == "Looking at three.gml: waiting for its turn");
    press(bench, line_of(two) + "/stop");
    bench.until("the next one has its turn",
                [&] { return bench.said(line_of(three)) == "Looking at three.gml: 40 %"; });
    bench.until("the one that was stopped is gone", [&] { return !is_known(bench, two); });
    CHECK(is_known(bench, one));
    press(bench, "bottom/cancel");
    bench.until("the first one ended", [&] { return !is_known(bench, one); });
    press(bench, line_of(three) + "/stop");
    bench.settle();
    CHECK(bench.widget("jobs/none"));
    CHECK_FALSE(bench.widget("bottom/job"));
    CHECK(bench.desk().failures() == 0);
}

TEST_CASE("A job that is stopped while it waits never begins", "[ui][jobs]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    const auto one = begin_endless(bench, "one.gml"), two = begin_endless(bench, "two.gml");
    std::atomic<bool> began{false};
    const auto three = bench.desk().jobs().start(base::text("Listing the findings"), [&](base::Progress) {
        began = true;
        return std::function<void()>();
    });
    press(bench, "bottom/job");
    // Lines may be higher while they say that they wait: what is pressed must not move meanwhile.
    bench.until("both workers are at work", [&] {
        return bench.said(line_of(one)) == "Looking at one.gml: 40 %" &&
               bench.said(line_of(two)) == "Looking at two.gml: 40 %";
    });
    press(bench, line_of(three) + "/stop");
    CHECK_FALSE(is_known(bench, three));
    for (const auto job : {one, two}) bench.desk().stop_job(job);
    bench.settle();
    CHECK_FALSE(began);
}

TEST_CASE("While edits of another program are taken in the window says so, and there is nothing to stop",
          "[ui][jobs][outside]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    HeldIntake held(bench);
    const auto added = test::run("ogrinfo '" + bench.state().snapshot->info.path +
                                 "' -sql \"INSERT INTO finding (title) VALUES ('from elsewhere')\"");
    REQUIRE(added.exit_code == 0);
    press(bench, "bottom/job");
    const std::string said = "Taking in what another program changed";
    CHECK(bench.said("bottom/job") == said);
    CHECK(bench.said("jobs/job/intake") == said + ": 0 %");
    CHECK_FALSE(bench.widget("jobs/job/intake/stop"));
    CHECK_FALSE(bench.widget("bottom/cancel"));
    held.let_go();
    bench.until("it is taken in", [&] { return bench.state().snapshot->findings.size() == 1; });
    bench.settle();
    CHECK(bench.widget("jobs/none"));
}

TEST_CASE("A copy made from the window holds the photos and is whole", "[ui][export][photo]") {
    const test::TemporaryFolder folder;
    const auto photo = folder / "stoep.png", out = folder / "elders" / "kopie.gpkg";
    REQUIRE(test::run("convert -size 30x20 xc:red '" + photo.string() + "'").exit_code == 0);
    std::filesystem::create_directory(out.parent_path());
    Bench bench(test::new_dossier(folder));
    bench.desk().perform(audit::RecordFinding{
        .category = "object-on-footway", .shape = geo::Shape::point({93500, 463900}), .photos = {photo}});
    bench.settle();
    bench.desk().dispatch("copy");
    bench.state().browse->typed = out.parent_path().string() + "/";
    bench.settle();
    bench.click("files/name");
    bench.key("Ctrl+A");
    bench.type("kopie");
    bench.click("files/add");
    bench.until("it is copied", [&] { return bench.widget("exported/message") != nullptr; });

    auto copy = audit::Dossier::open(out, bench.desk().author());
    const auto snapshot = copy.snapshot();
    REQUIRE(snapshot->findings.size() == 1);
    REQUIRE(snapshot->findings.front()->photos.size() == 1);
    const auto copied = app::file_of(snapshot->info, snapshot->findings.front()->photos.front());
    CHECK(copied.find(out.parent_path().string()) == 0);
    CHECK(base::read_file(copied) == base::read_file(photo));
    const auto report = copy.check();
    for (const auto& remark : report.problems.remarks()) UNSCOPED_INFO(base::say(remark.problem));
    CHECK(report.problems.empty());
    CHECK(report.photos == 1);
}
