// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/filter.hpp"
#include "tests/support/catch.hpp"

#include <random>

using audit::FilterField;
using audit::parse_filter;
using audit::Relation;
using audit::Term;

namespace {

base::Problem refusal_of(const std::string& text) {
    try {
        parse_filter(text);
    } catch (const base::Error& error) {
        return error.problem();
    }
    return {};
}

std::string english(const base::Problem& problem) { return base::say(problem, base::Language::english); }

}  // namespace

TEST_CASE("The example of the contract is read term by term", "[audit][query]") {
    auto filter = parse_filter(R"(status:open severity:blocking goal:LIA-T1 date>2026-04-01 "Nieuwe Rijn")");
    REQUIRE(filter.terms.size() == 5);
    CHECK(filter.terms[0] == Term{FilterField::status, Relation::is, false, {"open"}});
    CHECK(filter.terms[1] == Term{FilterField::severity, Relation::is, false, {"blocking"}});
    CHECK(filter.terms[2] == Term{FilterField::goal, Relation::is, false, {"LIA-T1"}});
    CHECK(filter.terms[3] == Term{FilterField::date, Relation::above, false, {"2026-04-01"}});
    CHECK(filter.terms[4] == Term{FilterField::words, Relation::is, false, {"Nieuwe Rijn"}});
}

TEST_CASE("Negation, lists and quotes belong to the language", "[audit][query]") {
    auto filter =
        parse_filter(R"(  -status:solved,verified -"two words" -kelder district:"De Waard, oost",'t  photo<3 )");
    REQUIRE(filter.terms.size() == 5);
    CHECK(filter.terms[0] == Term{FilterField::status, Relation::is, true, {"solved", "verified"}});
    CHECK(filter.terms[1] == Term{FilterField::words, Relation::is, true, {"two words"}});
    CHECK(filter.terms[2] == Term{FilterField::words, Relation::is, true, {"kelder"}});
    CHECK(filter.terms[3] == Term{FilterField::district, Relation::is, false, {"De Waard, oost", "'t"}});
    CHECK(filter.terms[4] == Term{FilterField::photo, Relation::below, false, {"3"}});
    CHECK(parse_filter("").terms.empty());
    CHECK(parse_filter(" \n").terms.empty());
}

TEST_CASE("Words with signs that mean nothing here are words", "[audit][query]") {
    for (const std::string word : {"10:30", "-", "50%", "é:x", "a-b", "'t", "=1"})
        CHECK(parse_filter(word).terms == std::vector<Term>{{FilterField::words, Relation::is, false, {word}}});
}

TEST_CASE("Values are kept in their stable spelling", "[audit][query]") {
    CHECK(parse_filter("STATUS:In-Progress").terms[0].values[0] == "in-progress");
    CHECK(parse_filter("status:\"In progress\"").terms[0].values[0] == "in-progress");
    CHECK(parse_filter("severity:3").terms[0].values[0] == "blocking");
    CHECK(parse_filter("photo:JA,nee,02").terms[0].values == std::vector<std::string>{"yes", "no", "2"});
    CHECK(parse_filter("outcome:Not-Tested").terms[0].values[0] == "not-tested");
    CHECK(parse_filter("severity:\"\"").terms[0].values[0].empty());
}

TEST_CASE("An unknown field is refused with the fields there are", "[audit][query]") {
    auto problem = refusal_of("stauts:open");
    CHECK(problem.code == "filter-field");
    CHECK(english(problem) ==
          "There is no field “stauts”. Use one of: category, status, severity, goal, source, by, facility, district, "
          "date, "
          "outcome, criterion, round, photo, responsible, due. Put quotes around words to look for.");
}

TEST_CASE("An unknown word is refused with the words there are", "[audit][query]") {
    CHECK(english(refusal_of("status:opne")) ==
          "“opne” is no status. Use one of: open, in-progress, solved, verified, dropped.");
    CHECK(refusal_of("status:open,opne").code == "filter-status");
    CHECK(english(refusal_of("severity:4")) == "“4” is no severity. Use one of: blocking, hindering, attention.");
    CHECK(refusal_of("source:krant").code == "filter-source");
    CHECK(refusal_of("outcome:good").code == "filter-outcome");
    CHECK(refusal_of("photo:many").code == "filter-photo");
    CHECK(refusal_of("photo>yes").code == "filter-photo");
}

