// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/fold.hpp"
#include "tests/support/catch.hpp"

using audit::folded;

TEST_CASE("Capitals and accents do not matter", "[audit][query]") {
    CHECK(folded("CAFÉ") == "cafe");
    CHECK(folded("cafe\xCC\x81") == "cafe");
    CHECK(folded("Ĳmuiden ĳ") == "ijmuiden ij");
    CHECK(folded("Œuvre Æ Straße") == "oeuvre ae strasse");
    CHECK(folded("Şişli Łódź Ñandú Ỹ Ạ") == "sisli lodz nandu y a");
    CHECK(folded("A1 × ÷ €") == "a1 × ÷ €");
}

TEST_CASE("What is no Latin letter, and what is no text, stays", "[audit][query]") {
    CHECK(folded("Ελ日本🚲") == "Ελ日本🚲");
    CHECK(folded("a\xFF\xC3") == "a\xFF\xC3");
    CHECK(folded("\xE1\xBA") == "\xE1\xBA");
    CHECK(folded("") == "");
}
