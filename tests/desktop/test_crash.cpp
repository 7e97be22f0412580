// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/dossier.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <fstream>

namespace {

bool has(const std::string& program) { return test::run("command -v " + program).exit_code == 0; }

audit::Author anybody() { return {.person = "Test", .machine = "0190a000-0000-7000-8000-000000000001"}; }

test::Run play(const test::TemporaryFolder& folder, const std::string& step) {
    const auto script = test::source_tree() / "tests/desktop/crash.sh";
    return test::run("bash " + script.string() + " " + (test::programs() / "doorgang").string() + " " +
                     folder.path().string() + " " + step);
}

}  // namespace

TEST_CASE("A window that is killed while a form is filled in offers the form when it is started again", "[desktop]") {
    for (const auto* program : {"Xvfb", "xdotool", "import"})
        if (!has(program)) {
            WARN("skipped: " << program << " is not installed");
            return;
        }
    const test::TemporaryFolder folder;
    audit::Dossier::create(folder / "dossier.gpkg", {}, anybody());
    const auto killed = play(folder, "begin");
    INFO(killed.output);
    REQUIRE(killed.exit_code == 0);
    const auto drafts = audit::Dossier::open(folder / "dossier.gpkg", anybody()).drafts();
    REQUIRE(drafts.size() == 1);
    const auto& key = drafts.begin()->first;
    std::ofstream(folder / "look.txt") << "expect drafts/text/" << key << " \"Not saved yet\"\n"
                                       << "click drafts/take/" << key << "\n"
                                       << "expect form/value/overrun-depth 0.85\n"
                                       << "click form/cancel\nsettle\nquit\n";
    const auto looked = play(folder, "look " + (folder / "look.txt").string());
    INFO(looked.output);
    CHECK(looked.exit_code == 0);
    CHECK(audit::Dossier::open(folder / "dossier.gpkg", anybody()).drafts().empty());
}
