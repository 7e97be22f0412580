// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/actions.hpp"

#include <array>
#include <utility>

namespace audit {
namespace {

using base::text;

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

}  // namespace

std::string_view name_of(const DossierAction& action) {
    return std::visit(
        Overloaded{[](const RecordFinding&) { return "record"; }, [](const EditFinding&) { return "edit"; },
                   [](const SetStatus&) { return "status"; }, [](const LinkGoal&) { return "link"; },
                   [](const UnlinkGoal&) { return "unlink"; }, [](const DeleteFinding&) { return "delete"; },
                   [](const AddFacility&) { return "facility-add"; }, [](const AddLayer&) { return "layer-add"; },
                   [](const RemoveLayer&) { return "layer-remove"; }, [](const EditLayer&) { return "layer-edit"; },
                   [](const UpdateCatalogue&) { return "catalogue"; }, [](const Undo&) { return "undo"; },
                   [](const Redo&) { return "redo"; }},
        action);
}

base::Text label_of_action(std::string_view name) {
    static const std::array labels{std::pair{"new", text("Make the dossier")},
                                   std::pair{"copy", text("Copy the dossier")},
                                   std::pair{"record", text("Record a finding")},
                                   std::pair{"edit", text("Change a finding")},
                                   std::pair{"status", text("Change the status")},
                                   std::pair{"link", text("Link a goal")},
                                   std::pair{"unlink", text("Unlink a goal")},
                                   std::pair{"delete", text("Delete a finding")},
                                   std::pair{"facility-add", text("Add a facility")},
                                   std::pair{"layer-add", text("Add a map layer")},
                                   std::pair{"layer-remove", text("Remove a map layer")},
                                   std::pair{"layer-edit", text("Change a map layer")},
                                   std::pair{"catalogue", text("Update the catalogue")},
                                   std::pair{"outside", text("Changed in another program")},
                                   std::pair{"undo", text("Undo")},
                                   std::pair{"redo", text("Redo")},
                                   std::pair{"demo", text("Fill with made-up findings")}};
    for (const auto& [known, label] : labels)
        if (known == name) return label;
    return {std::string(name), {}, {}};
}

}  // namespace audit
