// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/csv_text.hpp"
#include "audit/exchange/json_text.hpp"
#include "audit/exchange/properties.hpp"
#include "audit/exchange/utf8.hpp"
#include "tests/audit_exchange/made_file.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <random>

using nlohmann::json;

namespace {

std::string json_of(std::string_view text) {
    std::string out;
    audit::append_json(out, text);
    return out;
}

json properties_of(const audit::Finding& finding, audit::Audience audience,
                   base::Language language = base::Language::english) {
    auto catalogue = made::catalogue();
    std::string out;
    audit::append_properties_json(out, finding, audit::Wording(catalogue, audience, language));
    return json::parse(out);
}

}  // namespace

TEST_CASE("Every text comes back from JSON as it was", "[audit][exchange]") {
    for (const auto& text : made::hostile_texts()) REQUIRE(json::parse(json_of(text)).get<std::string>() == text);
    std::string controls;
    for (char c = 0; c < 0x20; ++c) controls += c;
    CHECK(json::parse(json_of(controls)).get<std::string>() == controls);
}

TEST_CASE("Bytes that are no UTF-8 still give valid JSON", "[audit][exchange]") {
    CHECK(json_of("caf\xE9") == "\"caf\uFFFD\"");
    CHECK(json_of("\xC3") == "\"\uFFFD\"");
    CHECK(json_of("\xC0\xAF") == "\"\uFFFD\uFFFD\"");
    CHECK(json_of("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");
    CHECK(json_of("\xF4\x90\x80\x80") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");
    CHECK(json_of("\xF0\x9F\x9A\xB2") == "\"\xF0\x9F\x9A\xB2\"");
    std::mt19937 random(3);
    for (int i = 0; i < 5000; ++i) {
        std::string bytes;
        for (auto n = random() % 12; n > 0; --n)
            bytes += static_cast<char>(random() % 3 ? random() % 256 : 0xE2 + random() % 16);
        auto text = json::parse(json_of(bytes)).get<std::string>();
        REQUIRE(text == audit::valid_utf8(bytes));
        REQUIRE(audit::valid_utf8(text) == text);
    }
}

TEST_CASE("Numbers that JSON cannot hold are null", "[audit][exchange]") {
    auto number = [](std::optional<double> value) {
        std::string out;
        audit::append_json(out, value);
        return out;
    };
    CHECK(number(1.32) == "1.32");
    CHECK(number(NAN) == "null");
    CHECK(number(-INFINITY) == "null");
    CHECK(number(std::nullopt) == "null");
}

TEST_CASE("A finding has exactly the properties of the contract", "[audit][exchange]") {
    std::string names;
    for (const auto& property : audit::properties()) names.append(names.empty() ? "" : " ").append(property.name);
    CHECK(names ==
          "uuid category category_label title status severity date recorded by source facility district notes goals "
          "goal_titles "
          "measurements verdicts photos layer_refs created changed responsible due status_reason");
}

TEST_CASE("The properties say what the finding holds", "[audit][exchange]") {
    auto finding = made::finding_with([](audit::Finding& f) {
        f.internal_notes = "De eigenaar was boos";
        f.goals = {"LIA-T1", "GONE"};
        f.photos = {
            {.uuid = "p", .sha256 = "ab", .path = "binnenstad.media/ab.jpg", .bytes = 1, .content_type = "image/jpeg"}};
        f.layer_refs = {"layer/7"};
    });
    auto all = properties_of(finding, audit::Audience::internal, base::Language::dutch);
    CHECK(all["uuid"] == finding.uuid);
    CHECK(all["category_label"] == "Terras laat te weinig over");
    CHECK(all["severity"] == "hindering");
    CHECK(all["by"] == "Anja de Vries");
    CHECK(all["facility"].is_null());
    CHECK(all["notes"] == "Stoelen tegen de gevel\n\n[internal] De eigenaar was boos");
    CHECK(all["goals"] == json::parse(R"(["LIA-T1","GONE"])"));
    CHECK(all["goal_titles"] == json::parse(R"(["Vrije stoepen","GONE"])"));
    CHECK(all["measurements"] ==
          json::parse(R"([{"quantity":"passage-width","value":1.2,"unit":"m","accuracy":0.01,"method":"tape",
                           "uuid":"m"}])"));
    CHECK(all["verdicts"] ==
          json::parse(R"([{"criterion":"OR-02","outcome":"fails","certainty":"certain","basis":"measured",
                                             "value":1.2,"unit":"m","accuracy":0.01,"threshold":1.5}])"));
    CHECK(all["photos"] == json::parse(R"(["binnenstad.media/ab.jpg"])"));
    CHECK(all["layer_refs"] == json::parse(R"(["layer/7"])"));
}

