// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/feed.hpp"
#include "tools/doorgangctl/reading.hpp"
#include "tools/doorgangctl/table.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <iostream>

namespace ctl {
namespace {

struct Options {
    std::string dossier, where;
    bool json = false;
};

constexpr std::size_t k_uuid_width = 36, k_date_width = 10, k_category_width = 26;

void print_json(const audit::FindingFeed& feed, const audit::Matcher& wanted) {
    // A list is for the owner of the dossier, so nothing is left out.
    audit::Wording wording(*feed.catalogue, audit::Audience::internal, base::language());
    std::string line;
    bool is_first = true;
    std::cout << "[";
    feed.for_each([&](const audit::Finding& finding) {
        if (!wanted(finding)) return;
        line = is_first ? "\n" : ",\n";
        is_first = false;
        audit::append_properties_json(line, finding, wording);
        std::cout << line;
    });
    std::cout << "\n]\n";
}

template <class Values>
std::size_t widest_label(const Values& values) {
    std::vector<std::string> labels;
    for (auto value : values) labels.push_back(base::say(label_of(value)));
    return widest(labels);
}

std::string severity_label(const audit::Finding& finding) {
    return finding.severity ? base::say(label_of(*finding.severity)) : std::string();
}

/// The title, and what is agreed about the finding: why it has its status, who must act and by when.
std::string story_of(const audit::Finding& f) {
    std::string story = f.title;
    auto add = [&](const base::Text& sentence) { story += (story.empty() ? "" : " · ") + base::say(sentence); };
    if (!f.status_reason.empty()) add(base::text("reason: {reason}", {{"reason", f.status_reason}}));
    if (!f.responsible.empty()) add(base::text("to be done by: {who}", {{"who", f.responsible}}));
    if (!f.due.empty()) add(base::text("before: {date}", {{"date", f.due}}));
    return story;
}

void print_table(const audit::FindingFeed& feed, const audit::Matcher& wanted) {
    audit::Wording wording(*feed.catalogue, audit::Audience::internal, base::language());
    Table table({{"UUID", k_uuid_width},
                 {base::tr("Date"), k_date_width},
                 {base::tr("Status"), widest_label(audit::k_statuses)},
                 {base::tr("Severity"), widest_label(audit::k_severities)},
                 {base::tr("Category"), k_category_width},
                 {base::tr("Title")}},
                std::cout, line_width());
    std::int64_t count = 0;
    feed.for_each([&](const audit::Finding& f) {
        if (!wanted(f)) return;
        ++count;
        table.add({f.uuid, f.date, base::say(label_of(f.status)), severity_label(f),
                   std::string(wording.label_of_category(f.category)), story_of(f)});
    });
    std::cout << base::say(base::text("Findings: {count}", {{"count", std::to_string(count)}})) << "\n";
}

int run(const Options& options) {
    auto dossier = open_to_read(options.dossier);
    auto feed = feed_of(dossier);
    auto filter = audit::parse_filter(options.where);
    audit::Matcher wanted(filter, *feed.catalogue);
    if (options.json)
        print_json(feed, wanted);
    else
        print_table(feed, wanted);
    return say_unknown(filter, *feed.catalogue);
}

}  // namespace

void add_list(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("list", base::tr("The findings of a dossier"));
    verb->add_option("DOSSIER", options->dossier)->required();
    add_where(*verb, options->where);
    verb->add_flag("--json", options->json);
    on_call(*verb, call, options, run);
}

}  // namespace ctl
