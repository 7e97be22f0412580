// SPDX-License-Identifier: EUPL-1.2
#include "app/core/district_figures.hpp"

#include "geo/base/letters.hpp"
#include "geo/base/numbers.hpp"
#include "geo/crs/transform.hpp"
#include "geo/geometry/area_locator.hpp"

#include <array>
#include <cmath>

namespace app {
namespace {

constexpr std::array<std::pair<std::string_view, DistrictFigure>, 3> k_figures{
    {{"count", DistrictFigure::count},
     {"per_km2", DistrictFigure::per_km2},
     {"per_inhabitant", DistrictFigure::per_inhabitant}}};

/// Where one finding was seen so far.
struct Seen {
    bool inside = false;
    std::optional<std::uint32_t> on_edge_of{};  ///< the first one
};

std::string share_of(std::int64_t findings, double whole) {
    if (!(whole > 0) || !std::isfinite(whole)) return {};
    return base::number_for_files(static_cast<double>(findings) / whole);
}

}  // namespace

std::optional<DistrictFigure> parse_figure(std::string_view word) {
    for (const auto& [name, figure] : k_figures)
        if (name == word) return figure;
    return std::nullopt;
}

std::string_view word_of(DistrictFigure figure) {
    for (const auto& [name, each] : k_figures)
        if (each == figure) return name;
    return {};
}

std::string inhabitants_attribute(const std::vector<std::string>& fields) {
    // CBS: aantal_inwoners and aantalInwoners, in older files AANT_INW.
    for (const std::string_view wanted :
         {"aantal_inwoners", "aantalinwoners", "aant_inw", "inwoners", "inhabitants", "population"})
        for (const auto& field : fields)
            if (base::small_letters(field) == wanted) return field;
    return {};
}

FindingsInAreas findings_in(const geo::Shapes& areas, const MarkLayer& marks, const base::Progress& progress) {
    FindingsInAreas found{.counts = std::vector<std::int64_t>(areas.size(), 0)};
    std::vector<Seen> seen(marks.size());
    for (std::uint32_t area = 0; area < areas.size(); ++area) {
        if (area % 64 == 0) progress.report(static_cast<double>(area) / static_cast<double>(areas.size()));
        const auto near = marks.place_index().in(areas.boxes[area]);
        if (near.empty()) continue;
        const geo::AreaLocator locator(areas.shape(area));
        for (const auto item : near) {
            const auto side = locator.side_of(*marks.place(item));
            if (side == geo::Side::inside) {
                seen[item].inside = true;
                ++found.counts[area];
            } else if (side == geo::Side::edge && !seen[item].on_edge_of) {
                seen[item].on_edge_of = area;
            }
        }
    }
    for (std::uint32_t item = 0; item < marks.size(); ++item) {
        if (!marks.place(item)) continue;
        ++found.findings;
        if (seen[item].inside) continue;
        if (seen[item].on_edge_of)
            ++found.counts[*seen[item].on_edge_of];
        else
            ++found.outside;
    }
    return found;
}

std::vector<std::string> district_figures(DistrictFigure figure, const geo::Layer& layer,
                                          const std::vector<std::int64_t>& findings,
                                          const std::vector<std::string>& inhabitants) {
    constexpr double square_metres = 1e6, people = 1000;
    std::vector<std::string> figures;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (figure == DistrictFigure::count) {
            figures.push_back(std::to_string(findings[i]));
        } else if (figure == DistrictFigure::per_km2) {
            figures.push_back(
                share_of(findings[i], geo::ground_area_m2(layer.crs, layer.shapes.shape(i)) / square_metres));
        } else {
            const auto number = i < inhabitants.size() ? base::parse_number(inhabitants[i], true) : std::nullopt;
            figures.push_back(number ? share_of(findings[i], *number / people) : std::string());
        }
    }
    return figures;
}

}  // namespace app
