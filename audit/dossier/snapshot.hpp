// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/model/finding.hpp"
#include "geo/crs/crs.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace audit {

/// City geodata shown on the map: where it lies, never a copy.
struct LayerSource {
    std::string uuid;
    std::string name;  ///< what people call it
    /// Absolute, resolved; stored relative where it lies below the dossier's folder. Or the address of a service, see
    /// base::is_service().
    std::string path;
    std::string layer;  ///< name inside the source, empty for its only one
    std::string crs;    ///< given by the user, empty for the source's own
    bool visible = true;
    int position = 0;     ///< 0 is drawn first, at the bottom
    double opacity = 1;   ///< 0 to 1
    std::string style{};  ///< a JSON object that the window understands; empty: the usual looks

    bool operator==(const LayerSource&) const = default;
};

struct DossierInfo {
    std::string path;
    std::string uuid;
    geo::Crs crs;
    std::string agenda, norms;  ///< ids
    std::string created;
};

/// A dossier at one moment. Frozen: share as shared_ptr<const Snapshot>, read from all threads. Findings that did not
/// change are shared between snapshots.
struct Snapshot {
    DossierInfo info;
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<std::shared_ptr<const Finding>> findings{};  ///< ordered by uuid, which is the order of recording
    std::vector<LayerSource> layers{};                       ///< by position
    std::vector<Facility> facilities{};                      ///< ordered by uuid
    std::uint64_t generation = 0;                            ///< grows with every change
    std::optional<base::Text> undo{}, redo{};                ///< what undo and redo would do; nothing: not possible

    /// nullptr when there is none.
    const Finding* find(std::string_view uuid) const;
    const Facility* facility(std::string_view uuid) const;
};

}  // namespace audit
