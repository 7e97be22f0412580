// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <cstdlib>
#include <iostream>

namespace {

base::Language language_of_locale() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (!value || !*value) continue;
        auto language = base::Language::english;
        base::parse_language(value, language);
        return language;
    }
    return base::Language::english;
}

// Looked for before parsing, because the help is in that language too.
base::Language language_asked_for(int argc, char** argv) {
    auto language = language_of_locale();
    for (int i = 1; i < argc; ++i) {
        std::string_view argument(argv[i]);
        if (argument == "--language" && i + 1 < argc) base::parse_language(argv[i + 1], language);
        if (argument.starts_with("--language=")) base::parse_language(argument.substr(11), language);
    }
    return language;
}

/// The boundary of the program: whatever leaves a verb becomes one sentence and an exit code.
int run(const std::function<int()>& verb) {
    try {
        return verb();
    } catch (const base::Refusal& refusal) {
        std::cerr << base::say(refusal.problem()) << "\n";
        return ctl::Exit::refused;
    } catch (const base::Error& error) {
        std::cerr << base::say(error.problem()) << "\n";
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
    return run(call.run);
}
