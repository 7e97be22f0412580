// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/labels.hpp"
#include "app/scene/scene.hpp"

#include <map>
#include <vector>

namespace app {

/// What names are placed from: the layers' names, most wanted first, and the findings, whose symbols stay free.
struct LabelInput {
    std::vector<std::shared_ptr<const LabelSource>> sources{};
    std::shared_ptr<const MarkLayer> marks{};
    std::shared_ptr<const Clusters> clusters{};  ///< of `marks`, where some have one symbol together
    bool operator==(const LabelInput&) const = default;
};
using LabelCells = std::map<LabelCellPlace, std::shared_ptr<const LabelCell>>;

/// Places the names of the wanted cells, and of those neighbours that decide about them. What comes out depends on
/// nothing but the input and the cell: not on the view, nor on the cells that were placed before.
/// @param known cells of the same input, which are not placed again
/// @returns `known` and what was placed now. @throws base::Cancelled
LabelCells place_labels(const LabelInput& input, const std::vector<LabelCellPlace>& wanted, LabelCells known,
                        base::Progress progress = {});

}  // namespace app
