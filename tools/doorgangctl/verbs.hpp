// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"
#include "geo/base/problem.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ctl {

/// Exit codes of both programs.
enum Exit : int { done = 0, failed = 1, usage = 2, refused = 3, done_with_remarks = 4 };

/// What the command line asked for: set by the verb that was named, run after parsing.
struct Call {
    std::function<int()> run;
};

/// Wires a subcommand: its options are parsed into `options`, then `run(options)` gives the exit code.
template <class Options>
void on_call(CLI::App& verb, Call& call, std::shared_ptr<Options> options, int (*run)(const Options&)) {
    verb.callback([&call, options, run] { call.run = [options, run] { return run(*options); }; });
}

/// One function a verb, each in its own file, all in the table of verbs.cpp.
void add_new(CLI::App& app, Call& call);
void add_info(CLI::App& app, Call& call);
void add_check(CLI::App& app, Call& call);
void add_probe(CLI::App& app, Call& call);
void add_layer(CLI::App& app, Call& call);
void add_facility(CLI::App& app, Call& call);
void add_record(CLI::App& app, Call& call);
void add_edit(CLI::App& app, Call& call);
void add_status(CLI::App& app, Call& call);
void add_links(CLI::App& app, Call& call);
void add_delete(CLI::App& app, Call& call);
void add_undo(CLI::App& app, Call& call);
void add_history(CLI::App& app, Call& call);
void add_list(CLI::App& app, Call& call);
void add_goals(CLI::App& app, Call& call);
void add_catalogue(CLI::App& app, Call& call);
void add_catalogue_update(CLI::App& catalogue, Call& call);  ///< a verb of `catalogue`
void add_export(CLI::App& app, Call& call);
void add_copy(CLI::App& app, Call& call);
void add_demo(CLI::App& app, Call& call);

/// In the order of the help.
const std::vector<void (*)(CLI::App&, Call&)>& verbs();

/// Remarks go to the error stream, one sentence each. @returns done or done_with_remarks
int say_remarks(const base::Problems& problems);

/// Prints what was done, with the uuid as the last word. @returns the exit code
int say_performed(const audit::Performed& performed);

}  // namespace ctl
