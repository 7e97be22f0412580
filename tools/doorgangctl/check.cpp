// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/describe.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iostream>

namespace ctl {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::string dossier;
    bool json = false;
};

// What other programs may do to a dossier without harm, and what a person can still bring: remarks, no damage.
bool is_harmless(const base::Remark& remark) {
    static constexpr std::array harmless{"row-outside",   "uuid-missing", "uuid-double",
                                         "photo-missing", "link-ids",     "time-format"};
    return std::find(harmless.begin(), harmless.end(), remark.problem.code) != harmless.end();
}

ordered_json json_of(const audit::CheckReport& report) {
    auto problems = ordered_json::array();
    for (const auto& remark : report.problems.remarks())
        problems.push_back({{"code", remark.problem.code},
                            {"count", remark.count},
                            {"first", remark.first},
                            {"message", base::say(remark.problem)}});
    return {{"ok", report.problems.empty()},
            {"findings", report.findings},
            {"journal_entries", report.journal_entries},
            {"photos", report.photos},
            {"problems", problems}};
}

void print(const audit::CheckReport& report) {
    say_remarks(report.problems);
    if (!report.problems.empty()) return;
    std::cout << base::say(
                     base::text("All is well: {findings} findings, {entries} entries in the journal, {photos} photos.",
                                {{"findings", std::to_string(report.findings)},
                                 {"entries", std::to_string(report.journal_entries)},
                                 {"photos", std::to_string(report.photos)}}))
              << "\n";
}

int exit_code(const base::Problems& problems) {
    if (problems.empty()) return Exit::done;
    const auto& remarks = problems.remarks();
    return std::all_of(remarks.begin(), remarks.end(), is_harmless) ? Exit::done_with_remarks : Exit::failed;
}

int run(const Options& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author(), audit::Dossier::Access::read);
    auto report = dossier.check();
    answer(
        options.json, [&] { return json_of(report); }, [&] { print(report); });
    return exit_code(report.problems);
}

}  // namespace

void add_check(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("check", base::tr("Verify the dossier: GeoPackage rules, journal, links, photos"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_flag("--json", options->json);
    on_call(*verb, call, options, run);
}

}  // namespace ctl
