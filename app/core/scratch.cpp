// SPDX-License-Identifier: EUPL-1.2
#include "app/core/scratch.hpp"

#include "app/core/desk.hpp"
#include "app/core/layer_adding.hpp"
#include "app/core/service_adding.hpp"
#include "geo/base/ids.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace app {
namespace {

namespace fs = std::filesystem;

fs::path aside_folder(const fs::path& data_folder) { return scratch_folder(data_folder) / "aside"; }

fs::path photos_of(const fs::path& dossier) { return dossier.parent_path() / (dossier.stem().string() + ".media"); }

/// The photos first: a dossier that is there is whole.
void move_dossier(const fs::path& from, const fs::path& to) {
    if (fs::exists(photos_of(from))) fs::rename(photos_of(from), photos_of(to));
    fs::rename(from, to);
}

/// The same sources give the same file, so that what was recorded on them is found again.
fs::path scratch_path(const fs::path& data_folder, std::vector<fs::path> sources) {
    const auto folder = scratch_folder(data_folder);
    if (sources.empty()) return folder / "scratch.gpkg";
    std::string all;
    std::sort(sources.begin(), sources.end());
    for (const auto& source : sources) all += fs::absolute(source).lexically_normal().string() + "\n";
    return folder / (sources.front().stem().string() + "-" + base::sha256_hex(all).substr(0, 8) + ".gpkg");
}

/// What has to wait until a dossier is open.
class Gate {
public:
    void pass(std::function<void()> step) {
        if (is_open_) return step();
        waiting_.push_back(std::move(step));
    }
    void open() {
        is_open_ = true;
        for (auto& step : std::exchange(waiting_, {})) step();
    }

private:
    bool is_open_ = false;
    std::vector<std::function<void()>> waiting_{};
};

}  // namespace

fs::path scratch_folder(const fs::path& data_folder) { return data_folder / "scratch"; }

void lay_aside(const fs::path& data_folder, const fs::path& dossier) {
    const auto aside = aside_folder(data_folder);
    fs::remove_all(aside);
    fs::create_directories(aside);
    move_dossier(dossier, aside / dossier.filename());
}

std::optional<fs::path> laid_aside(const fs::path& data_folder) {
    std::error_code error;
    for (fs::directory_iterator entry(aside_folder(data_folder), error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".gpkg") return entry->path();
    return std::nullopt;
}

bool put_back(const fs::path& data_folder) {
    const auto aside = laid_aside(data_folder);
    if (!aside) return false;
    const auto place = scratch_folder(data_folder) / aside->filename();
    if (fs::exists(place) || fs::exists(photos_of(place))) return false;
    move_dossier(*aside, place);
    return true;
}

void remove_scratch(const fs::path& dossier) {
    std::error_code ignored;
    if (fs::remove(dossier, ignored)) fs::remove_all(photos_of(dossier), ignored);
}

/// The sources are looked at while the dossier is made.
void Desk::open_scratch(const std::vector<fs::path>& sources) {
    const auto dossier = scratch_path(options_.data_folder, sources);
    const auto gate = std::make_shared<Gate>();
    const auto uuid = std::make_shared<std::string>();
    for (const auto& source : sources) {
        if (is_service_address(source.string())) {
            gate->pass([this, source] { add_layers(source, {}, {}, {}); });
            continue;
        }
        const auto path = fs::absolute(source).lexically_normal();
        look_at(path, {}, {}, [this, gate, uuid, path](const FoundLayers& found) {
            // Another dossier may have been opened since.
            gate->pass([this, uuid, path, found] {
                if (state_.snapshot && dossier_uuid() == *uuid) take_found(path, {}, {}, found);
            });
        });
    }
    const auto done = [this, dossier, gate, uuid](const auto& drafts) {
        opened(dossier, true, drafts);
        *uuid = dossier_uuid();
        gate->open();
    };
    store_.open(dossier, audit::NewDossier{}, done, false, [this] { go_on_without_it(); });
}

void keep_scratch_as(Desk& desk, const fs::path& out) {
    const auto before = desk.state().snapshot;
    const fs::path from = before->info.path;
    desk.jobs().start(base::text("Copying the dossier to {file}", {{"file", out.filename().string()}}),
                      [&desk, before, from, out, author = desk.author()](base::Progress progress) {
                          audit::Dossier::open(from, author, audit::Dossier::Access::read).copy_to(out, progress);
                          return std::function<void()>([&desk, before, from, out] {
                              const auto& state = desk.state();
                              const bool unchanged = state.snapshot == before && !state.draft;
                              desk.open_instead(out, unchanged ? from : fs::path());
                          });
                      });
}

}  // namespace app