TEST_CASE("A date is a year, a month or a day that exists", "[audit][query]") {
    for (const std::string date : {"2026", "2026-04", "2026-04-30", "2024-02-29"})
        CHECK(parse_filter("date:" + date).terms[0].values[0] == date);
    for (const std::string date :
         {"2026-02-30", "2026-13", "26", "1-4-2026", "april", "2026-4-1", "=2026", "2026-04-01T10:00"})
        CHECK(refusal_of("date>" + date).code == "filter-date");
    CHECK(english(refusal_of("date:gisteren")) ==
          "“gisteren” is no date. Write a date as 2026-04-01, a month as 2026-04, or a year as 2026.");
}

TEST_CASE("Only what has an order can be compared", "[audit][query]") {
    CHECK(parse_filter("severity>hindering").terms[0].relation == Relation::above);
    CHECK(english(refusal_of("status>open")) ==
          "“status” has no order, so > means nothing for it. Use status:value; only severity, date, photo, due have an "
          "order.");
    CHECK(refusal_of("date>2026,2027").code == "filter-several");
    CHECK(refusal_of("severity>\"\"").code == "filter-value");
}

TEST_CASE("A quote that is not closed and a missing value are said", "[audit][query]") {
    CHECK(english(refusal_of("title \"Nieuwe Rijn")) ==
          "The quote before “Nieuwe Rijn” is not closed. Write a second quote where the text ends.");
    CHECK(refusal_of("district:\"De Waard").code == "filter-quote");
    CHECK(refusal_of("\"a\"b").code == "filter-quote");
    CHECK(refusal_of("status:open\"x\"").code == "filter-quote");
    CHECK(refusal_of("status: open").code == "filter-value");
    CHECK(refusal_of("status:open,").code == "filter-value");
    CHECK(refusal_of("status:").code == "filter-value");
    CHECK(refusal_of("status:\"\"").code == "filter-value");
    CHECK(refusal_of("\"\"").code == "filter-value");
    CHECK(refusal_of("-\"\"").code == "filter-value");
}

TEST_CASE("A filter that is written and read again is the same filter", "[audit][query]") {
    std::mt19937 random(1);
    auto below = [&](std::size_t n) { return random() % n; };
    const std::vector<std::string> pieces{"a",  "De Waard", "\"", "\\", ",",  " ", "-",  ":",      ">",       "é",
                                          "10", "\n",       "<",  "'",  "_x", ";", "\t", "status", "status:", "ĳ"};
    const std::vector<std::string> fields{"category", "goal", "by", "facility", "district", "criterion", "round"};
    const std::vector<std::string> fixed{"status:open,solved", "date<2026-04", "severity>2", "photo:yes,3",
                                         "-outcome:fails"};
    for (int i = 0; i < 3000; ++i) {
        audit::Filter filter;
        for (auto count = below(5); count > 0; --count) {
            auto kind = below(3);
            if (kind == 0) {
                filter.terms.push_back(parse_filter(fixed[below(fixed.size())]).terms[0]);
                continue;
            }
            Term term{.negated = below(2) == 0};
            if (kind == 1) term.field = parse_filter(fields[below(fields.size())] + ":x").terms[0].field;
            for (auto values = kind == 1 ? 1 + below(3) : 1; values > 0; --values) {
                std::string value;
                for (auto n = 1 + below(4); n > 0; --n) value += pieces[below(pieces.size())];
                term.values.push_back(value);
            }
            filter.terms.push_back(term);
        }
        auto text = audit::text_of(filter);
        INFO(text);
        REQUIRE(parse_filter(text) == filter);
    }
}

TEST_CASE("No text at all makes the reader do anything but read or refuse", "[audit][query]") {
    std::mt19937 random(2);
    const std::string signs =
        "ab -:<>,\"\\\n\xC3\xA9\xFF"
        "status:openphoto>2date<2026";
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto n = random() % 24; n > 0; --n) text += signs[random() % signs.size()];
        INFO(text);
        try {
            auto filter = parse_filter(text);
            REQUIRE(parse_filter(audit::text_of(filter)) == filter);
        } catch (const base::Error& error) {
            REQUIRE(error.problem().code.starts_with("filter-"));
            REQUIRE_FALSE(error.problem().advice.msgid.empty());
        }
    }
}
