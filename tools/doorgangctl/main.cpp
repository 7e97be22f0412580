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
    static constexpr std::array codes{"place-broken",  "place-missing", "wkt-broken",   "set-broken", "crs-unknown",
                                      "export-format", "date-broken",   "edit-nothing", "name-empty"};
    return problem.code.starts_with("measure-") || problem.code.starts_with("measurement-") ||
           std::find(codes.begin(), codes.end(), problem.code) != codes.end();
}

std::vector<std::string> names_of_verbs(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(verb->get_name());
    return names;
}

/// The first word that is no option names the verb. @returns it when there is no such verb
std::string unknown_verb(const std::vector<std::string>& verbs, int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        std::string word(argv[i]);
        if (word == "--language") ++i;
        if (!word.starts_with("-"))
            return std::find(verbs.begin(), verbs.end(), word) == verbs.end() ? word : std::string();
    }
    return {};
}

int say_verbs(const std::vector<std::string>& verbs, const std::string& unknown) {
    auto fault = unknown.empty() ? base::text("Say what to do.")
                                 : base::text("There is no command “{verb}”.", {{"verb", unknown}});
    std::string names;
    for (const auto& verb : verbs) names.append(names.empty() ? "" : ", ").append(verb);
    std::cerr << base::say(fault) << " " << base::say(base::text("Choose one of: {verbs}.", {{"verbs", names}})) << " "
              << base::tr("“doorgangctl --help” explains them.") << "\n";
    return ctl::Exit::usage;
}

/// The boundary of the program: whatever leaves a verb becomes one sentence and an exit code.
int run(const std::function<int()>& verb) {
    try {
        return verb();
    } catch (const base::Refusal& refusal) {
        std::cerr << base::say(refusal.problem()) << "\n";
        if (is_usage(refusal.problem())) return ctl::Exit::usage;
        if (!refusal.problem().detail.empty()) std::cerr << "  " << refusal.problem().detail << "\n";
        return ctl::Exit::refused;
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
        auto verbs = names_of_verbs(app);
        auto unknown = unknown_verb(verbs, argc, argv);
        bool named_nothing = app.get_subcommands().empty() && fault.get_name() == "RequiredError";
        if (named_nothing || !unknown.empty()) return say_verbs(verbs, unknown);
        return app.exit(fault) == 0 ? ctl::Exit::done : ctl::Exit::usage;
    }
    auto code = run(call.run);
    std::cout.flush();
    if (std::cout) return code;
    std::cerr << base::tr("The answer could not be written out; check the disk or the program that reads it.") << "\n";
    return ctl::Exit::failed;
}
