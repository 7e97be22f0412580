// SPDX-License-Identifier: EUPL-1.2
#include "app/core/label_feed.hpp"

#include "app/core/guarded.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

/// Cells kept of a step before those out of sight are forgotten.
constexpr std::size_t k_most_cells = 400;

bool is_graver(const NameChoice& a, const NameChoice& b) {
    if (a.is_chosen != b.is_chosen) return a.is_chosen;
    return a.role < b.role;
}

}  // namespace

/// Read once, by whichever worker needs them first.
struct LabelFeed::Letters {
    std::function<LetterWidths()> read;
    std::once_flag once{};
    LetterWidths widths{};

    const LetterWidths& get() {
        std::call_once(once, [this] { widths = read ? read() : LetterWidths{}; });
        return widths;
    }
};

struct LabelFeed::Read {
    std::shared_ptr<const LabelSource> source{};
    std::optional<base::Problem> problem{};
};

LabelFeed::LabelFeed(base::Jobs& jobs, base::Jobs& errands, const Layers& layers, std::function<LetterWidths()> widths)
    : jobs_(jobs), errands_(errands), layers_(layers), letters_(new Letters{.read = std::move(widths)}) {}

LabelFeed::~LabelFeed() = default;

const base::Problem* LabelFeed::problem(const std::string& uuid) const {
    for (const auto& naming : namings_)
        if (naming.uuid == uuid && naming.problem) return &*naming.problem;
    return nullptr;
}

void LabelFeed::rest() {
    shown_.reset();
    in_shown_.clear();
    wanted_.clear();
}

void LabelFeed::look(const Camera& camera, const std::shared_ptr<const MarkLayer>& marks,
                     const std::shared_ptr<const Clusters>& clusters) {
    if (camera.width <= 1) return;
    follow_layers();
    const double units = camera.view.units_per_pixel * camera.pixel_ratio;
    read_needed(units, camera.visible());
    if (auto input = input_now(marks, clusters); input != input_) {
        input_ = std::move(input);
        cells_.clear();
        is_stale_ = true;
        if (input_.sources.empty()) rest();
    }
    if (input_.sources.empty()) return;
    const int step = step_of(units);
    if (!cells_.empty() && cells_.begin()->first.step != step) cells_.clear();
    wanted_ = label_cells(camera.visible(), step);
    const bool all_there =
        std::all_of(wanted_.begin(), wanted_.end(), [&](const auto& place) { return cells_.contains(place); });
    if (all_there)
        show();
    else if (job_ == 0)
        place(label_cells(camera.visible().widened(160 * units), step));
}

/// Namings of layers that stayed as they were keep what they have.
void LabelFeed::follow_layers() {
    if (followed_ == layers_.generation()) return;
    followed_ = layers_.generation();
    auto before = std::exchange(namings_, {});
    for (const auto& layer : layers_.all()) {
        if (!layer.source.visible) continue;
        const auto choice = names_of(layer);
        if (!choice) continue;
        const auto known = std::find_if(before.begin(), before.end(), [&](const Naming& naming) {
            return naming.uuid == layer.source.uuid && naming.data == layer.data && naming.choice == *choice;
        });
        if (known == before.end())
            namings_.push_back({.uuid = layer.source.uuid, .data = layer.data, .choice = *choice});
        else
            namings_.push_back(std::move(*known));
    }
    // Of two the upper layer's names come first.
    std::reverse(namings_.begin(), namings_.end());
    std::stable_sort(namings_.begin(), namings_.end(),
                     [](const auto& a, const auto& b) { return is_graver(a.choice, b.choice); });
}

/// What no scale shows yet is not read: a whole city needs no house numbers.
void LabelFeed::read_needed(double units_per_style_pixel, const geo::Box& visible) {
    for (auto& naming : namings_) {
        if (naming.data->is_by_place) {
            take_from_view(naming);
            continue;
        }
        const bool is_needed = !naming.is_asked && units_per_style_pixel <= look_of(naming.choice.role).widest &&
                               naming.data->box.intersects(visible);
        if (is_needed) read(naming);
    }
}

