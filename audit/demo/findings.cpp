// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/findings.hpp"

#include "audit/demo/names.hpp"
#include "audit/model/verdict.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace audit::demo {
namespace {

constexpr double k_tape = 0.01;    ///< ± metres
constexpr double k_laser = 0.005;  ///< ± metres

double to_centimetre(double metres) { return std::round(metres * 100) / 100; }
double to_half_centimetre(double metres) { return std::round(metres * 200) / 200; }

Measurement by_tape(const char* quantity, double metres) {
    return {.quantity = quantity, .value = to_centimetre(metres), .unit = "m", .accuracy = k_tape, .method = "tape"};
}

Measurement by_laser(const char* quantity, double metres) {
    return {
        .quantity = quantity, .value = to_half_centimetre(metres), .unit = "m", .accuracy = k_laser, .method = "laser"};
}

Severity severity_of_passage(double metres) {
    return metres < 0.9 ? Severity::blocking : metres < 1.2 ? Severity::hindering : Severity::attention;
}

/// The terrace as it stands: the outer edge `over` metres further out on one side and less on the other.
Line outline_of(const TerraceSpot& spot, double over, double over_other) {
    return {spot.corners[0], spot.corners[1], rounded(spot.corners[2] + spot.outward * over),
            rounded(spot.corners[3] + spot.outward * over_other)};
}

geo::Point nearest_on(geo::Point a, geo::Point b, geo::Point p) {
    auto step = b - a;
    return a + step * std::clamp(dot(p - a, step) / dot(step, step), 0.0, 1.0);
}

/// A value as an inspector may meet it: around what the norm asks, on both sides of it.
double some_value(const Quantity& quantity, const Catalogue& catalogue, Random& random) {
    if (quantity.kind == QuantityKind::yes_no) return random.chance(0.5) ? 1 : 0;
    for (const auto& criterion : catalogue.criteria) {
        if (criterion.quantity != quantity.id || !criterion.threshold || *criterion.threshold <= 0) continue;
        auto asked = convert(*criterion.threshold, criterion.unit, quantity.unit);
        return std::clamp(asked * random.uniform(0.6, 1.5), quantity.smallest, quantity.largest);
    }
    return random.uniform(quantity.smallest, quantity.smallest + (quantity.largest - quantity.smallest) * 0.3);
}

Measurement some_measurement(const Quantity& quantity, const Catalogue& catalogue, Random& random) {
    auto value = some_value(quantity, catalogue, random);
    bool whole = quantity.unit != "m";
    Measurement made{.quantity = quantity.id,
                     .value = whole ? std::round(value) : to_centimetre(value),
                     .unit = quantity.unit,
                     .method = quantity.methods.empty() ? std::string() : quantity.methods.front()};
    made.accuracy = accuracy_of(catalogue, made);
    return made;
}

ReportSource some_source(Random& random) {
    double dice = random.uniform(0, 1);
    return dice < 0.6    ? ReportSource::inspection
           : dice < 0.82 ? ReportSource::resident
           : dice < 0.93 ? ReportSource::expert
                         : ReportSource::network;
}

}  // namespace

Storyteller::Storyteller(const Catalogue& catalogue, SpotSource& spots, std::uint64_t seed)
    : catalogue_(catalogue), spots_(spots), random_(seed) {}

std::string Storyteller::reference(CityLayer layer, std::int64_t fid) const {
    auto uuid = layer_uuid(layer);
    return uuid.empty() || fid <= 0 ? std::string{} : uuid + "/" + std::to_string(fid);
}

std::optional<Story> Storyteller::next(const std::string& date) {
    // Round the catalogue, so that every category comes up; terraces, the commonest, every second time.
    const auto& all = catalogue_.categories;
    for (std::size_t attempt = 0; attempt <= all.size() * 2; ++attempt) {
        auto turn = told_++;
        const auto& category =
            turn % 2 == 0 ? all[(turn / 2) % std::min<std::size_t>(2, all.size())] : all[(turn / 2) % all.size()];
        if (auto story = about(category)) {
            finish(*story, category, date);
            return story;
        }
    }
    return std::nullopt;
}

std::optional<Story> Storyteller::about(const Category& category) {
    if (category.id == "terrace-over-boundary") return terrace_over();
    if (category.id == "terrace-passage") return terrace_passage();
    if (category.id == "object-on-footway") return object_on_footway();
    if (category.id == "entrance-threshold") return threshold();
    return anything(category);
}

void Storyteller::finish(Story& story, const Category& category, const std::string& date) {
    auto& record = story.record;
    record.category = category.id;
    record.date = date;
    record.by = inspector_name(random_);
    record.source = some_source(random_);
    record.district = where_;
    std::erase(record.layer_refs, std::string{});
    if (random_.chance(0.25)) {
        // Some findings concern more than their category's goals.
        auto goals = category.default_goals;
        std::vector<std::string> others;
        for (const auto& agenda : catalogue_.agendas)
            for (const auto& theme : agenda.themes)
                for (const auto& goal : theme.goals) others.push_back(goal.id);
        if (!others.empty()) goals.push_back(others[random_.next() % others.size()]);
        std::sort(goals.begin(), goals.end());
        goals.erase(std::unique(goals.begin(), goals.end()), goals.end());
        record.goals = goals;
    }
    tell_outcome(story, category, random_);
}

