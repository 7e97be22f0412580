// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/label_placer.hpp"

#include "app/scene/clusters.hpp"
#include "app/scene/distance.hpp"
#include "app/scene/label_ways.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <unordered_map>

namespace app {
namespace {

/// Style pixels.
constexpr double k_margin = 3;              ///< between two names
constexpr double k_repeat = 420;            ///< from one name of a street to the next
constexpr double k_same_name = 260;         ///< the same name does not stand nearer to itself
constexpr double k_widest_label = 300;      ///< so that none reaches farther than half a cell out of its own
constexpr double k_beside_point = 9;        ///< from a point to the begin of its name
constexpr std::size_t k_most_tries = 4000;  ///< candidates that a cell looks at

constexpr double k_bucket = 96;

/// What is taken so far, in buckets.
class Taken {
public:
    void add(const LabelPatch& patch) {
        each_bucket(patch, [&](std::uint64_t key) {
            buckets_[key].push_back(patch);
            return false;
        });
    }
    bool is_free(const LabelPatch& patch) {
        return !each_bucket(patch, [&](std::uint64_t key) {
            const auto found = buckets_.find(key);
            return found != buckets_.end() &&
                   std::any_of(found->second.begin(), found->second.end(), [&](const LabelPatch& other) {
                       return patch.min_x < other.max_x && other.min_x < patch.max_x && patch.min_y < other.max_y &&
                              other.min_y < patch.max_y;
                   });
        });
    }

private:
    /// Until one says true. @returns whether one did
    template <class Visit>
    static bool each_bucket(const LabelPatch& patch, Visit visit) {
        const auto at = [](double from) { return static_cast<std::int64_t>(std::floor(from / k_bucket)); };
        for (auto row = at(patch.min_y); row <= at(patch.max_y); ++row)
            for (auto column = at(patch.min_x); column <= at(patch.max_x); ++column)
                if (visit(static_cast<std::uint64_t>(column) << 32U ^ (static_cast<std::uint64_t>(row) & 0xFFFFFFFFU)))
                    return true;
        return false;
    }
    std::unordered_map<std::uint64_t, std::vector<LabelPatch>> buckets_;
};

LabelPatch around(geo::Point middle, double half_width, double half_height) {
    return {middle.x - half_width, middle.y - half_height, middle.x + half_width, middle.y + half_height};
}

/// Fills one cell. Positions are style pixels of the step.
class CellPlacer {
public:
    CellPlacer(const LabelInput& input, const LabelCellPlace& place)
        : input_(input), units_(units_of_step(place.step)), ground_(place.box()), cell_(std::make_shared<LabelCell>()) {
        cell_->place = place;
    }

    void keep_free(const LabelCell& neighbour) {
        for (const auto& patch : neighbour.patches) taken_.add(patch);
        for (const auto& label : neighbour.labels) names_[label.text].push_back(pixels(label.anchor));
    }

    std::shared_ptr<const LabelCell> fill(base::Progress& progress) {
        keep_symbols_free();
        for (const auto& source : input_.sources) {
            progress.report(0);
            fill_from(*source);
        }
        return cell_;
    }

private:
    geo::Point pixels(geo::Point world) const { return {world.x / units_, world.y / units_}; }
    geo::Point world(geo::Point pixel) const { return {pixel.x * units_, pixel.y * units_}; }

    void keep_symbols_free() {
        if (!input_.marks) return;
        constexpr double reach = k_symbol_radius + 1;
        const auto area = ground_.widened(k_widest_label * units_);
        if (input_.clusters)
            for (const auto& one : input_.clusters->all)
                if (area.contains(one.place)) {
                    // Its count stands right of it.
                    const auto at = pixels(one.place);
                    taken_.add({at.x - reach, at.y - reach, at.x + reach + 30, at.y + reach});
                }
        for (const auto item : input_.marks->place_index().in(area)) {
            if (input_.clusters && !input_.clusters->is_alone[item]) continue;
            const auto patch = around(pixels(*input_.marks->place(item)), reach, reach);
            // Where many stand on each other one of them is enough.
            const auto core = around({(patch.min_x + patch.max_x) / 2, (patch.min_y + patch.max_y) / 2}, 2, 2);
            if (taken_.is_free(core)) taken_.add(patch);
        }
    }

