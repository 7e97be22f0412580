// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <imgui_freetype.h>

#include <array>
#include <string_view>

namespace ui {
namespace {

constexpr std::array<ImWchar, 17> k_letters{0x0020, 0x017F, 0x02C6, 0x02DD, 0x2009, 0x2009, 0x2010, 0x2027, 0x202F,
                                            0x202F, 0x2030, 0x203A, 0x20A0, 0x20BF, 0x2116, 0x2122, 0};
constexpr std::array<ImWchar, 5> k_mathematics{0x2190, 0x2193, 0x2212, 0x2265, 0};
constexpr std::array<ImWchar, 7> k_symbols{0x25A0, 0x25CF, 0x2713, 0x2717, 0x25B2, 0x25C6, 0};
struct Sign {
    std::string_view name;
    const char* utf8;
};

// Font Awesome 4.7.
constexpr std::array k_signs{
    Sign{"plus", "\uF067"},     Sign{"minus", "\uF068"},    Sign{"search", "\uF002"},  Sign{"layers", "\uF0C9"},
    Sign{"eye", "\uF06E"},      Sign{"eye-off", "\uF070"},  Sign{"up", "\uF062"},      Sign{"down", "\uF063"},
    Sign{"left", "\uF060"},     Sign{"right", "\uF061"},    Sign{"trash", "\uF1F8"},   Sign{"pencil", "\uF040"},
    Sign{"check", "\uF00C"},    Sign{"cross", "\uF00D"},    Sign{"undo", "\uF0E2"},    Sign{"redo", "\uF01E"},
    Sign{"help", "\uF128"},     Sign{"warning", "\uF071"},  Sign{"folder", "\uF07B"},  Sign{"file", "\uF016"},
    Sign{"home", "\uF015"},     Sign{"marker", "\uF041"},   Sign{"outline", "\uF248"}, Sign{"list", "\uF03A"},
    Sign{"goal", "\uF140"},     Sign{"settings", "\uF042"}, Sign{"info", "\uF05A"},    Sign{"clock", "\uF017"},
    Sign{"open", "\uF078"},     Sign{"closed", "\uF054"},   Sign{"walk", "\uF21D"},    Sign{"expand", "\uF065"},
    Sign{"language", "\uF1AB"}, Sign{"person", "\uF007"},   Sign{"flag", "\uF024"},    Sign{"map", "\uF278"},
    Sign{"globe", "\uF0AC"},    Sign{"history", "\uF1DA"},  Sign{"link", "\uF0C1"},    Sign{"question", "\uF059"},
    Sign{"dot", "\uF111"},      Sign{"export", "\uF08E"},   Sign{"copy", "\uF0C5"},    Sign{"line", "\uF1E0"},
    Sign{"measure", "\uF07E"},  Sign{"magnet", "\uF076"},   Sign{"photo", "\uF03E"},   Sign{"lock", "\uF023"},
};

/// The signs above and no others: drawing hundreds that nobody sees into the atlas takes longer than all letters.
const ImVector<ImWchar>& icons() {
    static const ImVector<ImWchar> ranges = [] {
        ImFontGlyphRangesBuilder builder;
        for (const auto& sign : k_signs) builder.AddText(sign.utf8);
        ImVector<ImWchar> found;
        builder.BuildRanges(&found);
        return found;
    }();
    return ranges;
}

/// Upwards only: letters keep their shape and distance, and are there in half the time.
constexpr unsigned k_light = ImGuiFreeTypeBuilderFlags_LightHinting;
/// As the typeface itself says, which makes small letters taller.
constexpr unsigned k_own = 0;

void merge(ImFontAtlas& atlas, const std::string& file, float size, const ImWchar* ranges) {
    if (file.empty()) return;
    ImFontConfig config;
    config.FontBuilderFlags = k_light;
    config.MergeMode = true;
    atlas.AddFontFromFileTTF(file.c_str(), size, &config, ranges);
}

ImFont* load(ImFontAtlas& atlas, const char* style, float size, unsigned hinting) {
    const std::string file = font_file("Noto Sans", style);
    ImFontConfig config;
    config.FontBuilderFlags = hinting;
    config.SizePixels = size;
    ImFont* font = file.empty() ? atlas.AddFontDefault(&config)
                                : atlas.AddFontFromFileTTF(file.c_str(), size, &config, k_letters.data());
    merge(atlas, font_file("Noto Sans Math", "Regular"), size, k_mathematics.data());
    merge(atlas, font_file("Noto Sans Symbols2", "Regular"), size, k_symbols.data());
    merge(atlas, font_file("FontAwesome", "Regular"), size, icons().Data);
    return font;
}

}  // namespace

std::string font_file(const char* family, const char* style) {
    std::string found;
    FcPattern* pattern =
        FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, family, FC_STYLE, FcTypeString, style, nullptr);
    FcConfigSubstitute(nullptr, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultNoMatch;
    if (FcPattern* match = FcFontMatch(nullptr, pattern, &result)) {
        FcChar8* file = nullptr;
        FcChar8* name = nullptr;
        // Fontconfig always answers with something; another family would lack the signs we ask for.
        if (FcPatternGetString(match, FC_FAMILY, 0, &name) == FcResultMatch &&
            FcStrCmpIgnoreCase(name, reinterpret_cast<const FcChar8*>(family)) == 0 &&
            FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch)
            found = reinterpret_cast<const char*>(file);
        FcPatternDestroy(match);
    }
    FcPatternDestroy(pattern);
    return found;
}

MadeFonts make_fonts(float scale) {
    MadeFonts made;
    auto& atlas = *made.atlas;
    auto& fonts = made.fonts;
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.TexDesiredWidth = 2048;
    // ImGui's size is the height of a line, Noto's letters fill three quarters of it.
    const auto pixels = [&](float size) { return static_cast<float>(static_cast<int>(size * 1.36F * scale + 0.5F)); };
    fonts.normal = load(atlas, "Regular", pixels(15), k_light);
    fonts.small = load(atlas, "Regular", pixels(13), k_own);
    fonts.strong = load(atlas, "Bold", pixels(15), k_light);
    fonts.heading = load(atlas, "Bold", pixels(18), k_light);
    fonts.title = load(atlas, "Bold", pixels(24), k_light);
    fonts.scale = scale;
    atlas.Build();
    return made;
}

const char* icon(std::string_view name) {
    for (const auto& sign : k_signs)
        if (sign.name == name) return sign.utf8;
    return "";
}

}  // namespace ui
