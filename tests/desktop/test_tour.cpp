// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <algorithm>
#include <fstream>

namespace {

/// The demo city with its dossier, as `tools/run` makes it.
std::filesystem::path make_city(const test::TemporaryFolder& folder) {
    const auto ran = test::run((test::programs() / "doorgangctl").string() + " demo " + (folder / "city").string());
    INFO(ran.output);
    REQUIRE((ran.exit_code == 0 || ran.exit_code == 4));
    return folder / "city" / "dossier.gpkg";
}

/// A finding that no other one is near, so that a click means it.
const audit::Finding& lonely_one(const audit::Snapshot& snapshot) {
    const auto is_lonely = [&](const auto& finding) {
        const auto around = finding->shape.box().widened(25);
        return !finding->title.empty() && finding->shape.kind == geo::Kind::point &&
               std::count_if(snapshot.findings.begin(), snapshot.findings.end(),
                             [&](const auto& other) { return around.intersects(other->shape.box()); }) == 1;
    };
    const auto found = std::find_if(snapshot.findings.begin(), snapshot.findings.end(), is_lonely);
    REQUIRE(found != snapshot.findings.end());
    return **found;
}

std::string place_words(geo::Point at) { return std::to_string(at.x) + " " + std::to_string(at.y); }

}  // namespace

TEST_CASE("Five minutes with the window go as the README tells them", "[desktop][tour]") {
    const test::TemporaryFolder folder;
    const auto dossier = make_city(folder);
    const auto snapshot =
        audit::Dossier::open(dossier, {.person = "Test", .machine = "0190a000-0000-7000-8000-000000000001"}).snapshot();
    const auto& finding = lonely_one(*snapshot);
    const auto at = finding.shape.points.front();
    const auto count = std::to_string(snapshot->findings.size()), more = std::to_string(snapshot->findings.size() + 1);
    std::ofstream script(folder / "tour.txt");
    script << "settle\nview " << place_words(at) << " 60\nsettle\nmap " << place_words(at) << "\nsettle\n"
           << "expect under/title \"What do you mean?\"\nclick under/row/0\n"
           << "expect finding/title \"" << finding.title << "\"\n"
           << "type list/filter severity:blocking\nexpect list/count \" of " << count << "\"\n"
           << "key F3\nclick list/clear\nclick list/chip/severity\nclick list/chip/severity/blocking\nkey Escape\n"
           << "expect list/chip/severity \"blocking\"\nclick list/clear\n"
           << "key F4\nexpect goals/title Goals\nkey F2\n"
           << "key Ctrl+K\ntype search/text kade\nexpect search/hit/0 Kade\nkey Escape\n"
           << "view 80000 440000 60\nsettle\nkey Escape\nclick tools/new\nmap 80000 440000\n"
           << "click form/category/terrace-passage\ntype form/value/passage-width 0.85\n"
           << "expect form/verdict/passage-width \"Does not meet the norm\"\nkey Ctrl+Enter\n"
           << "expect list/count " << more << "\nkey Ctrl+Z\nexpect list/count " << count << "\n"
           << "key Ctrl+S\nexpect export/count " << count << "\nkey Escape\nkey F1\nexpect help/export Ctrl+S\nquit\n";
    script.close();
    const auto home = (folder / "home").string();
    const auto ran = test::run("HOME=" + home + " XDG_DATA_HOME=" + home + " XDG_CONFIG_HOME=" + home + " " +
                               (test::programs() / "doorgang").string() + " " + dossier.string() +
                               " --headless --language en --size 1280x800 --script " + (folder / "tour.txt").string());
    INFO(ran.output);
    CHECK(ran.exit_code == 0);
}
