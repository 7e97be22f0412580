// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/classes.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace app;
using Sort = LayerClass::Sort;

TEST_CASE("Few values are a class each, the commonest first, and what is empty comes last", "[classes]") {
    const auto classes = classify({"klinkers", "asfalt", "klinkers", "", "tegels", "klinkers", "asfalt"});
    REQUIRE(classes.all.size() == 4);
    CHECK(classes.all[0].value == "klinkers");
    CHECK(classes.all[0].count == 3);
    CHECK(classes.all[1].value == "asfalt");
    CHECK(classes.all[3].sort == Sort::nothing);
    CHECK((classes.class_of == std::vector<std::uint8_t>{0, 1, 0, 3, 2, 0, 1}));
    CHECK(label_of(classes.all[3], base::Language::english) == "No value");
}

TEST_CASE("Of many values the rarest are put together", "[classes]") {
    std::vector<std::string> values;
    for (int i = 0; i < 40; ++i)
        for (int n = 0; n < 40 - i; ++n) values.push_back("soort " + std::to_string(i));
    const auto classes = classify(values);
    REQUIRE(classes.all.size() == 9);
    CHECK(classes.all[0].value == "soort 0");
    CHECK(classes.all[8].sort == Sort::others);
    std::int64_t total = 0;
    for (const auto& one : classes.all) total += one.count;
    CHECK(total == static_cast<std::int64_t>(values.size()));
}

TEST_CASE("Numbers become ranges with as many features each, with decimal commas too", "[classes]") {
    std::vector<std::string> values;
    for (int i = 0; i < 100; ++i) values.push_back(std::to_string(i) + (i % 2 == 0 ? ",5" : ".5"));
    values.push_back("");
    const auto classes = classify(values);
    REQUIRE(classes.all.size() == 6);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(classes.all[i].sort == Sort::range);
        CHECK(classes.all[i].count == 20);
    }
    CHECK(classes.all[5].sort == Sort::nothing);
    CHECK(classes.class_of[0] == 0);
    CHECK(classes.class_of[99] == 4);
    CHECK(label_of(classes.all[0], base::Language::english) == "0.500 to 20.50");
}

TEST_CASE("Numbers are put into equal steps, equal counts or natural breaks", "[classes]") {
    std::vector<std::string> values;
    for (const int group : {0, 100, 1000})
        for (int i = 0; i < (group == 0 ? 60 : 20); ++i) values.push_back(std::to_string(group + i % 10));
    const auto counts = [&](ClassMethod method, int count) {
        std::vector<std::int64_t> out;
        for (const auto& one : classify(values, {method, count}).all) out.push_back(one.count);
        return out;
    };
    CHECK((counts(ClassMethod::natural, 3) == std::vector<std::int64_t>{60, 20, 20}));
    CHECK((counts(ClassMethod::equal, 4) == std::vector<std::int64_t>{80, 0, 0, 20}));
    CHECK(counts(ClassMethod::quantiles, 2).size() == 2);
    CHECK(classify(values, {ClassMethod::values, 5}).all[0].sort == Sort::value);
    CHECK(classify(values, {ClassMethod::natural, 3}).all[1].from == 100);
    CHECK(classify({"a", "b"}, {ClassMethod::equal, 4}).all[0].sort == Sort::value);
    CHECK(classify({"5", "5"}, {ClassMethod::natural, 8}).all.size() == 1);
}

TEST_CASE("Natural breaks of very many numbers are found in parts of a second and fit", "[classes]") {
    std::vector<std::string> values;
    for (int i = 0; i < 100'000; ++i) values.push_back(std::to_string((i % 2 == 0 ? 0 : 500'000) + i % 997));
    const auto classes = classify(values, {ClassMethod::natural, 2});
    REQUIRE(classes.all.size() == 2);
    CHECK(classes.all[0].count == 50'000);
}

TEST_CASE("What CBS writes for a missing number is no value", "[classes]") {
    std::vector<std::string> values{"-99997", "-99999999", "-99997.0"};
    for (int i = 0; i < 20; ++i) values.push_back(std::to_string(i * 10));
    const auto classes = classify(values);
    CHECK(classes.all.back().sort == Sort::nothing);
    CHECK(classes.all.back().count == 3);
    CHECK(classes.all.front().from == 0);
}

TEST_CASE("A word among numbers makes them values", "[classes]") {
    std::vector<std::string> values;
    for (int i = 0; i < 20; ++i) values.push_back(std::to_string(i));
    values.push_back("onbekend");
    CHECK(classify(values).all[0].sort == Sort::value);
    CHECK(classify({}).all.empty());
    CHECK(classify({"7", "7", "7"}).all.size() == 1);
}

TEST_CASE("Classes differ in colour in every theme", "[classes]") {
    std::vector<std::string> texts, numbers;
    for (int i = 0; i < 30; ++i) {
        texts.push_back(std::string(1, static_cast<char>('a' + i % 12)));
        numbers.push_back(std::to_string(i));
    }
    for (const auto& values : {texts, numbers})
        for (const auto theme : {Theme::light, Theme::dark, Theme::contrast, Theme::sunlight}) {
            const auto classes = classify(values);
            std::set<std::tuple<int, int, int>> seen;
            for (std::size_t i = 0; i < classes.all.size(); ++i) {
                const auto c = class_colour(classes, i, theme);
                seen.insert({c.r, c.g, c.b});
            }
            CHECK(seen.size() == classes.all.size());
        }
}

TEST_CASE("A faded style is less opaque, and a recoloured one shows its colour", "[classes]") {
    const auto style = default_style("building", geo::Kind::polygon, Theme::light);
    CHECK(faded(style, 1) == style);
    CHECK(faded(style, 0.5).fill.a == (style.fill.a + 1) / 2);
    const auto blue = recoloured(style, Colour::of(0x0000FF));
    CHECK(blue.fill == Colour::of(0x0000FF));
    CHECK(blue.line.is_seen());
}

TEST_CASE("What is much larger than all others has a range of its own", "[classes]") {
    const auto classes = classify({"1", "2", "2", "1", "90"}, {ClassMethod::natural, 2});
    REQUIRE(classes.all.size() == 2);
    CHECK(classes.all[0].count == 4);
    CHECK(classes.all[1].count == 1);
    CHECK(label_of(classes.all[1], base::Language::english) == "90");
}
