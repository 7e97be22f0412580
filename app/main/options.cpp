// SPDX-License-Identifier: EUPL-1.2
#include "app/main/options.hpp"

#include "app/core/state.hpp"
#include "geo/base/numbers.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <string_view>

namespace app {
namespace {

constexpr int k_wrong_usage = 2;

bool parse_size(const std::string& text, Options& options) {
    const auto cross = text.find('x');
    if (cross == std::string::npos) return false;
    try {
        options.width = std::stoi(text.substr(0, cross));
        options.height = std::stoi(text.substr(cross + 1));
    } catch (const std::exception&) {
        return false;
    }
    constexpr int smallest = 320, largest = 8192;
    return options.width >= smallest && options.height >= smallest && options.width <= largest &&
           options.height <= largest;
}

/// A range lets through what is no number.
std::string finite(std::string& text) { return base::parse_number(text) ? "" : base::tr("This is no number."); }

struct Words {
    std::string size, language, theme, now;
};

/// @returns what is wrong, empty when nothing is
std::string take(const Words& words, Options& options) {
    options.language = base::language_of_locale();
    if (!words.language.empty() && !base::parse_language(words.language, options.language))
        return base::tr("--language takes nl or en.");
    options.says_language = !words.language.empty();
    base::set_language(options.language);
    if (!words.size.empty() && !parse_size(words.size, options))
        return base::tr("--size takes a width and a height, for example 1600x1000.");
    if (!words.theme.empty()) {
        const auto theme = parse_theme(words.theme);
        if (!theme) return base::tr("--theme takes light, dark, contrast or sunlight.");
        options.theme = *theme;
    }
    if (words.now.empty()) return {};
    options.now = base::parse_time(words.now);
    return options.now ? "" : base::tr("--now takes a time such as 2026-11-22T09:30:00Z.");
}

}  // namespace

Parsed parse_options(int argc, char** argv) {
    Parsed parsed;
    auto& options = parsed.options;
    Words words;
    CLI::App program(base::tr("Doorgang: find and remove what keeps people out of public space."), "doorgang");
    program.add_option("files", options.files, base::tr("A dossier, or sources to show as layers"));
    program.add_flag("--headless", options.headless, base::tr("Draw without a display"));
    program.add_option("--script", options.script, base::tr("Steps to carry out, one a line"));
    program.add_option("--shot", options.shot,
                       base::tr("Write a picture of the window when everything is there, then end"));
    program.add_option("--size", words.size, base::tr("Size of the window, for example 1600x1000"));
    program.add_option("--scale", options.scale, base::tr("Size of text and controls"))
        ->check(CLI::Range(0.5, 4.0) & CLI::Validator(finite, "finite"));
    program.add_option("--timings", options.timings, base::tr("Write how long frames took, as JSON"));
    program.add_option("--language", words.language, base::tr("nl or en"));
    program.add_option("--theme", words.theme, base::tr("light, dark, contrast or sunlight"));
    program.add_option("--now", words.now, base::tr("Pretend that it is this time, for pictures that stay the same"));
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        parsed.exit_code = program.exit(error) == 0 ? 0 : k_wrong_usage;
        return parsed;
    }
    if (const auto wrong = take(words, options); !wrong.empty()) {
        std::fprintf(stderr, "%s\n", wrong.c_str());
        parsed.exit_code = k_wrong_usage;
    }
    return parsed;
}

}  // namespace app
