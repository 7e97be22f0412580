// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "tests/audit_model/shipped.hpp"
#include "tests/support/catch.hpp"

using base::Language;

namespace {

audit::Measurement parsed(const std::string& text) { return audit::parse_measurement(test::shipped_catalogue(), text); }

/// The code of the refusal; "accepted" when there is none.
std::string refusal(const std::string& text) {
    try {
        parsed(text);
        return "accepted";
    } catch (const base::Error& error) {
        return error.problem().code;
    }
}

std::string sentence(const std::string& text) {
    try {
        parsed(text);
        return {};
    } catch (const base::Error& error) {
        return error.what();
    }
}

std::string said(const std::string& text, Language language) {
    return audit::say_measurement(test::shipped_catalogue(), parsed(text), language);
}

}  // namespace

TEST_CASE("A measurement is read with unit, accuracy and method", "[audit][measurement]") {
    auto m = parsed("passage-width=1.32m±0.02@tape");
    CHECK(m.quantity == "passage-width");
    CHECK(m.value == 1.32);
    CHECK(m.unit == "m");
    CHECK(m.accuracy == 0.02);
    CHECK(m.method == "tape");
}

TEST_CASE("Spaces, a decimal comma, +- and capitals are understood", "[audit][measurement]") {
    auto plain = parsed("passage-width=1.32m±0.01@tape");
    for (const auto* text :
         {"passage-width=1,32m±0,01@tape", " passage-width = 1,32 m ± 0,01 @ tape ", "passage-width=1.32m+-0.01@tape",
          "passage-width=1.32m+/-0.01@Tape", "or-02=1.32±1cm@tape", "OR-PASSAGE=1.32m@tape"}) {
        INFO(text);
        auto m = parsed(text);
        CHECK(m.quantity == plain.quantity);
        CHECK(m.value == plain.value);
        CHECK(m.unit == plain.unit);
        CHECK(*m.accuracy == Approx(*plain.accuracy));
        CHECK(m.method == plain.method);
    }
}

TEST_CASE("Without a unit the quantity's own is meant, without an accuracy the method's", "[audit][measurement]") {
    CHECK(parsed("threshold-height=35").unit == "mm");
    CHECK(parsed("passage-width=132cm@tape").accuracy == Approx(1.0));
    CHECK(parsed("threshold-height=35mm@ruler").accuracy == Approx(1.0));
    CHECK_FALSE(parsed("passage-width=1.32m").accuracy);
    CHECK_FALSE(parsed("passage-width=1.32m@estimate").accuracy);
}

TEST_CASE("A slope is read as a percentage, a ratio or degrees, and a ratio is kept as entered",
          "[audit][measurement]") {
    CHECK(parsed("slope=8.5%@level").unit == "%");
    CHECK(parsed("slope=8.5%@level").accuracy == Approx(0.2));
    auto ratio = parsed("slope=1:12±0.5");
    CHECK(ratio.unit == "1:n");
    CHECK(ratio.value == 12);
    CHECK(ratio.accuracy == Approx(0.5));
    CHECK(parsed("slope=1 : 12,5").value == 12.5);
    CHECK(parsed("slope=2:24").value == Approx(12));
    CHECK(parsed("slope=5°").unit == "deg");
    // 0.2 % around 8.33 % is 0.29 around twelve.
    CHECK(*parsed("slope=1:12@level").accuracy == Approx(0.288).epsilon(0.01));
}

TEST_CASE("An accuracy that has no bound in the value's unit is unknown, never infinite", "[audit][measurement]") {
    CHECK_FALSE(parsed("slope=1:500@level").accuracy);
    CHECK(refusal("slope=1:500±0.2%") == "measure-accuracy");
    audit::Measurement steep{.quantity = "slope", .value = 0, .unit = "1:n", .accuracy = 1};
    CHECK(audit::verdicts_of(test::shipped_catalogue(), {steep}).empty());
}

TEST_CASE("Yes and no are read in both languages", "[audit][measurement]") {
    for (const auto* yes : {"yes", "ja", "JA", "true", "1"})
        CHECK(parsed(std::string("guide-line-free=") + yes).value == 1);
    for (const auto* no : {"no", "nee", "No", "false", "0"})
        CHECK(parsed(std::string("guide-line-free=") + no).value == 0);
    CHECK(parsed("guide-line-free=ja").unit == "yes/no");
    for (const auto* other : {"", "maybe", "2", "yes m", "1.0"})
        CHECK(refusal(std::string("guide-line-free=") + other) == "measure-value");
    CHECK(refusal("guide-line-free=yes±1") == "measure-accuracy");
}

TEST_CASE("Every quantity takes its own unit, and refuses one of another kind", "[audit][measurement]") {
    for (const auto& quantity : test::shipped_catalogue().quantities) {
        INFO(quantity.id);
        if (quantity.kind == audit::QuantityKind::yes_no) continue;
        auto m = parsed(quantity.id + "=1");
        CHECK(m.unit == quantity.unit);
        CHECK(m.value == 1);
        CHECK(refusal(quantity.id + "=1furlong") == "measure-unit");
        CHECK(refusal(quantity.id + (quantity.unit == "N" ? "=1m" : "=1N")) == "measure-unit");
    }
}

