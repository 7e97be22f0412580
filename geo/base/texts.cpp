// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/texts.hpp"

#include <boost/locale.hpp>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <locale>

namespace base {
namespace {

std::atomic<Language> chosen{Language::english};

// Frozen after load_texts(); reading is then safe from every thread.
std::locale& dutch() {
    static std::locale locale = std::locale::classic();
    return locale;
}

std::vector<char> read_all(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string translated(const Text& text, Language language) {
    if (language == Language::english || text.msgid.empty()) return text.msgid;
    if (!std::has_facet<boost::locale::message_format<char>>(dutch())) return text.msgid;
    const auto& catalogue = std::use_facet<boost::locale::message_format<char>>(dutch());
    const char* found = catalogue.get(0, text.context.empty() ? nullptr : text.context.c_str(), text.msgid.c_str());
    return found ? found : text.msgid;
}

}  // namespace

bool parse_language(std::string_view code, Language& out) {
    if (code.starts_with("nl")) return out = Language::dutch, true;
    if (code.starts_with("en")) return out = Language::english, true;
    return false;
}

std::string_view code_of(Language language) { return language == Language::dutch ? "nl" : "en"; }

Text text(std::string_view msgid, std::vector<std::pair<std::string, std::string>> values) {
    return {std::string(msgid), std::move(values), {}};
}

Text text_in(std::string_view context, std::string_view msgid,
             std::vector<std::pair<std::string, std::string>> values) {
    return {std::string(msgid), std::move(values), std::string(context)};
}

Language language_of_locale() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value && *value) return std::string_view(value).starts_with("nl") ? Language::dutch : Language::english;
    }
    return Language::english;
}

void load_texts(const std::filesystem::path& folder) {
    auto file = folder / "nl.mo";
    if (!std::filesystem::exists(file)) return;
    boost::locale::gnu_gettext::messages_info info;
    info.language = "nl";
    info.encoding = "UTF-8";
    info.paths.emplace_back(folder.string());
    info.domains.emplace_back("doorgang");
    // One file serves: no installed locale and no folder layout are needed.
    info.callback = [file](const std::string& /*name*/, const std::string& /*encoding*/) {
        return read_all(file.string());
    };
    dutch() = std::locale(std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info));
}

Language language() { return chosen.load(); }
void set_language(Language language) { chosen.store(language); }

std::string say(const Text& text, Language language) {
    auto sentence = translated(text, language);
    for (std::size_t open = sentence.find('{'); open != std::string::npos; open = sentence.find('{', open)) {
        auto close = sentence.find('}', open);
        if (close == std::string::npos) break;
        auto name = sentence.substr(open + 1, close - open - 1);
        auto next = close + 1;
        for (const auto& [key, value] : text.values) {
            if (key != name) continue;
            sentence.replace(open, close - open + 1, value);
            next = open + value.size();
            break;
        }
        open = next;
    }
    return sentence;
}

std::string say(const Text& text) { return say(text, language()); }
std::string tr(std::string_view msgid) { return say({std::string(msgid), {}, {}}); }
std::string tr_in(std::string_view context, std::string_view msgid) {
    return say({std::string(msgid), {}, std::string(context)});
}

bool is_utf8(std::string_view bytes) {
    try {
        boost::locale::conv::utf_to_utf<char32_t>(bytes.data(), bytes.data() + bytes.size(), boost::locale::conv::stop);
        return true;
    } catch (const boost::locale::conv::conversion_error&) {
        return false;
    }
}

bool is_translated(const Text& text) {
    if (!std::has_facet<boost::locale::message_format<char>>(dutch())) return false;
    const auto& catalogue = std::use_facet<boost::locale::message_format<char>>(dutch());
    return catalogue.get(0, text.context.empty() ? nullptr : text.context.c_str(), text.msgid.c_str()) != nullptr;
}

}  // namespace base
