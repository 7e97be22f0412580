// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/arrange.hpp"
#include "tests/audit_query/made.hpp"
#include "tests/support/catch.hpp"

using audit::Finding;
using audit::GroupKey;
using audit::Severity;
using audit::SortKey;
using audit::Status;

namespace {

const audit::Catalogue k_catalogue = made::catalogue();

struct Made {
    std::string uuid, category, date, changed;
    std::optional<Severity> severity{};
    Status status = Status::open;
};

std::vector<std::shared_ptr<const Finding>> findings_of(const std::vector<Made>& rows) {
    std::vector<std::shared_ptr<const Finding>> out;
    for (const auto& row : rows)
        out.push_back(std::make_shared<Finding>(made::finding_with([&](Finding& f) {
            f.uuid = row.uuid;
            f.category = row.category;
            f.date = row.date;
            f.changed = row.changed;
            f.severity = row.severity;
            f.status = row.status;
        })));
    return out;
}

const std::vector<Made> k_rows{
    {"a", "terrace-passage", "2026-01-02", "3", Severity::attention, Status::verified},
    {"b", "object-on-footway", "2026-01-01", "1", Severity::blocking, Status::open},
    {"c", "gone", "2026-01-02", "2", std::nullopt, Status::dropped},
};

std::string sorted_by(SortKey key, bool descending, base::Language language = base::Language::english) {
    auto findings = findings_of({k_rows[2], k_rows[0], k_rows[1]});
    audit::sort_findings(findings, {key, descending}, k_catalogue, language);
    std::string order;
    for (const auto& finding : findings) order += finding->uuid;
    return order;
}

std::string told(GroupKey key, const std::vector<Finding>& findings) {
    audit::Counter counter(key);
    for (const auto& finding : findings) counter.add(finding);
    std::string out;
    for (const auto& group : counter.groups(k_catalogue, base::Language::english))
        out += "[" + group.key + "|" + group.label + "|" + std::to_string(group.count.all) + "/" +
               std::to_string(group.count.open) + "/" + std::to_string(group.count.solved) + "]";
    return out;
}

template <class Value>
std::string group_of(Value value, const std::string& counts) {
    return "[" + std::string(word_of(value)) + "|" + base::say(label_of(value), base::Language::english) + "|" +
           counts + "]";
}

}  // namespace

TEST_CASE("Findings sort by every key in both directions, and by uuid among equals", "[audit][query]") {
    CHECK(sorted_by(SortKey::date, true) == "acb");
    CHECK(sorted_by(SortKey::date, false) == "bac");
    CHECK(sorted_by(SortKey::severity, true) == "bac");
    CHECK(sorted_by(SortKey::severity, false) == "cab");
    CHECK(sorted_by(SortKey::status, false) == "bac");
    CHECK(sorted_by(SortKey::changed, true) == "acb");
}

TEST_CASE("Categories sort by the label people read", "[audit][query]") {
    CHECK(sorted_by(SortKey::category, false) == "bac");
    CHECK(sorted_by(SortKey::category, false, base::Language::dutch) == "abc");
}

TEST_CASE("Groups count what is open and solved, dropped ones are neither", "[audit][query]") {
    std::vector<Finding> findings;
    for (auto status :
         {Status::open, Status::in_progress, Status::solved, Status::verified, Status::dropped, Status::open})
        findings.push_back(made::finding_with([&](Finding& f) { f.status = status; }));
    CHECK(told(GroupKey::status, findings) ==
          group_of(Status::open, "2/2/0") + group_of(Status::in_progress, "1/1/0") + group_of(Status::solved, "1/0/1") +
              group_of(Status::verified, "1/0/1") + group_of(Status::dropped, "1/0/0"));
    CHECK(told(GroupKey::severity, findings) == group_of(Severity::hindering, "6/3/2"));
}

TEST_CASE("Groups keep the order of severity, catalogue and agenda; unknown ones follow and none comes last",
          "[audit][query]") {
    auto with = [](std::optional<Severity> severity, std::string category, std::vector<std::string> goals,
                   std::string district) {
        return made::finding_with([&](Finding& f) {
            f.severity = severity;
            f.category = category;
            f.goals = goals;
            f.district = district;
        });
    };
    std::vector<Finding> findings{with(std::nullopt, "zz", {}, ""),
                                  with(Severity::attention, "object-on-footway", {"LIA-T2", "LIA-T1"}, "Oost"),
                                  with(Severity::blocking, "terrace-passage", {"OLD", "LIA-T1"}, "élan")};
    CHECK(told(GroupKey::severity, findings) ==
          group_of(Severity::blocking, "1/1/0") + group_of(Severity::attention, "1/1/0") + "[|No severity|1/1/0]");
    CHECK(told(GroupKey::category, findings) ==
          "[terrace-passage|Terrace leaves too little|1/1/0][object-on-footway|Object on the "
          "footway|1/1/0][zz|zz|1/1/0]");
    CHECK(told(GroupKey::goal, findings) ==
          "[LIA-T1|Free footways|2/2/0][LIA-T2|Free doors; everywhere|1/1/0][OLD|OLD|1/1/0][|No goal|1/1/0]");
    CHECK(told(GroupKey::district, findings) == "[élan|élan|1/1/0][Oost|Oost|1/1/0][|No district|1/1/0]");
}

TEST_CASE("Goals know their findings", "[audit][query]") {
    audit::GoalTally tally;
    tally.add(made::finding_with([](Finding& f) {
        f.uuid = "a";
        f.goals = {"LIA-T1", "LIA-T2"};
    }));
    tally.add(made::finding_with([](Finding& f) {
        f.uuid = "b";
        f.status = Status::solved;
    }));
    CHECK(tally.of("LIA-T1").findings == std::vector<std::string>{"a", "b"});
    CHECK(tally.of("LIA-T1").count == audit::Count{2, 1, 1});
    CHECK(tally.of("LIA-T2").findings == std::vector<std::string>{"a"});
    CHECK(tally.of("LIA-T3").findings.empty());
}
