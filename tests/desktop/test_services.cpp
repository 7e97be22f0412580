// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/map_server.hpp"

#include <fstream>

namespace {

/// The program with a folder of its own for everything that it keeps.
void play(const test::TemporaryFolder& folder, const std::string& script) {
    std::ofstream(folder / "script.txt") << script;
    const auto home = (folder / "home").string();
    const auto ran = test::run("cd '" + folder.path().string() + "' && HOME=" + home + " XDG_DATA_HOME=" + home +
                               " XDG_CONFIG_HOME=" + home + " XDG_CACHE_HOME=" + home + " '" +
                               (test::programs() / "doorgang").string() +
                               "' dossier.gpkg --headless --language en --size 1000x700 --script script.txt");
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
}

}  // namespace

TEST_CASE("What was looked at online is the same picture without the server, after a restart", "[desktop][services]") {
    NEED_MAP_SERVER(server);
    const test::TemporaryFolder folder;
    audit::Dossier::create(folder / "dossier.gpkg", {},
                           {.person = "Test", .machine = "0190a000-0000-7000-8000-000000000001"});
    play(folder, "layer \"XYZ:" + server.url("/xyz/{z}/{x}/{y}.png") + "\" Tiles\nlayer \"OAPIF:" +
                     server.url("/ogcapi#tree") + "\" Trees\nview 94000 464000 600\nsettle\nshot online.png\n");
    server.die();
    play(folder, "view 94000 464000 600\nsettle\nshot offline.png\n");
    // The map: what lies around it tells that there are remarks now.
    const auto map = [&](const std::string& picture) {
        const auto cut =
            test::run("convert '" + (folder / picture).string() + "' -crop 480x500+400+80 +repage rgb:- | sha256sum");
        return cut.output;
    };
    CHECK(map("online.png") == map("offline.png"));
    const auto colours = test::run("convert '" + (folder / "offline.png").string() +
                                   "' -crop 480x500+400+80 +repage -format '%k' info:");
    CHECK(std::stoi(colours.output) > 2);  // and it is no empty ground
}
