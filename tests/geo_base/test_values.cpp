// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/clock.hpp"
#include "geo/base/ids.hpp"
#include "geo/base/letters.hpp"
#include "geo/base/numbers.hpp"
#include "tests/support/catch.hpp"

#include <set>

using base::Language;

TEST_CASE("Times are written with milliseconds and Z, and read back with any offset", "[base][clock]") {
    auto time = base::parse_time("2026-11-22T10:30:00+01:00");
    REQUIRE(time);
    CHECK(base::to_iso(*time) == "2026-11-22T09:30:00.000Z");
    CHECK(base::parse_time("2026-11-22T09:30:00.000Z") == time);
    CHECK(base::parse_time("2026-11-22T09:30Z") == time);
    CHECK_FALSE(base::parse_time("22-11-2026"));
    CHECK_FALSE(base::parse_time("2026-11-22T09:30:00Z and more"));
}

TEST_CASE("A date is a real day of the calendar", "[base][clock]") {
    CHECK(base::is_date("2024-02-29"));
    CHECK_FALSE(base::is_date("2026-02-29"));
    CHECK_FALSE(base::is_date("2026-2-1"));
    CHECK_FALSE(base::is_date("2026-11-22T00:00"));
}

TEST_CASE("People read dates in their own language and in local time", "[base][clock]") {
    CHECK(base::date_for_people("2026-11-22", Language::dutch) == "22 november 2026");
    CHECK(base::date_for_people("2026-11-22", Language::english) == "22 November 2026");
    auto summer_evening = *base::parse_time("2026-07-01T22:30:00Z");
    CHECK(base::time_for_people(summer_evening, Language::dutch) == "2 juli 2026 00:30");
    CHECK(base::local_date(summer_evening) == "2026-07-02");
}

TEST_CASE("Ids made after each other sort after each other and never repeat", "[base][ids]") {
    auto ids = base::time_ordered_ids(base::system_clock());
    std::set<std::string> seen;
    std::string last;
    for (int i = 0; i < 2000; ++i) {
        auto id = ids();
        REQUIRE(base::is_uuid(id));
        REQUIRE(id[14] == '7');
        REQUIRE(seen.insert(id).second);
        last = id;
    }
    CHECK_FALSE(base::is_uuid("not-a-uuid"));
}

TEST_CASE("The same seed gives the same ids in ascending order", "[base][ids]") {
    auto begin = *base::parse_time("2026-01-01");
    auto a = base::seeded_ids(7, begin), b = base::seeded_ids(7, begin);
    std::string last;
    for (int i = 0; i < 10000; ++i) {
        auto id = a();
        REQUIRE(id == b());
        REQUIRE(last < id);
        last = id;
    }
}

TEST_CASE("SHA-256 is the one of the standard", "[base][ids]") {
    CHECK(base::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("Numbers for files never depend on a language, numbers for people do", "[base][numbers]") {
    CHECK(base::number_for_files(1.32) == "1.32");
    CHECK(base::number_for_files(52.1601234567, 7) == "52.1601235");
    CHECK(base::number_for_files(-0.00000001, 7) == "0");
    CHECK(base::number_for_people(1.2, 2, Language::dutch) == "1,20");
    CHECK(base::number_for_people(1234567.5, 1, Language::english) == "1\u202F234\u202F567.5");
    CHECK(base::parse_number("1,5", true) == 1.5);
    CHECK_FALSE(base::parse_number("1,5"));
    CHECK_FALSE(base::parse_number("nan"));
    CHECK_FALSE(base::parse_number("1.5m"));
}

TEST_CASE("A value is shown with as many decimals as its accuracy carries", "[base][numbers]") {
    CHECK(base::decimals_for_accuracy(0.1, 2) == 1);
    CHECK(base::decimals_for_accuracy(0.05, 2) == 2);
    CHECK(base::decimals_for_accuracy(0.01, 3) == 2);
    CHECK(base::decimals_for_accuracy(5, 3) == 0);
    CHECK(base::decimals_for_accuracy(0, 3) == 3);
}

TEST_CASE("Names that computers gave are compared in small letters, others keep theirs", "[base][letters]") {
    CHECK(base::small_letters("Wegdeel.SHP") == "wegdeel.shp");
    CHECK(base::small_letters("Ééndagsmarkt") == "Ééndagsmarkt");
}

TEST_CASE("A text is shortened between letters, and only when it is too long", "[base][letters]") {
    CHECK(base::shortened("één", 3) == "één");
    CHECK(base::shortened("éénvoudig", 4) == "één…");
    CHECK(base::shortened("ab", 1) == "…");
    CHECK(base::shortened("", 3).empty());
}
