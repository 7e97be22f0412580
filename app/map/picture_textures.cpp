// SPDX-License-Identifier: EUPL-1.2
#include "app/map/picture_textures.hpp"

#include "app/map/gl.hpp"

#include <vector>

namespace app {

struct PictureTextures::Pimpl {
    struct Entry {
        std::weak_ptr<const geo::Picture> picture;
        gl::Texture texture;
    };
    std::vector<Entry> entries{};
};

PictureTextures::PictureTextures() : pimpl_(std::make_unique<Pimpl>()) {}
PictureTextures::~PictureTextures() = default;

std::uint32_t PictureTextures::of(const std::shared_ptr<const geo::Picture>& picture) {
    auto& entries = pimpl_->entries;
    std::erase_if(entries, [](const auto& entry) { return entry.picture.expired(); });
    for (const auto& entry : entries)
        if (entry.picture.lock() == picture) return entry.texture.id();
    const gl::StateGuard guard;
    Pimpl::Entry entry{picture, gl::Texture::make()};
    glBindTexture(GL_TEXTURE_2D, entry.texture.id());
    for (const auto filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(filter), GL_LINEAR);
    for (const auto wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(wrap), GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, picture->width, picture->height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 picture->pixels.data());
    entries.push_back(std::move(entry));
    return entries.back().texture.id();
}

}  // namespace app
