// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/dossier.hpp"

#include "audit/dossier/catalogue_rows.hpp"
#include "audit/dossier/layout.hpp"
#include "audit/dossier/media.hpp"
#include "audit/dossier/outside.hpp"
#include "audit/dossier/state.hpp"
#include "audit/dossier/undo.hpp"
#include "geo/base/files.hpp"
#include "geo/base/ids.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace audit {
namespace {

using base::text;
namespace fs = std::filesystem;

// A dossier may come from a stranger: its media folder is one beside it, nothing else.
std::string plain_name(const std::string& name) {
    fs::path path(name);
    bool plain = !name.empty() && path == path.filename() && name != "." && name != "..";
    if (!plain)
        throw base::Error({.code = "dossier-media-folder",
                           .message = text("The dossier names a folder for photos that is not beside it."),
                           .advice = text("Do not work in it; ask where it comes from.")});
    return name;
}

std::string uri_path(const fs::path& path) {
    std::string uri;
    for (char c : fs::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#')
            uri += "%" + base::to_hex(std::array{static_cast<std::uint8_t>(c)});
        else
            uri += c;
    }
    return uri;
}

// What lies in the dossier is no file of its own, and nobody typed it: the sentence is about the dossier.
template <class Read>
auto from_dossier(const DossierState& state, Read&& read) {
    try {
        return read();
    } catch (const base::Error& inside) {
        throw base::Error(
            {.code = "dossier-damaged",
             .message = text("The dossier is damaged: the catalogue or the coordinate system in it cannot be read."),
             .where = {.file = state.connection.path().string()},
             .advice = text("Do not work in it; take the latest copy and keep this file for recovery."),
             .detail = base::say(inside.problem()) + " " + inside.problem().detail});
    }
}

void fill_state(DossierState& state) {
    auto& connection = state.connection;
    refuse_unknown_layout(connection);
    auto& info = state.info;
    info.path = connection.path().string();
    info.uuid = setting(connection, "uuid");
    info.crs = from_dossier(state, [&] { return geo::Crs::parse(setting(connection, "crs")); });
    state.area_of_use = info.crs.area_of_use();
    info.created = setting(connection, "created");
    state.srs_id =
        static_cast<int>(connection.number("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'finding'"));
    state.media_folder = connection.path().parent_path() / plain_name(setting(connection, "media_folder"));
    from_dossier(state, [&] { return refresh_catalogue(state); });
    state.device = find_own_chain(state);
}

PhotosByPath take_in(IncomingPhotos& incoming, const std::vector<DossierAction>& actions) {
    PhotosByPath photos;
    auto take = [&](const std::vector<fs::path>& files) {
        for (const auto& file : files) photos[file] = incoming.add(file);
    };
    for (const auto& action : actions) {
        if (auto* record = std::get_if<RecordFinding>(&action)) take(record->photos);
        if (auto* edit = std::get_if<EditFinding>(&action)) take(edit->added_photos);
    }
    return photos;
}

// Whoever asks to take back something means what was seen; what was noticed just now was not.
void refuse_unseen(DossierState& state) {
    if (state.noticed.empty()) return;
    auto noticed = std::exchange(state.noticed, {});
    throw base::Refusal(
        {.code = "undo-outside",
         .message = noticed.remarks().front().problem.message,
         .where = {.file = state.info.path},
         .advice = text("Nothing was taken back yet. Look in the history; “undo” now takes back what the other program "
                        "did.")});
}

[[noreturn]] void nothing_to(bool redo) {
    throw base::Refusal(
        {.code = redo ? "redo-nothing" : "undo-nothing",
         .message = redo ? text("There is nothing to redo.") : text("There is nothing of this device to undo.")});
}

Performed take_back(DossierState& state, bool redo) {
    auto transaction = begin_writing(state);
    refuse_unseen(state);
    state.device = own_chain(state);
    auto possible = undo_state(state.connection, state.device);
    auto target = redo ? possible.redo : possible.undo;
    if (!target) nothing_to(redo);
    auto entries = entries_of_action(state.connection, state.device, target->action_seq);
    Edit edit(state.connection, std::move(transaction), state.srs_id, state.author, state.device,
              redo ? "redo" : "undo", target->action_seq);
    apply_inverse(edit, entries);
    follow_catalogue(state, edit);
    auto label = base::say(label_of_action(target->action));
    edit.commit();
    state.remember(edit);
    auto uuid = edit.touched_findings().empty() ? std::string() : *edit.touched_findings().begin();
    return {
        uuid,
        redo ? text("Done again: {action}.", {{"action", label}}) : text("Taken back: {action}.", {{"action", label}}),
        {}};
}

}  // namespace

