// SPDX-License-Identifier: EUPL-1.2
#include "app/core/script.hpp"

#include "geo/base/numbers.hpp"

#include <array>
#include <cctype>

namespace app {

struct VerbTable {
    std::string_view name;
    std::size_t least, most;  ///< words after the verb
    ScriptPlayer::Verb verb;

    static const VerbTable* find(const std::string& name);
};

const VerbTable* VerbTable::find(const std::string& name) {
    static constexpr std::array verbs{
        VerbTable{"layer", 1, 3, &ScriptPlayer::layer},   VerbTable{"open", 1, 1, &ScriptPlayer::open},
        VerbTable{"fit", 0, 1, &ScriptPlayer::fit},       VerbTable{"view", 3, 3, &ScriptPlayer::view},
        VerbTable{"pan", 3, 3, &ScriptPlayer::pan},       VerbTable{"zoom", 2, 2, &ScriptPlayer::zoom},
        VerbTable{"settle", 0, 0, &ScriptPlayer::settle}, VerbTable{"mode", 1, 1, &ScriptPlayer::mode},
        VerbTable{"click", 1, 1, &ScriptPlayer::click},   VerbTable{"map", 2, 2, &ScriptPlayer::map},
        VerbTable{"type", 2, 2, &ScriptPlayer::type},     VerbTable{"key", 1, 1, &ScriptPlayer::key},
        VerbTable{"drop", 1, 1, &ScriptPlayer::drop},     VerbTable{"expect", 2, 2, &ScriptPlayer::expect},
        VerbTable{"shot", 1, 1, &ScriptPlayer::shot},     VerbTable{"wait", 1, 1, &ScriptPlayer::wait},
        VerbTable{"do", 1, 8, &ScriptPlayer::perform},    VerbTable{"quit", 0, 0, &ScriptPlayer::quit},
    };
    for (const auto& verb : verbs)
        if (verb.name == name) return &verb;
    return nullptr;
}

namespace {

[[noreturn]] void broken(const std::string& file, int line, base::Text message) {
    base::Problem problem{.code = "script-broken", .message = std::move(message)};
    problem.where.file = file + ":" + std::to_string(line);
    throw base::Error(problem);
}

std::vector<std::string> words_of(std::string_view line, const std::string& file, int number) {
    std::vector<std::string> words;
    std::size_t i = 0;
    while (i < line.size()) {
        if (std::isspace(static_cast<unsigned char>(line[i]))) {
            ++i;
            continue;
        }
        if (line[i] == '#') break;
        std::string word;
        if (line[i] == '"') {
            const auto end = line.find('"', i + 1);
            if (end == std::string_view::npos) broken(file, number, base::text("A quote is not closed."));
            word = line.substr(i + 1, end - i - 1);
            i = end + 1;
        } else {
            while (i < line.size() && !std::isspace(static_cast<unsigned char>(line[i]))) word += line[i++];
        }
        words.push_back(std::move(word));
    }
    return words;
}

}  // namespace

std::vector<ScriptStep> parse_script(std::string_view text, const std::string& file) {
    std::vector<ScriptStep> steps;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto words = words_of(text.substr(0, end), file, number);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (words.empty()) continue;
        const auto* verb = VerbTable::find(words.front());
        if (!verb) broken(file, number, base::text("“{word}” is no step of a script.", {{"word", words.front()}}));
        if (words.size() - 1 < verb->least || words.size() - 1 > verb->most)
            broken(file, number,
                   base::text("“{word}” has too few or too many words after it.", {{"word", words.front()}}));
        steps.push_back({number, std::move(words)});
    }
    return steps;
}

ScriptPlayer::ScriptPlayer(std::vector<ScriptStep> steps, std::string file, ScriptHost& host)
    : steps_(std::move(steps)), file_(std::move(file)), host_(host) {}

ScriptPlayer::Result ScriptPlayer::advance() {
    if (!host_.input_taken()) return Result::running;
    // Several steps in one frame are fine as long as none of them needs what the frame brings.
    while (now_ < steps_.size()) {
        const auto& step = steps_[now_];
        if (begun_ != now_ + 1) began_ = host_.seconds();
        begun_ = now_ + 1;
        const auto* verb = VerbTable::find(step.words.front());
        if (!(this->*verb->verb)(step.words)) {
            ++phase_;
            return Result::running;
        }
        ++now_;
        phase_ = 0;
        if (!host_.input_taken()) return Result::running;
    }
    return Result::finished;
}

void ScriptPlayer::fail(base::Text message) const {
    base::Problem problem{.code = "script-failed", .message = std::move(message)};
    problem.where.file = file_ + ":" + std::to_string(steps_[now_].line);
    throw base::Error(problem);
}

bool ScriptPlayer::waited_too_long() const {
    constexpr double patience_seconds = 10;
    return host_.seconds() - began_ > patience_seconds;
}

std::filesystem::path ScriptPlayer::path_of(const std::string& word) const { return std::filesystem::path(word); }

}  // namespace app