    void fill_from(const LabelSource& source) {
        if (units_ > source.widest * std::sqrt(2.0)) return;
        const auto items = source.index->in(ground_);
        std::size_t tries = 0;
        for (const auto item : items) {
            const auto& candidate = source.candidates[item];
            const double width = source.widths[candidate.text];
            if (candidate.size > 0 && candidate.room < width * units_) continue;
            if (width > k_widest_label) continue;
            if (++tries > k_most_tries) break;
            place(source, candidate, width);
        }
    }

    void place(const LabelSource& source, const LabelCandidate& candidate, double width) {
        const std::span<const geo::Point> line(&source.points[candidate.begin], candidate.end - candidate.begin);
        const std::string& text = source.texts[candidate.text];
        if (line.size() >= 2) return place_along(line, text, source.role, width);
        if (!is_ours(line.front()) || is_near_itself(text, pixels(line.front()))) return;
        if (candidate.size > 0)
            place_level(line.front(), text, source.role, width, {0, 0});
        else
            place_beside(line.front(), text, source.role, width);
    }

    bool place_level(geo::Point at, const std::string& text, LabelRole role, double width, geo::Point off) {
        const double height = look_of(role).size * 1.1;
        const auto middle = pixels(at);
        const auto patch = around({middle.x + off.x, middle.y + off.y}, width / 2 + k_margin, height / 2 + k_margin);
        if (!taken_.is_free(patch)) return false;
        take({patch}, {.text = text,
                       .role = role,
                       .anchor = at,
                       .beside = off.x,
                       .above = off.y,
                       .width = static_cast<float>(width)});
        return true;
    }

    /// Right of the point, else left, above or below.
    void place_beside(geo::Point at, const std::string& text, LabelRole role, double width) {
        const double across = width / 2 + k_beside_point, up = look_of(role).size / 2 + k_beside_point;
        const std::array<geo::Point, 4> offs{{{across, 0}, {-across, 0}, {0, up}, {0, -up}}};
        for (const auto off : offs)
            if (place_level(at, text, role, width, off)) return;
    }

    /// A line in style pixels with the way passed at each corner.
    struct Measured {
        std::vector<geo::Point> corners{};
        std::vector<double> passed{};
        double length() const { return passed.back(); }

        /// The corner before this place.
        std::size_t before(double at) const {
            const auto found = std::upper_bound(passed.begin(), passed.end(), at);
            return found == passed.begin() ? 0 : static_cast<std::size_t>(found - passed.begin()) - 1;
        }
        geo::Point point(double at) const {
            const auto i = std::min(before(at), corners.size() - 2);
            const double piece = passed[i + 1] - passed[i], part = piece > 0 ? (at - passed[i]) / piece : 0;
            return {corners[i].x + (corners[i + 1].x - corners[i].x) * part,
                    corners[i].y + (corners[i + 1].y - corners[i].y) * part};
        }
        std::optional<LabelWay> way(double at, double width, double height) const {
            if (at - width / 2 < 0 || at + width / 2 > length()) return std::nullopt;
            const auto first = before(at - width / 2), last = std::min(before(at + width / 2) + 2, corners.size());
            return label_way(std::span(corners).subspan(first, last - first), at - passed[first], width, height);
        }
    };

    Measured measured(std::span<const geo::Point> line) const {
        Measured way;
        way.corners.reserve(line.size());
        way.passed.reserve(line.size());
        double length = 0;
        for (const auto p : line) {
            const auto at = pixels(p);
            if (!way.corners.empty()) length += distance(way.corners.back(), at);
            way.corners.push_back(at);
            way.passed.push_back(length);
        }
        return way;
    }

    void place_along(std::span<const geo::Point> line, const std::string& text, LabelRole role, double width) {
        const auto way = measured(line);
        const int count = std::max(1, static_cast<int>(way.length() / k_repeat));
        const double share = way.length() / count;
        for (int i = 0; i < count; ++i) {
            const double middle = share * (i + 0.5);
            // It belongs to the cell in which its share's middle lies, however far it has to move from there.
            if (is_ours(world(way.point(middle)))) place_on(way, middle, share, text, role, width);
        }
    }

