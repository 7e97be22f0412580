// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

namespace {

bool has(const std::string& program) { return test::run("command -v " + program).exit_code == 0; }

audit::Author anybody() { return {.person = "Test", .machine = "0190a000-0000-7000-8000-000000000001"}; }

}  // namespace

TEST_CASE("On a real display somebody starts, says who she is, clicks, records and closes, and the finding is there",
          "[desktop]") {
    for (const auto* program : {"Xvfb", "xdotool", "import"})
        if (!has(program)) {
            WARN("skipped: " << program << " is not installed");
            return;
        }
    const test::TemporaryFolder folder;
    audit::Dossier::create(folder / "dossier.gpkg", {}, anybody());
    const auto script = test::source_tree() / "tests/desktop/record.sh";
    const auto ran = test::run("bash " + script.string() + " " + (test::programs() / "doorgang").string() + " " +
                               folder.path().string());
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
    const auto findings = audit::Dossier::open(folder / "dossier.gpkg", anybody()).snapshot()->findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings.front()->by == "Fatma");
    REQUIRE(findings.front()->measurements.size() == 1);
    CHECK(findings.front()->measurements.front().value == 0.85);
}
