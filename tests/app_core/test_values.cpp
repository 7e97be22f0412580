// SPDX-License-Identifier: EUPL-1.2
#include "app/core/actions.hpp"
#include "app/core/folder_listing.hpp"
#include "app/core/goals_tree.hpp"
#include "app/core/keys.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <fstream>

using namespace app;

TEST_CASE("A chord reads as it is written", "[app][keys]") {
    for (const auto* text : {"Ctrl+Z", "Shift+Tab", "N", "+", "-", "F1", "Ctrl+Shift+Delete", "Home", "Escape"}) {
        const auto chord = parse_chord(text);
        REQUIRE(chord);
        CHECK(to_text(*chord) == text);
    }
    CHECK(parse_chord("ctrl+z") == parse_chord("Ctrl+Z"));
    for (const auto* text : {"", "Ctrl+", "Hyper+Z", "zz", "é"}) CHECK_FALSE(parse_chord(text));
}

TEST_CASE("Keys are told by what stands on them", "[app][keys]") {
    CHECK(app::keys_for_people("Shift+Left") == "Shift+←");
    CHECK(app::keys_for_people("Down") == "↓");
    CHECK(app::keys_for_people("-") == "−");
    CHECK(app::keys_for_people("Ctrl+Z") == "Ctrl+Z");
    CHECK(app::keys_for_people("+") == "+");
    for (const auto& action : app::all_actions())
        if (!action.shortcut.empty()) CHECK(app::parse_chord(action.shortcut));
}

TEST_CASE("The keys of the number pad and the shifted plus are the same keys", "[app][keys]") {
    KeyChanged event{.key = Key::pad_plus, .pressed = true};
    CHECK(chord_of(event) == *parse_chord("+"));
    event = {.key = Key::equal, .pressed = true};
    event.modifiers.shift = true;
    CHECK(chord_of(event) == *parse_chord("+"));
    event = {.key = Key::pad_enter, .pressed = true};
    CHECK(chord_of(event) == *parse_chord("Enter"));
}

TEST_CASE("Searching goals keeps the headings of what is found", "[app][goals]") {
    const std::vector<GoalRow> rows{{.level = GoalRow::Level::agenda, .id = "A", .text = "Agenda"},
                                    {.level = GoalRow::Level::theme, .id = "T1", .text = "Terraces"},
                                    {.level = GoalRow::Level::goal, .id = "A-1", .text = "Room around terraces"},
                                    {.level = GoalRow::Level::theme, .id = "T2", .text = "Sport"},
                                    {.level = GoalRow::Level::goal, .id = "A-2", .text = "Reachable halls"},
                                    {.level = GoalRow::Level::goal, .id = "A-3", .text = "Café for everybody"}};
    const auto ids = [&](const std::string& search) {
        std::string all;
        for (const auto& row : matching(rows, search)) all += row.id + " ";
        return all;
    };
    CHECK(ids("") == "A T1 A-1 T2 A-2 A-3 ");
    CHECK(ids("room") == "A T1 A-1 ");
    CHECK(ids("CAFE every") == "A T2 A-3 ");
    CHECK(ids("sport") == "A T2 A-2 A-3 ");
    CHECK(ids("swimming") == "");
}

TEST_CASE("The file browser lists folders first and only what a map may show", "[app][files]") {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "maps");
    for (const auto* name : {"b.gpkg", "A.GeoJSON", "letter.docx", ".hidden.gpkg"}) std::ofstream(folder / name) << "x";
    const auto names = [&](const std::string& typed) {
        std::string all;
        for (const auto& entry : list_folder(typed, app::map_data_endings()).entries) all += entry.name + " ";
        return all;
    };
    CHECK(names(folder.path().string()) == "maps A.GeoJSON b.gpkg ");
    CHECK(names((folder / "B").string()) == "b.gpkg ");
    CHECK_FALSE(list_folder((folder / "none" / "at all").string(), app::map_data_endings()).readable);
}
