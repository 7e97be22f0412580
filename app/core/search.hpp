// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/layers.hpp"
#include "audit/dossier/snapshot.hpp"
#include "geo/base/progress.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// The names that stand in the loaded layers (streets, squares, districts), read once for a set of layers. Frozen.
struct PlaceNames {
    struct Place {
        std::string name, folded;  ///< as written, and as it is compared
        std::string layer;         ///< what people call the layer
        geo::Box box{};            ///< of all its parts, in the dossier's CRS
    };
    std::vector<Place> places{};  ///< each name once for a layer, by name
    bool complete = true;         ///< false: there were more than fit
};

/// A layer whose names are to be read.
struct NamedLayer {
    std::string name, path, layer;
    std::shared_ptr<const PreparedLayer> data{};
};

/// Whether a column's name says that names of places stand in it.
bool looks_like_names(std::string_view field);
/// Reads the columns that look like names. Belongs on a worker. Bounded: at most `k_most_places` in all.
/// A layer whose file has gone is passed over. @throws base::Cancelled
PlaceNames read_place_names(const std::vector<NamedLayer>& layers, base::Progress progress);
constexpr std::size_t k_most_places = 200'000;

/// Something that the search found.
struct SearchHit {
    enum class Kind { action, place, finding, goal };
    Kind kind = Kind::action;
    std::string key;             ///< name of the action, uuid, id of the goal, or place in the list of places
    std::string text, beside{};  ///< what people read, and the smaller words below
    std::string reason{};        ///< an action's: why it cannot be done now
    geo::Box box{};              ///< of a place
};

/// The best of each kind, grouped by kind in the order of Kind, best first. Capitals and accents do not matter; every
/// word must occur. Actions are those that people can ask for by name; `refusals` says why some cannot be done now.
struct SearchInput {
    std::string text{};
    std::shared_ptr<const audit::Snapshot> snapshot{};
    std::shared_ptr<const PlaceNames> places{};
    std::vector<SearchHit> actions{};  ///< all of them
    base::Language language = base::Language::english;
};
/// Belongs on a worker. @throws base::Cancelled
std::vector<SearchHit> find_everything(const SearchInput& input, base::Progress progress);

/// What the search panel shows and waits for.
struct Search {
    std::string text{};
    std::string asked{};  ///< what `hits` were last asked for
    base::JobId asking = 0;
    std::vector<SearchHit> hits{};
    std::string answered{};  ///< what `hits` are the answer to
};

/// Kept from one search to the next, as long as the layers stay.
struct KnownPlaces {
    std::shared_ptr<const PlaceNames> names{};
    std::uint64_t layers = 0;  ///< generation of the layers they were read from
    bool reading = false;
};

}  // namespace app