std::optional<Story> Storyteller::terrace_over() {
    auto spot = spots_.next_terrace(random_.chance(0.4));
    if (!spot) spot = spots_.next_terrace(false);
    if (!spot) return std::nullopt;
    double most = spot->has_obstacle ? spot->room - 0.4 : 1.4;
    double over = to_centimetre(random_.uniform(0.08, std::max(0.12, most))), other = over * random_.uniform(0.5, 1);
    auto outline = outline_of(*spot, over, other);
    double area = signed_area(outline) - signed_area({spot->corners.begin(), spot->corners.end()});
    Story story;
    story.record.shape = polygon_of(outline);
    story.record.title = "Terras over de grens bij " + spot->business;
    story.record.measurements = {by_tape("overrun-depth", over)};
    story.record.measurements.push_back({.quantity = "overrun-area",
                                         .value = std::round(area * 10) / 10,
                                         .unit = "m2",
                                         .accuracy = 0.1,
                                         .method = "tape"});
    story.record.severity = over > 0.8 ? Severity::hindering : Severity::attention;
    if (spot->has_obstacle) {
        double passage = norm(spot->obstacle - nearest_on(outline[2], outline[3], spot->obstacle));
        story.record.measurements.push_back(by_tape("passage-width", passage));
        story.record.severity = severity_of_passage(passage);
        story.record.notes = "Tussen terras en " + spot->obstacle_kind + " blijft te weinig ruimte over.";
    }
    story.record.layer_refs = {reference(CityLayer::terrace_permit, spot->fid)};
    where_ = spot->district;
    return story;
}

std::optional<Story> Storyteller::terrace_passage() {
    auto spot = spots_.next_terrace(true);
    if (!spot) return std::nullopt;
    auto edge = rounded(nearest_on(spot->corners[2], spot->corners[3], spot->obstacle));
    double passage = norm(spot->obstacle - edge);
    Story story;
    Line line{edge, spot->obstacle};
    story.record.shape = geo::Shape::line(line);
    story.record.title = "Smalle doorgang bij " + spot->business;
    story.record.notes = "Gemeten van de rand van het terras tot het object (" + spot->obstacle_kind + ").";
    story.record.measurements = {random_.chance(0.5) ? by_tape("passage-width", passage)
                                                     : by_laser("passage-width", passage)};
    if (random_.chance(0.7))
        story.record.measurements.push_back(by_tape("narrowing-length", random_.uniform(0.25, 2.4)));
    story.record.severity = severity_of_passage(passage);
    story.record.layer_refs = {reference(CityLayer::terrace_permit, spot->fid)};
    where_ = spot->district;
    return story;
}

std::optional<Story> Storyteller::object_on_footway() {
    auto spot = spots_.next(PlainSpot::What::object);
    if (!spot) return std::nullopt;
    Story story;
    story.record.shape = point_of(spot->at);
    story.record.title = "Object op de stoep (" + spot->detail + "), " + spot->street;
    double width = std::max(0.3, spot->room);
    if (random_.chance(0.85)) story.record.measurements = {by_tape("passage-width", width)};
    if (random_.chance(0.5)) story.record.measurements.push_back(by_tape("narrowing-length", random_.uniform(0.2, 3)));
    story.record.severity = severity_of_passage(width);
    story.record.layer_refs = {reference(spot->layer, spot->fid)};
    where_ = spot->district;
    return story;
}

std::optional<Story> Storyteller::threshold() {
    auto spot = spots_.next(PlainSpot::What::entrance);
    if (!spot) return std::nullopt;
    Story story;
    story.record.shape = point_of(spot->at);
    story.record.title = "Drempel bij ingang, " + (spot->detail.empty() ? spot->street : spot->detail);
    double height = std::round(random_.uniform(5, 160));
    story.record.measurements = {
        {.quantity = "threshold-height", .value = height, .unit = "mm", .accuracy = 1, .method = "ruler"}};
    if (random_.chance(0.4)) story.record.measurements.push_back(by_tape("door-width", random_.uniform(0.72, 1.1)));
    story.record.severity = height > 80 ? Severity::blocking : height > 20 ? Severity::hindering : Severity::attention;
    story.record.layer_refs = {reference(spot->layer, spot->fid)};
    where_ = spot->district;
    return story;
}

/// A category this page knows nothing of: its own form says what to measure and how to draw it.
std::optional<Story> Storyteller::anything(const Category& category) {
    static constexpr std::array places{PlainSpot::What::footway, PlainSpot::What::square, PlainSpot::What::stop,
                                       PlainSpot::What::sport};
    std::optional<PlainSpot> spot;
    for (std::size_t i = 0; i < places.size() && !spot; ++i) spot = spots_.next(places[i]);
    if (!spot) return std::nullopt;
    Story story;
    auto kind = category.geometry.empty() ? std::string("point") : category.geometry.front();
    Line stretch{rounded(spot->at - spot->along * 1.5), rounded(spot->at + spot->along * 1.5)};
    story.record.shape = kind == "polygon" ? polygon_of(box_at(spot->at, spot->along, 3, 1.2))
                         : kind == "line"  ? geo::Shape::line(stretch)
                                           : point_of(spot->at);
    story.record.title = category.label.nl + ", " + spot->street;
    for (const auto& field : category.quantities) {
        const auto* quantity = catalogue_.quantity(field.quantity);
        if (!quantity || (!field.required && !random_.chance(0.5))) continue;
        story.record.measurements.push_back(some_measurement(*quantity, catalogue_, random_));
    }
    story.record.layer_refs = {reference(spot->layer, spot->fid)};
    where_ = spot->district;
    return story;
}

}  // namespace audit::demo