struct Dossier::Pimpl {
    Pimpl(const fs::path& path, Connection::Mode mode, Author author) : state(path, mode, std::move(author)) {}

    ~Pimpl() {
        if (state.access == Access::write) state.connection.leave_wal();
    }

    std::vector<Performed> run(const std::string& command, const std::vector<DossierAction>& actions) {
        if (state.access == Access::read)
            throw base::Refusal({.code = "dossier-read-only",
                                 .message = text("The dossier was opened for reading only."),
                                 .where = {.file = state.info.path}});
        return storing(state.connection.path(), [&] {
            return base::at({.file = state.info.path}, [&] {
                auto done = run_stored(command, actions);
                if (done.empty()) return done;
                auto remarks = std::exchange(state.noticed, {});
                remarks.add(done.front().remarks);
                done.front().remarks = std::move(remarks);
                return done;
            });
        });
    }

    std::vector<Performed> run_stored(const std::string& command, const std::vector<DossierAction>& actions) {
        if (actions.size() == 1 && std::holds_alternative<Undo>(actions[0])) return {take_back(state, false)};
        if (actions.size() == 1 && std::holds_alternative<Redo>(actions[0])) return {take_back(state, true)};
        auto transaction = begin_writing(state);
        // Under the lock: a photo that is taken away again after a failure is then nobody else's.
        IncomingPhotos incoming(state.media_folder);
        auto photos = take_in(incoming, actions);
        state.device = own_chain(state);
        refresh_catalogue(state);
        Edit edit(state.connection, std::move(transaction), state.srs_id, state.author, state.device, command);
        std::vector<Performed> done;
        for (const auto& action : actions) done.push_back(apply(state, edit, action, photos));
        follow_catalogue(state, edit);
        if (!edit.changed_anything())
            for (auto& performed : done) performed.message = text("Nothing changed: it was so already.");
        edit.commit();
        incoming.keep();
        state.remember(edit);
        return done;
    }

    void write_draft(const std::string& key, const std::optional<std::string>& json) {
        storing(state.connection.path(), [&] {
            auto transaction = begin_writing(state);
            auto& erase = state.connection.statement("DELETE FROM draft WHERE draft_key = ?");
            erase.bind(1, key);
            erase.exec();
            if (json) insert_draft(key, *json);
            keep_change_counter(state.connection);
            transaction->commit();
        });
    }

    void insert_draft(const std::string& key, const std::string& json) {
        auto& insert = state.connection.statement("INSERT INTO draft (draft_key, content, changed) VALUES (?, ?, ?)");
        insert.bind(1, key);
        insert.bind(2, json);
        insert.bind(3, base::to_iso(state.author.clock()));
        insert.exec();
    }

    DossierState state;
};

Dossier::Dossier(std::unique_ptr<Pimpl> pimpl) : pimpl_(std::move(pimpl)) {}
Dossier::Dossier(Dossier&&) noexcept = default;
Dossier& Dossier::operator=(Dossier&&) noexcept = default;
Dossier::~Dossier() = default;

Dossier Dossier::create(const fs::path& path, const NewDossier& options, Author author) {
    base::make_whole(path, [&](const fs::path& temporary) { write_new_dossier(temporary, path, options, author); });
    return open(path, std::move(author));
}

Dossier Dossier::open(const fs::path& path, Author author, Access access) {
    if (!fs::exists(path))
        throw base::Error({.code = "dossier-missing",
                           .message = text("There is no such file."),
                           .where = {.file = path.string()},
                           .advice = text("Check the name, or make a dossier with “new”.")});
    auto mode = access == Access::write ? Connection::Mode::write : Connection::Mode::read;
    auto pimpl = std::make_unique<Pimpl>(path, mode, std::move(author));
    pimpl->state.access = access;
    storing(path, [&] { base::at({.file = path.string()}, [&] { fill_state(pimpl->state); }); });
    return Dossier(std::move(pimpl));
}

void Dossier::set_person(const std::string& person) { pimpl_->state.author.person = person; }

const DossierInfo& Dossier::info() const { return pimpl_->state.info; }
const std::shared_ptr<const Catalogue>& Dossier::catalogue() const { return pimpl_->state.catalogue; }

Performed Dossier::perform(const DossierAction& action) {
    return pimpl_->run(std::string(name_of(action)), {action}).front();
}