    /// One name of a street, in the middle of its share or where there is room next to that.
    void place_on(const Measured& line, double middle, double share, const std::string& text, LabelRole role,
                  double width) {
        const double height = look_of(role).size, step = std::min(share, k_repeat) * 0.15;
        for (const double off : {0.0, step, -step, 2 * step, -2 * step}) {
            if (is_near_itself(text, line.point(middle + off))) continue;
            const auto way = line.way(middle + off, width, height);
            if (!way) continue;
            const auto patches = patches_along(*way, height);
            if (!std::all_of(patches.begin(), patches.end(), [&](const auto& patch) { return taken_.is_free(patch); }))
                continue;
            return take(patches, label_on(*way, text, role, width));
        }
    }

    PlacedLabel label_on(const LabelWay& way, const std::string& text, LabelRole role, double width) const {
        PlacedLabel label{.text = text, .role = role, .anchor = world(way.middle), .width = static_cast<float>(width)};
        for (const auto p : way.points) label.path.push_back(world(p));
        label.is_straight = way.is_straight;
        return label;
    }

    bool is_ours(geo::Point at) const {
        return at.x >= ground_.min_x && at.x < ground_.max_x && at.y >= ground_.min_y && at.y < ground_.max_y;
    }

    static std::vector<LabelPatch> patches_along(const LabelWay& way, double height) {
        const double half = height * 0.55 + k_margin;
        std::vector<LabelPatch> patches;
        const auto add_piece = [&](geo::Point a, geo::Point b) {
            const int parts = std::max(1, static_cast<int>(distance(a, b) / height));
            for (int i = 0; i < parts; ++i) {
                const double share = (i + 0.5) / parts;
                patches.push_back(around({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share}, half, half));
            }
        };
        for (std::size_t i = 1; i < way.points.size(); ++i) add_piece(way.points[i - 1], way.points[i]);
        patches.push_back(around(way.points.front(), half, half));
        patches.push_back(around(way.points.back(), half, half));
        return patches;
    }

    bool is_near_itself(const std::string& text, geo::Point at) const {
        const auto found = names_.find(text);
        return found != names_.end() && std::any_of(found->second.begin(), found->second.end(), [&](geo::Point other) {
                   return distance(other, at) < k_same_name;
               });
    }

    void take(const std::vector<LabelPatch>& patches, PlacedLabel label) {
        for (const auto& patch : patches) taken_.add(patch);
        cell_->patches.insert(cell_->patches.end(), patches.begin(), patches.end());
        names_[label.text].push_back(pixels(label.anchor));
        cell_->labels.push_back(std::move(label));
    }

    const LabelInput& input_;
    const double units_;
    const geo::Box ground_;
    std::shared_ptr<LabelCell> cell_;
    Taken taken_;
    std::unordered_map<std::string, std::vector<geo::Point>> names_;
};

/// Four kinds of cells, so that neighbours are never of one kind: those of a kind are filled after the lower kinds, and
/// cannot be in each other's way.
int kind_of(const LabelCellPlace& place) { return static_cast<int>((place.column & 1) + 2 * (place.row & 1)); }

class Board {
public:
    Board(const LabelInput& input, LabelCells known, base::Progress progress)
        : input_(input), cells_(std::move(known)), progress_(std::move(progress)) {}

    void need(const LabelCellPlace& place) {
        if (cells_.contains(place)) return;
        CellPlacer placer(input_, place);
        for (const auto& neighbour : neighbours_before(place)) {
            need(neighbour);
            placer.keep_free(*cells_[neighbour]);
        }
        cells_[place] = placer.fill(progress_);
    }
    LabelCells take() { return std::move(cells_); }

private:
    static std::vector<LabelCellPlace> neighbours_before(const LabelCellPlace& place) {
        std::vector<LabelCellPlace> before;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const LabelCellPlace other{place.step, place.column + dx, place.row + dy};
                if (kind_of(other) < kind_of(place)) before.push_back(other);
            }
        return before;
    }

    const LabelInput& input_;
    LabelCells cells_;
    base::Progress progress_;
};

}  // namespace

LabelCells place_labels(const LabelInput& input, const std::vector<LabelCellPlace>& wanted, LabelCells known,
                        base::Progress progress) {
    Board board(input, std::move(known), std::move(progress));
    for (const auto& place : wanted) board.need(place);
    return board.take();
}

}  // namespace app
