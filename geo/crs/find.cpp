// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/find.hpp"

#include "geo/base/letters.hpp"
#include "geo/crs/proj.hpp"

#include <algorithm>

namespace geo {
namespace {

struct Known {
    CrsEntry entry;
    std::string searched;  ///< number and name in small letters
};

bool is_wanted(const PROJ_CRS_INFO& info) {
    return !info.deprecated && (info.type == PJ_TYPE_PROJECTED_CRS || info.type == PJ_TYPE_GEOGRAPHIC_2D_CRS);
}

std::vector<Known> read_all() {
    std::vector<Known> all;
    int count = 0;
    auto context = proj_context();
    auto** list = proj_get_crs_info_list_from_database(context.get(), "EPSG", nullptr, &count);
    for (int i = 0; i < count; ++i) {
        const auto& info = *list[i];
        if (!is_wanted(info)) continue;
        std::string code = std::string(info.auth_name) + ":" + info.code, name = info.name;
        all.push_back({{code, name}, base::small_letters(code + " " + name)});
    }
    proj_crs_info_list_destroy(list);
    return all;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words{""};
    for (char c : base::small_letters(text))
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    std::erase(words, "");
    return words;
}

}  // namespace

std::vector<CrsEntry> find_crs(std::string_view text, std::size_t most) {
    static const std::vector<Known> all = read_all();
    const auto words = words_of(text);
    std::vector<CrsEntry> found;
    if (words.empty()) return found;
    const bool is_number = words.size() == 1;
    for (const auto& known : all)
        if (is_number && (base::small_letters(known.entry.code) == words[0] ||
                          base::small_letters(known.entry.code) == "epsg:" + words[0]))
            found.push_back(known.entry);
    for (const auto& known : all) {
        if (found.size() >= most) break;
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&](const auto& word) { return known.searched.find(word) != std::string::npos; });
        if (fits && std::find(found.begin(), found.end(), known.entry) == found.end()) found.push_back(known.entry);
    }
    return found;
}

}  // namespace geo
