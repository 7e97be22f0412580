// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/snapshot.hpp"
#include "geo/base/jobs.hpp"
#include "geo/source/picture.hpp"

#include <list>
#include <memory>
#include <optional>
#include <string>

namespace app {

/// A photo on its way to the screen.
struct ShownPhoto {
    std::string file{};
    int edge = 0;
    std::shared_ptr<const geo::Picture> picture{};  ///< nullptr while it is being read, or when it cannot be
    std::optional<base::Problem> problem{};         ///< missing, or no photo that can be shown
};

/// Photos as small or large pictures, read by workers and kept while they are looked at. Belongs to the main thread.
class Photos {
public:
    explicit Photos(base::Jobs& jobs) : jobs_(jobs) {}

    /// What there is of it now; begins to read it when it was not asked for before.
    /// @param edge pixels along the longer side @returns good until the next call
    const ShownPhoto& look(const std::string& file, int edge);
    /// Everything is read anew: files may have come back.
    void forget();

private:
    base::Jobs& jobs_;
    std::list<ShownPhoto> shown_;  ///< looked at last comes first
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

/// Where a photo of the dossier lies.
std::string file_of(const audit::DossierInfo& info, const audit::Photo& photo);

/// Edges of a picture in a form or panel, and of one that is looked at by itself.
constexpr int k_thumbnail_edge = 320, k_large_photo_edge = 2048;

}  // namespace app