void LabelFeed::read(Naming& naming) {
    const auto* layer = layers_.find(naming.uuid);
    if (!layer) return;
    naming.is_asked = true;
    const auto& there = naming.data->layer->values;
    if (const auto names = there.find(naming.choice.attribute); names != there.end())
        return make(naming, layer->source.name, naming.data->layer, {naming.data->layer, &names->second});
    naming.ticket = ++last_ticket_;
    const std::weak_ptr<char> alive = alive_;
    jobs_.start(base::text("Reading the names of {layer}", {{"layer", layer->source.name}}),
                [this, alive, ticket = naming.ticket, source = layer->readable(), data = naming.data,
                 choice = naming.choice, letters = letters_](base::Progress progress) -> std::function<void()> {
                    auto read = guarded<Read>([&] {
                        auto reading = progress.part(0.6), making = progress.part(0.4);
                        const auto names = geo::field_of(source.path, source.layer, choice.attribute, reading);
                        return Read{label_source(data->layer->shapes, names, choice.role, letters->get(), making), {}};
                    });
                    return [this, alive, ticket, read = std::move(read)] {
                        if (!alive.expired()) take(ticket, read);
                    };
                });
}

/// Of a layer that is held by place, the names come with what is in view.
void LabelFeed::take_from_view(Naming& naming) {
    const auto* layer = layers_.find(naming.uuid);
    if (!layer || !layer->in_view) return;
    const auto region = layer->in_view->region();
    if (!region || region.get() == naming.region || region->names.empty()) return;
    naming.region = region.get();
    make(naming, layer->source.name, region->all->layer, {region, &region->names});
}

/// Their names were read with the features.
void LabelFeed::make(Naming& naming, const std::string& title, const std::shared_ptr<const geo::Layer>& layer,
                     const std::shared_ptr<const std::vector<std::string>>& names) {
    naming.ticket = ++last_ticket_;
    const std::weak_ptr<char> alive = alive_;
    errands_.start(base::text("Reading the names of {layer}", {{"layer", title}}),
                   [this, alive, ticket = naming.ticket, layer, names, role = naming.choice.role,
                    letters = letters_](base::Progress progress) -> std::function<void()> {
                       auto source = label_source(layer->shapes, *names, role, letters->get(), std::move(progress));
                       return [this, alive, ticket, source = std::move(source)] {
                           if (!alive.expired()) take(ticket, {.source = source});
                       };
                   });
}

void LabelFeed::take(std::uint64_t ticket, const Read& read) {
    for (auto& each : namings_)
        if (each.ticket == ticket) {
            each.source = read.source;
            each.problem = read.problem;
        }
}

LabelInput LabelFeed::input_now(const std::shared_ptr<const MarkLayer>& marks,
                                const std::shared_ptr<const Clusters>& clusters) const {
    LabelInput input{.sources = {}, .marks = marks, .clusters = clusters};
    for (const auto& naming : namings_)
        if (naming.source && !naming.source->candidates.empty()) input.sources.push_back(naming.source);
    return input;
}

void LabelFeed::place(const std::vector<LabelCellPlace>& wanted) {
    if (cells_.size() > k_most_cells) cells_.clear();
    const std::weak_ptr<char> alive = alive_;
    const auto ticket = ++placing_;
    job_ = ticket;
    errands_.start(base::text("Placing names"),
                   [this, alive, ticket, wanted, input = input_,
                    known = cells_](base::Progress progress) mutable -> std::function<void()> {
                       auto cells = std::make_shared<LabelCells>(
                           place_labels(input, wanted, std::move(known), std::move(progress)));
                       return [this, alive, ticket, input, cells] {
                           if (alive.expired() || ticket != placing_) return;
                           job_ = 0;
                           const bool same_step = wanted_.empty() || cells->begin()->first.step == wanted_.front().step;
                           if (input == input_ && same_step) cells_ = std::move(*cells);
                       };
                   });
}

void LabelFeed::show() {
    if (!is_stale_ && wanted_ == in_shown_) return;
    auto labels = std::make_shared<Labels>();
    for (const auto& place : wanted_) {
        labels->units = units_of_step(place.step);
        labels->cells.push_back(cells_.at(place));
    }
    in_shown_ = wanted_;
    is_stale_ = false;
    shown_ = std::move(labels);
}

}  // namespace app
