// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/demo.hpp"

#include "geo/base/numbers.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <iostream>

namespace ctl {
namespace {

/// Fewer features than one neighbourhood has cannot be hit; more were never tried.
constexpr std::int64_t k_fewest = 1'000, k_most = 10'000'000, k_most_findings = 1'000'000;

struct Options {
    std::string folder, size = "small";
    std::int64_t features = 0, findings = 0;
    std::uint64_t seed = 1;
};

int run(const Options& options) {
    auto size = audit::demo::parse_size(options.size);
    auto features = options.features > 0 ? options.features : audit::demo::features_of(*size);
    auto demo = audit::demo::make_demo(options.folder,
                                       {.features = features, .seed = options.seed, .findings = options.findings});
    auto say_count = [](std::int64_t count) {
        return base::number_for_people(static_cast<double>(count), 0, base::language());
    };
    std::cout << base::say(base::text("Demo city with {features} features and {findings} findings: {folder}",
                                      {{"features", say_count(demo.city.features)},
                                       {"findings", say_count(demo.findings)},
                                       {"folder", options.folder}}))
              << std::endl;
    return Exit::done;
}

}  // namespace

void add_demo(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("demo", base::tr("Make a made-up city with a dossier of findings"));
    verb->add_option("FOLDER", options->folder, base::tr("Where city.gpkg and dossier.gpkg come"))->required();
    auto* size =
        verb->add_option("--size", options->size, base::tr("small: an inner city, city: a city, metro: a region"))
            ->check(CLI::IsMember({"small", "city", "metro"}))
            ->capture_default_str();
    verb->add_option("--features", options->features, base::tr("About so many features"))
        ->check(CLI::Range(k_fewest, k_most))
        ->excludes(size);
    verb->add_option("--findings", options->findings,
                     base::tr("About so many findings, as far as the city has places for them"))
        ->check(CLI::Range(std::int64_t{1}, k_most_findings));
    verb->add_option("--seed", options->seed, base::tr("Another seed, another city"))->capture_default_str();
    on_call(*verb, call, options, run);
}

}  // namespace ctl
