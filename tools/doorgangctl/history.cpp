// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/describe.hpp"
#include "tools/doorgangctl/reading.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace ctl {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::string dossier, uuid;
    bool json = false;
};

ordered_json json_of(const audit::HistoryEntry& entry) {
    ordered_json changes = ordered_json::object();
    for (const auto& [field, before, after] : entry.changes)
        changes[field] = {ordered_json::parse(before), ordered_json::parse(after)};
    return {{"device", entry.device}, {"seq", entry.seq},         {"time", entry.time},
            {"person", entry.person}, {"command", entry.command}, {"table", entry.table},
            {"row", entry.row},       {"changes", changes},       {"outside", entry.outside}};
}

ordered_json json_of(const std::vector<audit::HistoryEntry>& history) {
    auto all = ordered_json::array();
    for (const auto& entry : history) all.push_back(json_of(entry));
    return all;
}

std::string brief(const std::string& json_text) {
    constexpr std::size_t k_enough = 60;
    return json_text.size() <= k_enough ? json_text : json_text.substr(0, k_enough) + "…";
}

void print(const audit::HistoryEntry& entry) {
    auto time = base::parse_time(entry.time);
    std::cout << (time ? base::time_for_people(*time, base::language()) : entry.time) << "  " << entry.person << "  "
              << base::say(audit::label_of_action(entry.command)) << "  " << entry.table << " " << entry.row << "\n";
    for (const auto& [field, before, after] : entry.changes)
        std::cout << "    " << field << ": " << brief(before) << " → " << brief(after) << "\n";
}

int run(const Options& options) {
    auto dossier = open_to_read(options.dossier);
    auto history = dossier.history(options.uuid);
    if (history.empty())
        throw base::Refusal(
            {.code = "history-unknown",
             .message = base::text("The journal knows nothing of {uuid}.", {{"uuid", options.uuid}}),
             .advice = base::text("“list” shows the findings there are, “history” without uuid everything.")});
    auto print_all = [&] {
        for (const auto& entry : history) print(entry);
    };
    answer(
        options.json, [&] { return json_of(history); }, print_all);
    return Exit::done;
}

}  // namespace

void add_history(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("history", base::tr("Who changed what, and when"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("UUID", options->uuid, base::tr("Only of this finding"));
    verb->add_flag("--json", options->json);
    on_call(*verb, call, options, run);
}

}  // namespace ctl
