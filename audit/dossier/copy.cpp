// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/outside.hpp"
#include "audit/dossier/state.hpp"
#include "geo/base/files.hpp"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <algorithm>
#include <limits>

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
    fs::path made_folder;
    bool keep = false;
    ~CopiedPhotos() {
        if (keep) return;
        std::error_code ignored;
        for (const auto& file : files) fs::remove(file, ignored);
        if (!made_folder.empty()) fs::remove(made_folder, ignored);
    }
};

void copy_photos(DossierState& from, const fs::path& media, CopiedPhotos& copied, base::Problems& remarks,
                 const base::Progress& progress) {
    const auto photos = registered_photos(from.connection);
    double done = 0;
    for (const auto& photo : photos) {
        progress.report(done++ / static_cast<double>(photos.size()));
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
        if (fs::create_directory(media, fault)) copied.made_folder = media;
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

// In pieces, so that it can be stopped and others can write meanwhile. What they write makes SQLite begin anew; after
// some times it is done in one go.
void copy_pages(Connection& from, const fs::path& to, const base::Progress& progress) {
    constexpr int k_pages_at_once = 1024, k_most_beginnings = 4, k_all = -1;
    Connection target(to, Connection::Mode::create);
    SQLite::Backup backup(target.database(), from.database());
    int beginnings = 1, left = std::numeric_limits<int>::max();
    while (true) {
        const int result = backup.executeStep(beginnings < k_most_beginnings ? k_pages_at_once : k_all);
        if (result == SQLITE_DONE) break;
        // A source that stays locked ends the steps without an exception.
        if (result != SQLITE_OK) throw SQLite::Exception("the copy did not end", SQLITE_BUSY);
        const int still_left = backup.getRemainingPageCount(), all = backup.getTotalPageCount();
        if (still_left >= left) ++beginnings;
        left = still_left;
        progress.report(1 - static_cast<double>(left) / std::max(all, 1));
    }
    if (target.text("PRAGMA quick_check(1)") != "ok") throw SQLite::Exception("the copy is damaged", SQLITE_CORRUPT);
}

// The copy is another replica: what is done in it goes into a chain of its own, so that both can be merged later.
void become_replica(DossierState& copy, const std::string& media) {
    auto& connection = copy.connection;
    connection.leave_wal();
    WriteTransaction transaction(connection);
    set_setting(connection, "replica", copy.author.ids());
    set_setting(connection, "media_folder", media);
    auto& paths = connection.statement("UPDATE media SET path = ? || substr(path, instr(path, '/'))");
    paths.bind(1, media);
    paths.exec();
    keep_change_counter(connection);
    transaction.commit();
}

void make_own(const fs::path& temporary, const fs::path& to, const std::vector<LayerSource>& layers,
              const DossierState& from, bool has_outside_edits) {
    DossierState copy(temporary, Connection::Mode::write, from.author);
    copy.srs_id = from.srs_id;
    copy.catalogue = from.catalogue;
    become_replica(copy, to.stem().string() + ".media");
    auto begin = [&] { return std::make_unique<WriteTransaction>(copy.connection); };
    // Told already, or the source may not be written: then the copy is the first to journal them.
    if (has_outside_edits) take_in_outside_edits(copy, begin(), {});
    auto transaction = begin();
    auto device = own_chain(copy);
    Edit edit(copy.connection, std::move(transaction), from.srs_id, copy.author, device, "copy");
    edit.note("dossier", from.info.uuid, {{"replica", {"null", json_of(Value{setting(copy.connection, "replica")})}}});
    point_layers_to(layers, fs::absolute(to).parent_path(), edit);
    edit.commit();
}

}  // namespace

base::Problems copy_state(DossierState& from, const fs::path& to, base::Progress progress) {
    base::Problems remarks;
    CopiedPhotos photos;
    base::make_whole(to, [&](const fs::path& temporary) {
        copy_photos(from, to.parent_path() / (to.stem().string() + ".media"), photos, remarks, progress.part(0.5));
        auto layers = read_layers(from);
        bool has_outside_edits = may_be_changed_outside(from);
        copy_pages(from.connection, temporary, progress.part(0.4));
        make_own(temporary, to, layers, from, has_outside_edits);
    });
    photos.keep = true;
    return remarks;
}

}  // namespace audit