TEST_CASE("The id of every criterion and rule stands for its quantity", "[audit][measurement]") {
    const auto& catalogue = test::shipped_catalogue();
    for (const auto& one : catalogue.criteria) CHECK(parsed(one.id + "=1").quantity == one.quantity);
    for (const auto& one : catalogue.rules) CHECK(parsed(one.id + "=1").quantity == one.quantity);
}

TEST_CASE("What is no measurement is refused with the part that is wrong", "[audit][measurement]") {
    for (const auto* text : {"", "passage-width", "=1.32m", "  =  ", "1.32m"}) CHECK(refusal(text) == "measure-form");
    for (const auto* text :
         {"passage-width=", "passage-width=wide", "passage-width=nan", "passage-width=inf", "passage-width=-inf",
          "passage-width=1.3.2m", "passage-width=1.320,5m", "passage-width=--1m", "passage-width=+-",
          "passage-width=@tape", "passage-width=1:", "passage-width=1:0", "passage-width=:12", "passage-width=-1:12"})
        CHECK(refusal(text) == "measure-value");
    for (const auto* text : {"passage-width=1.32ft", "passage-width=3%", "passage-width=1e3m", "passage-width=1.32m m",
                             "passage-width=1:12"})
        CHECK(refusal(text) == "measure-unit");
    for (const auto* text :
         {"passage-width=1.32m±", "passage-width=1.32m±-0.1", "passage-width=1.32m±nan", "passage-width=1.32m±a"})
        CHECK(refusal(text) == "measure-accuracy");
    CHECK(refusal("passage-width=1.32m@") == "measure-method");
    CHECK(refusal("passage-width=1.32m@wand") == "measure-method");
    CHECK(refusal("pasage-width=1.32m") == "measure-quantity");
}

TEST_CASE("A refusal lists what is accepted", "[audit][measurement]") {
    CHECK(sentence("pasage-width=1.32m").find("passage-width") != std::string::npos);
    CHECK(sentence("passage-width=1.32ft").find("m, cm, mm") != std::string::npos);
    CHECK(sentence("passage-width=1.32m@wand").find("tape, laser") != std::string::npos);
    CHECK(sentence("passage-width=wide").find("1,32") != std::string::npos);
}

TEST_CASE("People read a measurement in their own language, rounded to its accuracy", "[audit][measurement]") {
    CHECK(said("passage-width=1.3249m±0.01@tape", Language::dutch) == "1,32\u00A0m ± 0,01 (meetlint)");
    CHECK(said("passage-width=1.3249m±0.01@tape", Language::english) == "1.32\u00A0m ± 0.01 (tape measure)");
    CHECK(said("passage-width=1.5m", Language::dutch) == "1,5\u00A0m");
    CHECK(said("slope=1:12", Language::dutch) == "1:12");
    CHECK(said("slope=8.5%@level", Language::dutch) == "8,5% ± 0,2 (digitale waterpas)");
    CHECK(said("guide-line-free=yes@observation", Language::english) == "yes (looking)");
    CHECK(said("parking-count=3@counting", Language::english) == "3 (counting)");
    CHECK(said("overrun-area=2.5m2", Language::dutch) == "2,5\u00A0m²");
    CHECK(said("threshold-height=35mm@ruler", Language::dutch) == "35\u00A0mm ± 1 (liniaal of duimstok)");
}

TEST_CASE("Converting there and back gives the same value", "[audit][measurement]") {
    const std::vector<std::vector<std::string>> kinds{
        {"m", "cm", "mm"}, {"%", "1:n", "deg"}, {"N"}, {"m2"}, {"count"}, {"EUR"}};
    for (const auto& units : kinds)
        for (const auto& from : units)
            for (const auto& to : units)
                for (double value : {0.01, 0.5, 1.0, 12.0, 44.0})
                    CHECK(audit::convert(audit::convert(value, from, to), to, from) == Approx(value).epsilon(1e-9));
    CHECK(audit::convert(12, "1:n", "%") == Approx(100.0 / 12));
    CHECK(audit::convert(45, "deg", "%") == Approx(100));
    CHECK_THROWS_AS(audit::convert(1, "m", "%"), base::Error);
    CHECK_THROWS_AS(audit::convert(1, "m", "ell"), base::Error);
}

TEST_CASE("An unlikely value is doubted, never refused", "[audit][measurement]") {
    const auto& catalogue = test::shipped_catalogue();
    CHECK_FALSE(audit::doubt_about(catalogue, parsed("passage-width=1.32m")));
    CHECK(audit::doubt_about(catalogue, parsed("passage-width=132m")));
    CHECK(audit::doubt_about(catalogue, parsed("passage-width=-1m")));
}
