// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "geo/base/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <fstream>

namespace {

audit::Author anybody() { return {.person = "Test", .machine = "0190a000-0000-7000-8000-000000000001"}; }

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

constexpr auto* k_street =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Nieuwe Rijn"},
        "geometry":{"type":"LineString","coordinates":[[4.490,52.158],[4.495,52.159]]}}]})";

/// The program with a data folder of its own, so that nothing of the person who runs the tests is touched.
test::Run doorgang(const test::TemporaryFolder& folder, const std::string& words) {
    const auto home = (folder / "home").string();
    return test::run("HOME=" + home + " XDG_DATA_HOME=" + home + " XDG_CONFIG_HOME=" + home + " " +
                     (test::programs() / "doorgang").string() + " --headless --language en --size 800x600 " + words);
}

test::Run play(const test::TemporaryFolder& folder, const std::string& script) {
    write(folder / "script.txt", script);
    return doorgang(folder, "--script " + (folder / "script.txt").string());
}

}  // namespace

TEST_CASE("Sources named beside a dossier become layers of that dossier, once", "[desktop]") {
    const test::TemporaryFolder folder;
    audit::Dossier::create(folder / "dossier.gpkg", {}, anybody());
    write(folder / "street.geojson", k_street);
    write(folder / "script.txt", "settle\nquit\n");
    const auto words = (folder / "street.geojson").string() + " " + (folder / "dossier.gpkg").string() + " --script " +
                       (folder / "script.txt").string();
    for (int i = 0; i < 2; ++i) {
        const auto ran = doorgang(folder, words);
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
        CHECK(audit::Dossier::open(folder / "dossier.gpkg", anybody()).layers().size() == 1);
    }
}

TEST_CASE("Two dossiers are refused, because one is open at a time", "[desktop]") {
    const test::TemporaryFolder folder;
    for (const auto* name : {"a.gpkg", "b.gpkg"}) audit::Dossier::create(folder / name, {}, anybody());
    const auto ran = doorgang(folder, (folder / "a.gpkg").string() + " " + (folder / "b.gpkg").string());
    CHECK(ran.exit_code == 3);
    CHECK(ran.output.find("one dossier") != std::string::npos);
}

TEST_CASE("A script ends at the step that cannot be done, and says which and why", "[desktop]") {
    const test::TemporaryFolder folder;
    write(folder / "street.geojson", k_street);
    const auto there = (folder / "street.geojson").string(), missing = (folder / "missing.gpkg").string();
    CHECK(play(folder, "layer " + there + "\nsettle\nquit\n").exit_code == 0);
    for (const auto* verb : {"layer", "open", "drop"}) {
        const auto ran = play(folder, "settle\n" + std::string(verb) + " " + missing + "\nsettle\nquit\n");
        INFO(ran.output);
        CHECK(ran.exit_code == 1);
        CHECK(ran.output.find("script.txt:2") != std::string::npos);
    }
    CHECK(play(folder, "wait -1\n").exit_code == 1);
}

TEST_CASE("Each picture of a script shows what was done before it, and nothing of what comes after", "[desktop]") {
    const test::TemporaryFolder folder;
    write(folder / "street.geojson", k_street);
    std::string script = "layer " + (folder / "street.geojson").string() + "\nsettle\n";
    for (int i = 0; i < 4; ++i) {
        const auto number = std::to_string(i);
        script += "view 93500 463900 " + std::to_string(200 + i % 2 * 2000) + "\nsettle\n";
        script += "shot " + (folder / ("far" + number + ".png")).string() + "\n";
    }
    const auto ran = play(folder, script);
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
    const auto picture = [&](int i) { return base::read_file(folder / ("far" + std::to_string(i) + ".png")); };
    CHECK(picture(0) == picture(2));
    CHECK(picture(1) == picture(3));
    CHECK(picture(0) != picture(1));
}

TEST_CASE("A script saves the map for paper, whole and at its size, and names nobody", "[desktop][print]") {
    const test::TemporaryFolder folder;
    audit::Dossier::create(folder / "dossier.gpkg", {}, anybody());
    write(folder / "street.geojson", k_street);
    const auto png = folder / "page.png";
    write(folder / "script.txt",
          "layer " + (folder / "street.geojson").string() +
              "\nsettle\nfit\nsettle\ndo print-look a4 portrait 150\ndo print-title \"Een titel\"\n"
              "do print-to " +
              png.string() + "\nsettle\nexpect exported/message page.png\nquit\n");
    const auto ran =
        doorgang(folder, (folder / "dossier.gpkg").string() + " --script " + (folder / "script.txt").string());
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
    const auto seen = test::run("identify -format '%w %h %x %U' " + png.string());
    CHECK(seen.output.find("1240 1754 59.06") == 0);
    // The street lies over the middle of the map; white paper lies around it.
    const auto pixel = [&](const std::string& at) {
        return test::run("convert " + png.string() + " -format '%[pixel:p{" + at + "}]' info:").output;
    };
    CHECK(pixel("5,5").find("255,255,255") != std::string::npos);
    // Nothing beside the pixels and the size: no text chunk that could hold a name.
    const auto bytes = base::read_file(png);
    for (const auto* chunk : {"tEXt", "iTXt", "zTXt", "eXIf"}) CHECK(bytes.find(chunk) == std::string::npos);
    std::size_t left_over = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        left_over += entry.path().string().find("page.png") != std::string::npos;
    CHECK(left_over == 1);
}

TEST_CASE("A picture for paper that cannot be written ends the script with the reason", "[desktop][print]") {
    const test::TemporaryFolder folder;
    audit::Dossier::create(folder / "dossier.gpkg", {}, anybody());
    write(folder / "script.txt",
          "settle\ndo print-to " + (folder / "no" / "such" / "page.png").string() + "\nsettle\nquit\n");
    const auto ran =
        doorgang(folder, (folder / "dossier.gpkg").string() + " --script " + (folder / "script.txt").string());
    INFO(ran.output);
    CHECK(ran.exit_code == 1);
    CHECK(ran.output.find("no such folder") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "no"));
    write(folder / "script.txt", "settle\ndo print-look a5\nquit\n");
    const auto wrong =
        doorgang(folder, (folder / "dossier.gpkg").string() + " --script " + (folder / "script.txt").string());
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.output.find("a5") != std::string::npos);
}