std::vector<Performed> Dossier::perform_together(const std::string& command,
                                                 const std::vector<DossierAction>& actions) {
    return pimpl_->run(command, actions);
}

std::shared_ptr<const Snapshot> Dossier::snapshot(base::Progress progress) {
    return read_snapshot(pimpl_->state, std::move(progress));
}

void Dossier::for_each_finding(const std::function<void(const Finding&)>& use, base::Progress progress) {
    storing(pimpl_->state.connection.path(), [&] {
        SQLite::Transaction moment(pimpl_->state.connection.database());
        read_findings(
            pimpl_->state.connection, [&](Finding&& finding) { use(finding); }, std::move(progress));
    });
}

std::shared_ptr<const Finding> Dossier::finding(const std::string& uuid) {
    return storing(pimpl_->state.connection.path(), [&] {
        SQLite::Transaction moment(pimpl_->state.connection.database());
        return read_finding(pimpl_->state.connection, uuid);
    });
}

std::vector<std::shared_ptr<const Finding>> Dossier::findings_in(const geo::Box& box) {
    return storing(pimpl_->state.connection.path(), [&] {
        SQLite::Transaction moment(pimpl_->state.connection.database());
        return read_findings_in(pimpl_->state.connection, box);
    });
}

std::vector<Facility> Dossier::facilities() {
    return storing(pimpl_->state.connection.path(), [&] { return read_facilities(pimpl_->state.connection); });
}

std::vector<LayerSource> Dossier::layers() {
    return storing(pimpl_->state.connection.path(), [&] { return read_layers(pimpl_->state); });
}

std::vector<HistoryEntry> Dossier::recent_history(std::int64_t entries) {
    return storing(pimpl_->state.connection.path(),
                   [&] { return read_recent_history(pimpl_->state.connection, entries); });
}

std::vector<HistoryEntry> Dossier::history(const std::string& uuid) {
    return storing(pimpl_->state.connection.path(), [&] { return read_history(pimpl_->state.connection, uuid); });
}

base::Problems Dossier::copy_to(const fs::path& to, base::Progress progress) {
    base::Problems remarks;
    try {
        remarks = take_in_outside_edits(progress.part(0.2));
    } catch (const base::Error&) {
        // A full disk is a reason to copy. The copy then takes them in itself.
    }
    storing(pimpl_->state.connection.path(), [&] { remarks.add(copy_state(pimpl_->state, to, progress.part(0.8))); });
    return remarks;
}

CatalogueFiles Dossier::catalogue_files() {
    return storing(pimpl_->state.connection.path(), [&] { return read_catalogue_files(pimpl_->state.connection); });
}

const base::Problems& Dossier::catalogue_remarks() const { return pimpl_->state.catalogue_remarks; }

bool Dossier::is_one(const fs::path& path) {
    if (!fs::is_regular_file(path)) return false;
    try {
        // Immutable: only looking must not roll back, checkpoint or lay anything beside somebody's file.
        SQLite::Database file("file:" + uri_path(path) + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        return file.execAndGet(
                       "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('dossier', 'journal', "
                       "'finding')")
                   .getInt() == 3;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

CheckReport Dossier::check(base::Progress progress) { return check_dossier(pimpl_->state, std::move(progress)); }

bool Dossier::changed_outside() {
    auto& state = pimpl_->state;
    // Somebody who is writing right now is seen the next time.
    const Impatience impatience(state.connection);
    try {
        SQLite::Transaction moment(state.connection.database());
        return may_be_changed_outside(state);
    } catch (const SQLite::Exception&) {
        return false;
    }
}

base::Problems Dossier::take_in_outside_edits(base::Progress progress) {
    auto& state = pimpl_->state;
    if (state.access == Access::write && !state.connection.is_read_only())
        storing(state.connection.path(), [&] { begin_writing(state, std::move(progress)); });
    return std::exchange(state.noticed, {});
}

void Dossier::save_draft(const std::string& key, const std::string& json) { pimpl_->write_draft(key, json); }

std::map<std::string, std::string> Dossier::drafts() {
    return storing(pimpl_->state.connection.path(), [&] {
        std::map<std::string, std::string> all;
        auto& rows = pimpl_->state.connection.statement("SELECT draft_key, content FROM draft");
        while (rows.executeStep()) all[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
        return all;
    });
}

void Dossier::drop_draft(const std::string& key) { pimpl_->write_draft(key, std::nullopt); }

}  // namespace audit
