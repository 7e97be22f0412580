// SPDX-License-Identifier: EUPL-1.2
#include "app/core/scratch.hpp"

#include "app/core/desk.hpp"

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
