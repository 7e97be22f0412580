// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

TEST_CASE("A window in which nothing happens takes no processor time", "[desktop][idle]") {
    if (test::run("command -v Xvfb").exit_code != 0) {
        WARN("skipped: Xvfb is not installed");
        return;
    }
    const test::TemporaryFolder folder;
    const auto program = [](const std::string& name) { return (test::programs() / name).string(); };
    REQUIRE(test::run(program("doorgangctl") + " demo --size small " + folder.path().string()).exit_code == 0);
    const auto script = test::source_tree() / "tests/desktop/idle.sh";
    const auto ran = test::run("bash " + script.string() + " " + program("doorgang") + " " + folder.path().string());
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
    // Once in two seconds it looks whether another program changed the dossier.
    CHECK(std::stoi(ran.output) <= 5);
}
