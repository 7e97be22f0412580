// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/picture.hpp"

#include <cstdint>
#include <memory>

namespace app {

/// Pictures as textures of the current GL context, kept while the picture lives. Belongs to the thread of that context
/// and dies before it does.
class PictureTextures {
public:
    PictureTextures();
    ~PictureTextures();
    PictureTextures(const PictureTextures&) = delete;
    PictureTextures& operator=(const PictureTextures&) = delete;

    /// Uploads it at the first call. @returns the texture's name; textures of pictures that are gone are dropped
    std::uint32_t of(const std::shared_ptr<const geo::Picture>& picture);

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace app
