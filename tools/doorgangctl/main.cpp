// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <algorithm>
#include <array>
#include <iostream>

namespace {

// Looked for before parsing, because the help is in that language too.
base::Language language_asked_for(int argc, char** argv) {
    auto language = base::language_of_locale();
    for (int i = 1; i < argc; ++i) {
        std::string_view argument(argv[i]);
        if (argument == "--language" && i + 1 < argc) base::parse_language(argv[i + 1], language);
        if (argument.starts_with("--language=")) base::parse_language(argument.substr(11), language);
    }
    return language;
}

// What was typed wrongly, apart from anything in a file.
bool is_usage(const base::Problem& problem) {
    static constexpr std::array codes{"place-broken", "place-missing", "wkt-broken",  "set-broken",
                                      "crs-unknown",  "export-format", "date-broken", "edit-nothing"};
    return problem.code.starts_with("measure-") || problem.code.starts_with("measurement-") ||
           std::find(codes.begin(), codes.end(), problem.code) != codes.end();
}

/// The boundary of the program: whatever leaves a verb becomes one sentence and an exit code.
int run(const std::function<int()>& verb) {
    try {
        return verb();
    } catch (const base::Refusal& refusal) {
        std::cerr << base::say(refusal.problem()) << "\n";
        return is_usage(refusal.problem()) ? ctl::Exit::usage : ctl::Exit::refused;
    } catch (const base::Error& error) {
        std::cerr << base::say(error.problem()) << "\n";
        if (is_usage(error.problem())) return ctl::Exit::usage;
        if (!error.problem().detail.empty()) std::cerr << "  [" << error.problem().detail << "]\n";
        return ctl::Exit::failed;
    } catch (const std::exception& error) {
        std::cerr << base::tr("Something went wrong that Doorgang did not expect; nothing half done was kept.")
                  << "\n  [" << error.what() << "]\n";
        return ctl::Exit::failed;
    }
}

}  // namespace

int main(int argc, char** argv) {
    base::load_texts(base::assets_folder() / "texts");
    base::set_language(language_asked_for(argc, argv));

    CLI::App app{base::tr("Doorgang: find and remove what keeps people out."), "doorgangctl"};
    app.set_version_flag("--version", DOORGANG_VERSION);
    std::string language;
    app.add_option("--language", language, base::tr("Language of texts: nl or en"))->check(CLI::IsMember({"nl", "en"}));
    app.require_subcommand(1);
    app.fallthrough();
    ctl::Call call;
    for (auto add : ctl::verbs()) add(app, call);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        return app.exit(fault) == 0 ? ctl::Exit::done : ctl::Exit::usage;
    }
    auto code = run(call.run);
    std::cout.flush();
    if (std::cout) return code;
    std::cerr << base::tr("The answer could not be written out; check the disk or the program that reads it.") << "\n";
    return ctl::Exit::failed;
}
