// SPDX-License-Identifier: EUPL-1.2
#include "audit/model/verdict.hpp"
#include "tests/support/catch.hpp"

TEST_CASE("The words of files and scripts come back as what they stand for", "[audit][model]") {
    for (auto status : audit::k_statuses) CHECK(audit::parse_status(word_of(status)) == status);
    for (auto severity : audit::k_severities) CHECK(audit::parse_severity(word_of(severity)) == severity);
    for (auto source : audit::k_report_sources) CHECK(audit::parse_report_source(word_of(source)) == source);
    CHECK_FALSE(audit::parse_status("Open"));
    CHECK_FALSE(audit::parse_severity(""));
    CHECK_FALSE(audit::parse_report_source("nobody"));
}

TEST_CASE("The words of files and scripts never change", "[audit][model]") {
    CHECK(word_of(audit::Status::in_progress) == "in-progress");
    CHECK(word_of(audit::Severity::blocking) == "blocking");
    CHECK(word_of(audit::ReportSource::expert) == "expert");
    CHECK(word_of(audit::Outcome::not_tested) == "not-tested");
    CHECK(word_of(audit::Certainty::within_tolerance) == "within-tolerance");
    CHECK(word_of(audit::Basis::indicative) == "indicative");
    CHECK(word_of(audit::Trust::secondary) == "C2");
    CHECK(word_of(audit::Level::preferred) == "preferred");
    CHECK(word_of(audit::Comparison::at_least) == "at_least");
    CHECK(word_of(audit::Provenance::comparable) == "comparable");
}
