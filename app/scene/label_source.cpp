// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/distance.hpp"
#include "app/scene/label_axis.hpp"
#include "app/scene/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

namespace app {
namespace {

using Line = std::vector<geo::Point>;

double length_of(const Line& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) length += distance(line[i - 1], line[i]);
    return length;
}

/// Joins the pieces of a street at the ends where exactly two of them meet.
class Joiner {
public:
    explicit Joiner(std::vector<Line> pieces) : pieces_(std::move(pieces)), used_(pieces_.size(), false) {
        ends_.reserve(2 * pieces_.size());
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            ends_[pieces_[i].front()].add(i);
            ends_[pieces_[i].back()].add(i);
        }
    }

    std::vector<Line> joined() {
        std::vector<Line> lines;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (used_[i]) continue;
            used_[i] = true;
            auto line = std::move(pieces_[i]);
            while (grow(line)) {
            }
            std::reverse(line.begin(), line.end());
            while (grow(line)) {
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }

private:
    /// The pieces that end at a place.
    struct Meeting {
        std::size_t count = 0;
        std::array<std::size_t, 2> first{};
        void add(std::size_t piece) {
            if (count < first.size()) first[count] = piece;
            ++count;
        }
    };
    struct HashOfPoint {
        std::size_t operator()(geo::Point p) const {
            const std::hash<double> of;
            return of(p.x) * 31 + of(p.y);
        }
    };

    /// Adds the piece that goes on where the line ends. @returns whether there was one
    bool grow(Line& line) {
        const auto& here = ends_.at(line.back());
        if (here.count != here.first.size()) return false;
        for (const auto next : here.first) {
            if (used_[next]) continue;
            used_[next] = true;
            auto piece = std::move(pieces_[next]);
            if (!(piece.front() == line.back())) std::reverse(piece.begin(), piece.end());
            line.insert(line.end(), piece.begin() + 1, piece.end());
            return true;
        }
        return false;
    }

    std::vector<Line> pieces_;
    std::vector<bool> used_;
    std::unordered_map<geo::Point, Meeting, HashOfPoint> ends_;
};

bool is_sound(std::span<const geo::Point> points) {
    return std::all_of(points.begin(), points.end(),
                       [](geo::Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

class SourceBuilder {
public:
    SourceBuilder(const geo::Shapes& shapes, LabelRole role, const LetterWidths& widths)
        : shapes_(shapes), look_(look_of(role)), widths_(widths), source_(std::make_shared<LabelSource>()) {
        source_->role = role;
        source_->widest = look_.widest;
    }

    void add(std::size_t feature, const std::string& name) {
        if (name.empty() || shapes_.boxes[feature].is_empty()) return;
        const auto text = text_of(name);
        if (!text) return;
        const auto first = shapes_.first_part(feature), end = shapes_.feature_ends[feature];
        AreaName best;
        for (auto part = first; part < end;) part = add_part(*text, part, end, best);
        if (!best.line.empty()) add_candidate(*text, best.line, best.size, best.room);
    }

    std::shared_ptr<const LabelSource> finish(base::Progress& progress) {
        for (auto& [text, pieces] : pieces_) {
            for (const auto& line : Joiner(std::move(pieces)).joined()) {
                const double length = length_of(line);
                if (length > 0) add_candidate(text, line, length, length);
            }
            progress.report(1);
        }
        sort();
        return source_;
    }

private:
    /// Place of the text, nothing when none of its letters can be drawn.
    std::optional<std::uint32_t> text_of(const std::string& name) {
        const auto [found, is_new] = numbers_.try_emplace(name, static_cast<std::uint32_t>(source_->texts.size()));
        if (is_new) {
            source_->texts.push_back(name);
            source_->widths.push_back(widths_.width_of(name, look_.cut) * look_.size);
        }
        if (!(source_->widths[found->second] > 0)) return std::nullopt;
        return found->second;
    }

    /// Of several areas only the largest is named. @returns the next part
    std::uint32_t add_part(std::uint32_t text, std::uint32_t part, std::uint32_t end, AreaName& best) {
        const auto points = shapes_.part(part);
        if (shapes_.parts[part] == geo::Part::point) {
            if (is_sound(points) && !points.empty()) add_candidate(text, {points.front()}, 0, 0);
            return part + 1;
        }
        if (shapes_.parts[part] == geo::Part::line) {
            if (points.size() >= 2 && is_sound(points)) pieces_[text].emplace_back(points.begin(), points.end());
            return part + 1;
        }
        std::vector<std::span<const geo::Point>> rings{points};
        bool sound = is_sound(points);
        for (++part; part < end && shapes_.parts[part] == geo::Part::hole; ++part) {
            rings.push_back(shapes_.part(part));
            sound = sound && is_sound(rings.back());
        }
        if (!sound) return part;
        auto name = area_name(rings, look_.follows_lines);
        if (name.size > best.size) best = std::move(name);
        return part;
    }

    void add_candidate(std::uint32_t text, const Line& line, double size, double room) {
        auto& points = source_->points;
        const auto begin = static_cast<std::uint32_t>(points.size());
        points.insert(points.end(), line.begin(), line.end());
        source_->candidates.push_back({text, begin, static_cast<std::uint32_t>(points.size()), size, room});
    }

    void sort() {
        auto& candidates = source_->candidates;
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const auto& a, const auto& b) { return a.size > b.size; });
        auto boxes = std::make_shared<std::vector<geo::Box>>();
        for (const auto& candidate : candidates) {
            geo::Box box;
            for (auto i = candidate.begin; i < candidate.end; ++i) box.grow(source_->points[i]);
            boxes->push_back(box);
        }
        source_->index = std::make_shared<const geo::Index>(std::shared_ptr<const std::vector<geo::Box>>(boxes));
    }

    const geo::Shapes& shapes_;
    const LabelLook look_;
    const LetterWidths& widths_;
    std::shared_ptr<LabelSource> source_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::map<std::uint32_t, std::vector<Line>> pieces_;  ///< lines by their text
};

}  // namespace

std::shared_ptr<const LabelSource> label_source(const geo::Shapes& shapes, const std::vector<std::string>& names,
                                                LabelRole role, const LetterWidths& widths, base::Progress progress) {
    SourceBuilder builder(shapes, role, widths);
    const std::size_t count = std::min(shapes.size(), names.size());
    for (std::size_t i = 0; i < count; ++i) {
        builder.add(i, names[i]);
        if (i % 1024 == 0) progress.report(static_cast<double>(i) / static_cast<double>(count));
    }
    return builder.finish(progress);
}

}  // namespace app