TEST_CASE("What identifies people is not for the public", "[audit][exchange]") {
    auto finding = made::finding_with([](audit::Finding& f) {
        f.internal_notes = "De eigenaar was boos";
        f.responsible = "Piet van Handhaving";
        f.due = "2026-07-01";
        f.status_reason = "Bewoner Pietersen belde";
        f.photos = {{.uuid = "p",
                     .sha256 = "ab",
                     .path = "ronde jansen.media/ab.jpg",
                     .bytes = 1,
                     .content_type = "image/jpeg"}};
    });
    auto shown = properties_of(finding, audit::Audience::outside);
    CHECK_FALSE(shown.contains("by"));
    CHECK(shown.size() == audit::properties().size() - 4);
    CHECK_FALSE(shown["measurements"][0].contains("uuid"));
    CHECK(shown.dump().find("Piet") == std::string::npos);
    CHECK(shown["notes"] == "Stoelen tegen de gevel");
    CHECK(shown["photos"] == json::parse(R"(["ab.jpg"])"));
    CHECK(shown.dump().find("Anja") == std::string::npos);
    CHECK(shown.dump().find("boos") == std::string::npos);
    CHECK(shown.dump().find("jansen") == std::string::npos);
}

TEST_CASE("Measurements and verdicts have a notation of one line", "[audit][exchange]") {
    CHECK(audit::notation_of(made::passage(1.32)) == "passage-width=1.32m±0.01@tape");
    audit::Measurement slope{.quantity = "slope", .value = 12, .unit = "1:n"};
    CHECK(audit::notation_of(slope) == "slope=1:12");
    CHECK(audit::notation_of(made::passage(1.32), ',') == "passage-width=1,32m±0,01@tape");
    CHECK(audit::notation_of(audit::verdicts_of(made::catalogue(), {made::passage(1.2)}).at(0)) ==
          "OR-02 fails certain measured");
}

TEST_CASE("Nothing in a cell is taken for a formula, and the guard can be taken off again", "[audit][exchange]") {
    for (const std::string text : {"=1+1", "+x", "-x", "@x", "\tx", "\rx", "'=x", "''-x"}) {
        CHECK(audit::guarded(text) == "'" + text);
        CHECK(audit::unguarded(audit::guarded(text)) == text);
    }
    for (const std::string text : {"", "-5", "-5,25", "+3.5", "'t Park", "a=b", "'", "1-2"}) {
        CHECK(audit::guarded(text) == text);
        CHECK(audit::unguarded(text) == text);
    }
}

TEST_CASE("A cell is quoted only where it must be", "[audit][exchange]") {
    auto cell = [](std::string_view text, base::Language language) {
        std::string out;
        audit::append_cell(out, text, audit::csv_dialect(language));
        return out;
    };
    CHECK(cell("a,b", base::Language::english) == "\"a,b\"");
    CHECK(cell("a,b", base::Language::dutch) == "a,b");
    CHECK(cell("a;b", base::Language::dutch) == "\"a;b\"");
    CHECK(cell("say \"no\"", base::Language::english) == "\"say \"\"no\"\"\"");
    CHECK(cell("a\nb", base::Language::english) == "\"a\nb\"");
    CHECK(cell("a\x01z\x7F\xFF", base::Language::english) == "a\uFFFDz\uFFFD\uFFFD");
}
