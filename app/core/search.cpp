// SPDX-License-Identifier: EUPL-1.2
#include "app/core/search.hpp"

#include "app/core/findings_list.hpp"
#include "audit/query/fold.hpp"
#include "geo/source/large.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

namespace app {
namespace {

constexpr std::size_t k_most_of_a_kind = 8;

/// How well a text answers the words: 0 not at all, else the larger the better.
int score_of(const std::string& folded, const std::vector<std::string>& words) {
    int score = 1;
    for (const auto& word : words) {
        const auto at = folded.find(word);
        if (at == std::string::npos) return 0;
        if (at == 0)
            score += 4;
        else if (folded[at - 1] == ' ')
            score += 2;
    }
    // Of two that have the words the shorter one is meant more often.
    return score * 1000 - static_cast<int>(std::min<std::size_t>(folded.size(), 900));
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream stream(audit::folded(text));
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

/// Keeps the best few of a kind without keeping all.
class Best {
public:
    void offer(int score, SearchHit hit) {
        if (score <= 0 || (hits_.size() == k_most_of_a_kind && score <= hits_.begin()->first)) return;
        hits_.emplace(score, std::move(hit));
        if (hits_.size() > k_most_of_a_kind) hits_.erase(hits_.begin());
    }
    void give(std::vector<SearchHit>& all) {
        for (auto hit = hits_.rbegin(); hit != hits_.rend(); ++hit) all.push_back(std::move(hit->second));
    }

private:
    std::multimap<int, SearchHit> hits_;
};

void find_actions(const SearchInput& input, const std::vector<std::string>& words, std::vector<SearchHit>& hits) {
    Best best;
    for (const auto& action : input.actions) best.offer(score_of(audit::folded(action.text), words), action);
    best.give(hits);
}

void find_places(const SearchInput& input, const std::vector<std::string>& words, base::Progress progress,
                 std::vector<SearchHit>& hits) {
    if (!input.places) return;
    progress.report(0.2);
    Best best;
    for (const auto& place : input.places->places)
        if (const int score = score_of(place.folded, words))
            best.offer(score, {.kind = SearchHit::Kind::place,
                               .key = place.layer + "/" + place.name,
                               .text = place.name,
                               .beside = place.layer,
                               .box = place.box});
    best.give(hits);
}

void find_findings(const SearchInput& input, const std::vector<std::string>& words, base::Progress progress,
                   std::vector<SearchHit>& hits) {
    Best best;
    const auto& catalogue = *input.snapshot->catalogue;
    constexpr std::size_t between_reports = 1024;
    for (std::size_t i = 0; i < input.snapshot->findings.size(); ++i) {
        if (i % between_reports == 0) progress.report(0.5);
        const auto& finding = *input.snapshot->findings[i];
        const std::string title = title_of(catalogue, finding, input.language);
        const int score = score_of(audit::folded(title + " " + finding.district + " " + finding.notes), words);
        if (score == 0) continue;
        best.offer(score, {.kind = SearchHit::Kind::finding,
                           .key = finding.uuid,
                           .text = title,
                           .beside = texts_of(catalogue, finding, input.language).beside});
    }
    best.give(hits);
}

void find_goals(const SearchInput& input, const std::vector<std::string>& words, std::vector<SearchHit>& hits) {
    Best best;
    for (const auto& agenda : input.snapshot->catalogue->agendas)
        for (const auto& theme : agenda.themes)
            for (const auto& goal : theme.goals) {
                const std::string label = goal.label.in(input.language);
                best.offer(score_of(audit::folded(label + " " + goal.id), words),
                           {.kind = SearchHit::Kind::goal,
                            .key = goal.id,
                            .text = label,
                            .beside = theme.label.in(input.language)});
            }
    best.give(hits);
}

/// Adds the names of one column, each once, with the box of everything that has the name.
void add_names(const NamedLayer& layer, const std::string& field, base::Progress progress,
               std::map<std::string, PlaceNames::Place>& known, PlaceNames& into) {
    const auto add = [&](const std::string& name, const geo::Box& box) {
        if (name.empty()) return;
        auto found = known.find(name);
        if (found == known.end()) {
            into.complete = into.places.size() + known.size() < k_most_places;
            if (!into.complete) return;
            const PlaceNames::Place place{.name = name, .folded = audit::folded(name), .layer = layer.name};
            found = known.emplace(name, place).first;
        }
        found->second.box.grow(box);
    };
    const auto& held = *layer.data->layer;
    if (layer.data->is_by_place) {
        geo::SourceOptions options{.layer = layer.layer};
        if (held.report.crs_from == geo::CrsFrom::given) options.crs = held.report.crs;
        geo::look_through(
            layer.path, options, held.crs, {field},
            [&](geo::Batch batch) {
                for (std::size_t i = 0; i < batch.shapes.size(); ++i) add(batch.values[i][0], batch.shapes.boxes[i]);
            },
            std::move(progress));
        return;
    }
    const auto names = geo::field_of(layer.path, layer.layer, field, std::move(progress));
    for (std::size_t i = 0; i < names.size() && i < held.shapes.size(); ++i) add(names[i], held.shapes.boxes[i]);
}

}  // namespace

bool looks_like_names(std::string_view field) {
    static constexpr std::array parts{"naam",  "name",  "straat", "street",        "label",
                                      "titel", "title", "plaats", "openbareruimte"};
    const std::string folded = audit::folded(field);
    return std::any_of(parts.begin(), parts.end(), [&](const char* part) { return folded.find(part) != folded.npos; });
}

PlaceNames read_place_names(const std::vector<NamedLayer>& layers, base::Progress progress) {
    PlaceNames all;
    for (const auto& layer : layers) {
        auto part = progress.part(1.0 / static_cast<double>(layers.size()));
        std::map<std::string, PlaceNames::Place> known;
        for (const auto& field : layer.data->layer->report.fields) {
            if (!looks_like_names(field)) continue;
            try {
                add_names(layer, field, part, known, all);
            } catch (const base::Error&) {
                continue;  // the layer itself tells what is wrong with its file
            }
        }
        for (auto& [name, place] : known) all.places.push_back(std::move(place));
    }
    std::sort(all.places.begin(), all.places.end(), [](const auto& a, const auto& b) { return a.folded < b.folded; });
    return all;
}

std::vector<SearchHit> find_everything(const SearchInput& input, base::Progress progress) {
    std::vector<SearchHit> hits;
    const auto words = words_of(input.text);
    if (words.empty()) return hits;
    find_actions(input, words, hits);
    find_places(input, words, progress, hits);
    if (!input.snapshot) return hits;
    find_findings(input, words, progress, hits);
    find_goals(input, words, hits);
    return hits;
}

}  // namespace app
