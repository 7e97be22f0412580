// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/names.hpp"
#include "app/scene/label_placer.hpp"
#include "geo/base/jobs.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Names of the layers on the map: read from their sources when they are first needed, and placed for the scale and the
/// ground that is looked at, both on workers. Belongs to the main thread.
class LabelFeed {
public:
    /// @param jobs reads attributes, which is shown as work; @param errands places, which takes a moment
    /// @param widths of the letters that the names will be drawn with; called once, on a worker
    LabelFeed(base::Jobs& jobs, base::Jobs& errands, const Layers& layers, std::function<LetterWidths()> widths);
    ~LabelFeed();
    LabelFeed(const LabelFeed&) = delete;
    LabelFeed& operator=(const LabelFeed&) = delete;

    /// Asks for what this view needs. What was shown stays until that has come.
    /// @param clusters of the findings at this scale
    void look(const Camera& camera, const std::shared_ptr<const MarkLayer>& marks,
              const std::shared_ptr<const Clusters>& clusters);
    /// Nothing to be shown any more, until the next look.
    void rest();
    const std::shared_ptr<const Labels>& shown() const { return shown_; }
    /// Why the names of a layer could not be read; nullptr when they could.
    const base::Problem* problem(const std::string& uuid) const;

private:
    /// The names of one layer.
    struct Naming {
        std::string uuid{};
        std::shared_ptr<const PreparedLayer> data{};
        NameChoice choice{};
        bool is_asked = false;
        const PreparedRegion* region = nullptr;  ///< whose names were asked for, of a layer that is held by place
        std::uint64_t ticket = 0;
        std::shared_ptr<const LabelSource> source{};
        std::optional<base::Problem> problem{};
    };
    struct Letters;
    struct Read;

    void follow_layers();
    void read_needed(double units_per_style_pixel, const geo::Box& visible);
    void read(Naming& naming);
    void take_from_view(Naming& naming);
    void make(Naming& naming, const std::string& title, const std::shared_ptr<const geo::Layer>& layer,
              const std::shared_ptr<const std::vector<std::string>>& names);
    void take(std::uint64_t ticket, const Read& read);
    LabelInput input_now(const std::shared_ptr<const MarkLayer>& marks,
                         const std::shared_ptr<const Clusters>& clusters) const;
    void place(const std::vector<LabelCellPlace>& wanted);
    void show();

    base::Jobs& jobs_;
    base::Jobs& errands_;
    const Layers& layers_;
    std::shared_ptr<Letters> letters_;
    std::vector<Naming> namings_{};
    std::optional<std::uint64_t> followed_{};  ///< generation of the layers
    LabelInput input_{};
    LabelCells cells_{};                    ///< of `input_` and one step
    std::vector<LabelCellPlace> wanted_{};  ///< by the last look
    std::vector<LabelCellPlace> in_shown_{};
    bool is_stale_ = false;  ///< what is shown was placed from another input
    base::JobId job_ = 0;
    std::uint64_t last_ticket_ = 0, placing_ = 0;
    std::shared_ptr<const Labels> shown_{};
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
