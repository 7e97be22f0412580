// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/exchange/exporters.hpp"
#include "geo/base/files.hpp"
#include "tests/audit_query/made.hpp"
#include "tests/support/support.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace made {

inline audit::FindingFeed feed(std::vector<audit::Finding> findings, const geo::Crs& crs = geo::rd_new()) {
    return {.crs = crs,
            .catalogue = std::make_shared<audit::Catalogue>(catalogue()),
            .for_each = [all = std::move(findings)](const std::function<void(const audit::Finding&)>& use) {
                for (const auto& finding : all) use(finding);
            }};
}

struct File {
    std::string text;
    audit::Exported exported;
};

/// What an exporter writes for these findings.
inline File exported(const std::string& format, const audit::FindingFeed& from,
                     const audit::ExportOptions& options = {}) {
    test::TemporaryFolder folder;
    auto out = folder / ("out." + format);
    auto result = audit::export_findings(audit::exporter_named(format), out, from, options);
    return {base::read_file(out), std::move(result)};
}

/// Texts that have broken somebody's exporter.
inline std::vector<std::string> hostile_texts() {
    return {"",
            "\"quoted\" \\ back/slash",
            "line\nline\r\nline\ttab",
            "; , | semicolon",
            "=1+1",
            "'=1+1",
            "''@x",
            "+31 71 516 5165",
            "-5",
            "-5 cm",
            "@SUM(A1)",
            "\t=1",
            "'t Park",
            " spaces ",
            "🚲 fiets 👩‍🦽",
            "\u202Eright to left \u05D0\u05D1",
            "line\u2028separator",
            "{\"json\":[1]}",
            "</script><b>",
            std::string(1 << 20, 'x') + "é"};
}

}  // namespace made
