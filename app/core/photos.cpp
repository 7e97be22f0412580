// SPDX-License-Identifier: EUPL-1.2
#include "app/core/photos.hpp"

#include <algorithm>
#include <filesystem>

namespace app {
namespace {

/// Thumbnails of half a megabyte and a large one now and then: some tens of megabytes.
constexpr std::size_t k_most_kept = 48;

}  // namespace

const ShownPhoto& Photos::look(const std::string& file, int edge) {
    const auto known = std::find_if(shown_.begin(), shown_.end(),
                                    [&](const ShownPhoto& photo) { return photo.file == file && photo.edge == edge; });
    if (known != shown_.end()) {
        shown_.splice(shown_.begin(), shown_, known);
        return shown_.front();
    }
    shown_.push_front({.file = file, .edge = edge});
    if (shown_.size() > k_most_kept) shown_.pop_back();
    const auto arrive = [this, alive = std::weak_ptr<char>(alive_), file, edge](auto&& change) {
        if (alive.expired()) return;
        for (auto& photo : shown_)
            if (photo.file == file && photo.edge == edge) change(photo);
    };
    jobs_.start(base::text("Reading a photo"), [file, edge, arrive](base::Progress progress) -> std::function<void()> {
        try {
            auto picture = std::make_shared<const geo::Picture>(geo::read_picture(file, edge, progress));
            return [arrive, picture] { arrive([&](ShownPhoto& photo) { photo.picture = picture; }); };
        } catch (const base::Error& error) {
            return [arrive, problem = error.problem()] { arrive([&](ShownPhoto& photo) { photo.problem = problem; }); };
        }
    });
    return shown_.front();
}

std::string file_of(const audit::DossierInfo& info, const audit::Photo& photo) {
    return (std::filesystem::path(info.path).parent_path() / photo.path).string();
}

void Photos::forget() { shown_.clear(); }

}  // namespace app
