// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

enum class Language { english, dutch };

/// "nl" or "en"; anything else is nothing we speak.
bool parse_language(std::string_view code, Language& out);
std::string_view code_of(Language language);

/// A whole sentence that can be said in every language of the program: an English template with named
/// placeholders (`{file}`), and the values for them. Sentences are never pieced together from parts.
struct Text {
    std::string msgid;
    std::vector<std::pair<std::string, std::string>> values{};
    std::string context{};  ///< gettext's msgctxt, where one English word has two Dutch ones

    bool operator==(const Text&) const = default;
};

/// Marks `msgid` for extraction by xgettext (keyword `text`) and binds values to its placeholders.
Text text(std::string_view msgid, std::vector<std::pair<std::string, std::string>> values = {});
Text text_in(std::string_view context, std::string_view msgid,
             std::vector<std::pair<std::string, std::string>> values = {});

/// Dutch where the locale's variables say so, else English.
Language language_of_locale();

/// Reads `folder`/nl.mo. Call once at start, before other threads. A missing file leaves English only.
void load_texts(const std::filesystem::path& folder);

/// The language the person chose. Safe from every thread; changes take effect with the next sentence.
Language language();
void set_language(Language language);

std::string say(const Text& text, Language language);
std::string say(const Text& text);

/// Short for say(text(msgid)): what labels and buttons use.
std::string tr(std::string_view msgid);
std::string tr_in(std::string_view context, std::string_view msgid);

/// Whether `bytes` are well-formed UTF-8.
bool is_utf8(std::string_view bytes);

/// True when the Dutch catalogue holds this msgid: lets a test find untranslated texts.
bool is_translated(const Text& text);

}  // namespace base
