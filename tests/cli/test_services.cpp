// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/support/map_server.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

TEST_CASE("A service is added to a dossier by its address, and by name where it offers several", "[cli][services]") {
    NEED_MAP_SERVER(server);
    const test::TemporaryFolder folder;
    const auto ctl = [&](const std::string& words) {
        return test::run("cd '" + folder.path().string() +
                         "' && env -u XDG_CONFIG_HOME -u XDG_CACHE_HOME HOME=\"$PWD\" '" +
                         (test::programs() / "doorgangctl").string() + "' --language en " + words);
    };
    REQUIRE(ctl("new d.gpkg").exit_code == 0);
    const auto several = ctl("layer add d.gpkg '" + server.url("/map?service=WMS'"));
    CHECK(several.exit_code == 3);
    CHECK_THAT(several.output, Catch::Contains("Say which with --layer: city, building, road, tree."));
    CHECK(ctl("layer add d.gpkg '" + server.url("/map?service=WMS'") + " --layer building").exit_code == 0);
    auto with_password = server.url("/wmts");
    with_password.insert(with_password.find("127"), "anna:geheim@");
    CHECK(ctl("layer add d.gpkg '" + with_password + "' --name Tegels").exit_code == 0);
    const auto layers = json::parse(ctl("layer list d.gpkg --json").output);
    REQUIRE(layers.size() == 2);
    for (const auto& layer : layers) CHECK(layer["missing"] == false);
    CHECK(layers[0]["source"] == "WMTS:" + server.url("/wmts"));
    CHECK(layers[0]["name"] == "Tegels");
    CHECK(layers[1]["layer"] == "building");
    CHECK(ctl("check d.gpkg").exit_code == 0);
    const auto wrong = ctl("layer add d.gpkg '" + server.url("/nothing'"));
    CHECK(wrong.exit_code == 1);
    CHECK_THAT(wrong.output, Catch::Contains("no service was found"));
}
