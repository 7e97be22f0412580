// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/row_tops.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <set>

using test::Bench;

namespace {

float nothing_known(std::size_t) { return 0; }

/// So many findings at once.
void record_many(Bench& bench, int count) {
    std::vector<audit::DossierAction> actions;
    for (int i = 0; i < count; ++i)
        actions.emplace_back(audit::RecordFinding{.category = "object-on-footway",
                                                  .shape = geo::Shape::point({93500.0 + i % 80, 463900.0 + i / 80}),
                                                  .title = "Paal " + std::to_string(i)});
    bench.desk().perform_many("record", std::move(actions), base::text("Done."));
    bench.settle();
}

}  // namespace

TEST_CASE("Of a long list only the rows near the view are measured", "[ui][rows]") {
    std::set<std::size_t> measured;
    const auto measure = [&](std::size_t row) {
        measured.insert(row);
        return row % 2 == 0 ? 30.0F : 50.0F;
    };
    ui::RowTops tops;
    tops.update(1, 1, 100'000, nothing_known, measure);
    CHECK(measured.size() < 100);
    CHECK(tops.total() == Approx(100'000 * 40.0));
    const auto row = tops.at(2'000'000);
    const double before = tops.top(row);
    tops.measure(row, row + 20, measure);
    CHECK(tops.top(row) == before);
    CHECK(tops.height(row) == (row % 2 == 0 ? 30 : 50));
    CHECK(measured.size() < 130);
    CHECK(tops.at(tops.top(row) + 1) == row);
}

TEST_CASE("A short list is measured whole, and heights that are known are not measured again", "[ui][rows]") {
    int asked = 0;
    const auto measure = [&](std::size_t) {
        ++asked;
        return 25.0F;
    };
    ui::RowTops tops;
    tops.update(1, 1, 200, nothing_known, measure);
    CHECK(tops.total() == Approx(5000));
    asked = 0;
    tops.update(
        2, 1, 200, [](std::size_t) { return 25.0F; }, measure);
    CHECK(asked == 0);
    CHECK(tops.total() == Approx(5000));
}

TEST_CASE("A large dossier is listed by a worker, and every row is reached in it", "[ui][rows]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    record_many(bench, 2500);
    CHECK(bench.said("list/count") == "Findings: 2500");
    bench.click("list/filter");
    bench.type("paal 24");
    CHECK(bench.said("list/count") == "Findings: 154 of 2500");
    CHECK(bench.desk().views().listing()->marks->size() == 154);
    bench.key("Ctrl+A");
    bench.key("Delete");
    CHECK(bench.said("list/count") == "Findings: 2500");
    const auto kept = bench.desk().views().listing();
    const auto& listing = *kept;
    for (const std::size_t row : {2499U, 1200U, 3U}) {
        const auto name = "list/row/" + listing.snapshot->findings.at(listing.list.rows[row])->uuid;
        bench.face().scroll_to(name);
        bench.settle();
        INFO("row " << row);
        REQUIRE(bench.widget(name));
        CHECK(bench.widget(name)->in_view);
    }
}

TEST_CASE("What is recorded in a large dossier comes into its list and is selected", "[ui][rows]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    record_many(bench, 2100);
    bench.desk().perform(
        audit::RecordFinding{
            .category = "object-on-footway", .shape = geo::Shape::point({93500, 463900}), .title = "The last one"},
        [&](const auto& performed) { bench.state().selected = performed.uuid; });
    bench.settle();
    CHECK(bench.said("list/count") == "Findings: 2101");
    const auto row = bench.desk().views().selected_row();
    REQUIRE(row);
    CHECK(bench.desk().views().finding_at(*row).title == "The last one");
    CHECK(bench.said("finding/title") == "The last one");
}
