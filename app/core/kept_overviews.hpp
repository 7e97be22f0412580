// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/pictures.hpp"
#include "app/scene/prepared.hpp"
#include "geo/net/shelf.hpp"
#include "geo/source/large.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace app {

/// What looking through large layers told, kept on the disk, so that a file that was opened before is there at once.
/// Safe from all threads.
class KeptOverviews {
public:
    /// @param folder made when something is kept
    explicit KeptOverviews(std::filesystem::path folder);

    /// What the file as it is now is known by; nothing when it cannot be told whether it changed: another program is
    /// writing, or it is no single file.
    static std::optional<std::string> address_of(const LayerOrigin& source, const geo::LayerSize& size);
    /// nullptr when nothing was kept, or it is damaged. @param head as the source says it is
    std::shared_ptr<const PreparedLayer> find(const std::string& address, const geo::Layer& head) const;
    /// @param layer that is held by place
    void keep(const std::string& address, const PreparedLayer& layer);

private:
    geo::Shelf shelf_;
};

}  // namespace app
