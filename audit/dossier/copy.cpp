// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/state.hpp"
#include "geo/base/files.hpp"

#include <SQLiteCpp/Backup.h>

namespace audit {
namespace {
namespace fs = std::filesystem;

struct PhotoFile {
    std::string path;  // as registered
    std::int64_t bytes = 0;
};

std::vector<PhotoFile> registered_photos(Connection& connection) {
    auto& rows = connection.statement("SELECT DISTINCT path, bytes FROM media ORDER BY path");
    std::vector<PhotoFile> photos;
    while (rows.executeStep()) photos.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt64()});
    return photos;
}

/// Photos that were copied; taken away again when the copy does not succeed.
struct CopiedPhotos {
    std::vector<fs::path> files;
    bool keep = false;
    ~CopiedPhotos() {
        std::error_code ignored;
        if (!keep)
            for (const auto& file : files) fs::remove(file, ignored);
        if (!keep && !files.empty()) fs::remove(files.front().parent_path(), ignored);
    }
};

void copy_photos(DossierState& from, const fs::path& media, CopiedPhotos& copied, base::Problems& remarks) {
    for (const auto& photo : registered_photos(from.connection)) {
        auto source = photo_file(from, photo.path);
        auto target = media / fs::path(photo.path).filename();
        if (!fs::is_regular_file(source)) {
            remarks.add({.code = "photo-missing",
                         .message = base::text("A photo is missing and was not copied."),
                         .where = {.file = source.string()},
                         .advice = base::text("Look for it on the laptop that took it.")});
            continue;
        }
        if (fs::exists(target)) continue;
        std::error_code fault;
        fs::create_directories(media, fault);
        base::copy_whole(source, target);
        copied.files.push_back(target);
    }
}

// A layer that lay beside the old dossier is found again from the new place.
void point_layers_to(const std::vector<LayerSource>& layers, const fs::path& new_folder, Edit& edit) {
    for (const auto& layer : layers) {
        if (!fs::exists(layer.path)) continue;
        auto relative = fs::path(layer.path).lexically_relative(new_folder);
        bool below = !relative.empty() && *relative.begin() != "..";
        edit.update("layer", layer.uuid, {{"path", below ? relative.generic_string() : layer.path}});
    }
}

void make_own(const fs::path& temporary, const fs::path& to, const std::vector<LayerSource>& layers,
              const DossierState& from) {
    DossierState copy(temporary, Connection::Mode::write, from.author);
    auto& connection = copy.connection;
    auto transaction = std::make_unique<WriteTransaction>(connection);
    auto media = to.stem().string() + ".media";
    // The copy is another replica: what is done in it goes into a chain of its own, so that both can be merged later.
    set_setting(connection, "replica", from.author.ids());
    set_setting(connection, "media_folder", media);
    auto& paths = connection.statement("UPDATE media SET path = ? || substr(path, instr(path, '/'))");
    paths.bind(1, media);
    paths.exec();
    auto device = own_chain(copy);
    Edit edit(connection, std::move(transaction), from.srs_id, copy.author, device, "copy");
    edit.note("dossier", from.info.uuid, {{"replica", {"null", json_of(Value{setting(connection, "replica")})}}});
    point_layers_to(layers, fs::absolute(to).parent_path(), edit);
    edit.commit();
}

}  // namespace

base::Problems copy_state(DossierState& from, const fs::path& to) {
    base::Problems remarks;
    CopiedPhotos photos;
    base::make_whole(to, [&](const fs::path& temporary) {
        copy_photos(from, to.parent_path() / (to.stem().string() + ".media"), photos, remarks);
        auto layers = read_layers(from);
        storing(from.connection.path(), [&] {
            {
                Connection target(temporary, Connection::Mode::create);
                SQLite::Backup backup(target.database(), from.connection.database());
                backup.executeStep();
            }
            make_own(temporary, to, layers, from);
        });
    });
    photos.keep = true;
    return remarks;
}

}  // namespace audit
