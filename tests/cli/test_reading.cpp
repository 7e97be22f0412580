// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <nlohmann/json.hpp>

namespace {

/// A dossier with one finding, and the program with a user of its own.
struct Street {
    test::TemporaryFolder folder{};
    std::string dossier = (folder / "a.gpkg").string();

    test::Run ctl(const std::string& words) const {
        const auto home = (folder / "home").string();
        return test::run("HOME=" + home + " XDG_CONFIG_HOME=" + home + " " +
                         (test::programs() / "doorgangctl").string() + " " + words);
    }
    test::Run record() const {
        return ctl("record " + dossier + " --category terrace-passage --at 93600,463700 --language en");
    }
    Street() {
        REQUIRE(ctl("new " + dossier).exit_code == 0);
        REQUIRE(record().exit_code == 0);
    }
    void change_elsewhere(const std::string& what) const {
        REQUIRE(test::run("ogrinfo " + dossier + " -sql \"UPDATE finding SET " + what + "\"").exit_code == 0);
    }
    nlohmann::json history() const {
        return nlohmann::json::parse(ctl("history " + dossier + " --json 2>/dev/null").output);
    }
};

}  // namespace

TEST_CASE("History shows what another program changed just now, and undo takes it back", "[cli]") {
    const Street street;
    street.change_elsewhere("notes = 'by hand'");
    const auto entries = street.history();
    CHECK(entries.back()["outside"] == true);
    CHECK(entries.back()["changes"]["notes"][1] == "by hand");
    CHECK(street.ctl("undo " + street.dossier).exit_code == 0);
    const auto findings = nlohmann::json::parse(street.ctl("list " + street.dossier + " --json").output);
    CHECK(findings.at(0)["notes"] == "");
}

TEST_CASE("A dossier that may not be written is read as it stands", "[cli]") {
    const Street street;
    street.change_elsewhere("title = 'by hand'");
    std::filesystem::permissions(street.dossier, std::filesystem::perms::owner_read);
    const auto listed = street.ctl("list " + street.dossier + " --json 2>/dev/null");
    CHECK(listed.exit_code == 0);
    CHECK(nlohmann::json::parse(listed.output).at(0)["title"] == "by hand");
}
