// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/support/map_server.hpp"
#include "tests/ui/bench.hpp"

using test::Bench;

TEST_CASE("A service is added with the keyboard alone, and who made it is named on the map", "[ui][services]") {
    NEED_MAP_SERVER(server);
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("Ctrl+K");
    bench.type("service");
    bench.settle();
    bench.key("Enter");
    bench.settle();
    REQUIRE(bench.state().service_form);
    bench.type(server.url("/map?service=WMS"));
    bench.key("Enter");
    bench.settle();
    CHECK(bench.said("service/offer") == "The made-up city: WMS");
    CHECK(bench.widget("service/add")->reason == "Choose at least one layer.");
    bench.key("Down");  // the first layer has the keyboard
    bench.key("Space");
    bench.settle();
    bench.tab_to("service/add");
    bench.key("Enter");
    bench.settle();
    CHECK_FALSE(bench.state().service_form);
    REQUIRE(bench.desk().layers().all().size() == 1);
    CHECK(bench.said("map/attribution") == "Made-up city survey");
    bench.desk().dispatch("layer-visible", bench.desk().layers().all()[0].source.uuid);
    bench.settle();
    CHECK_FALSE(bench.widget("map/attribution"));
}

TEST_CASE("The dialog of services says what is wrong, keeps what was typed, and ends with Escape", "[ui][services]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.desk().dispatch("layers");
    bench.settle();
    bench.click("layers/service");
    CHECK(bench.widget("service/look")->reason == "Paste the address of a service first.");
    bench.type("this is no address");
    bench.key("Enter");
    bench.settle();
    CHECK(bench.said("service/problem") ==
          "This is no address of a service. An address begins with https://. Copy the whole of it.");
    CHECK(bench.state().service_form->typed == "this is no address");
    bench.key("Escape");
    bench.settle();
    CHECK_FALSE(bench.state().service_form);
}

TEST_CASE("What is kept of services is told and thrown away in the settings", "[ui][services]") {
    NEED_MAP_SERVER(server);
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.desk().add_layers("WMS:" + server.url("/map#building"), {}, {}, {});
    bench.settle();
    bench.look_at({93628, 463628}, 300);
    bench.settle();
    bench.desk().dispatch("settings");
    bench.settle();
    CHECK(bench.said("settings/kept").starts_with("Kept of services, to be seen without a network: 0."));
    bench.click("settings/forget-seen");
    bench.settle();
    CHECK(bench.said("settings/kept") == "Kept of services, to be seen without a network: 0.0 MB");
}
