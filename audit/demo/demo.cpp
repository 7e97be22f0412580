// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/demo.hpp"

#include "geo/base/problem.hpp"

#include <algorithm>
#include <cmath>

namespace audit::demo {
namespace {

namespace fs = std::filesystem;

/// A demo never takes the place of a dossier somebody may have worked in.
void refuse_to_replace(const fs::path& dossier) {
    std::error_code ignored;
    if (!fs::exists(dossier, ignored)) return;
    throw base::Refusal({.code = "demo-exists",
                         .message = base::text("There already is a dossier here."),
                         .where = {.file = dossier.string()},
                         .advice = base::text("Choose another folder for the demo, or move the dossier away first.")});
}

void make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw base::Error({.code = "folder-not-made",
                           .message = base::text("The folder could not be made."),
                           .where = {.file = folder.string()},
                           .advice = base::text("Check the rights on the folder above it, or choose another place."),
                           .detail = failed.message()});
}

/// Half a dossier helps nobody: what was begun goes away when making it fails or is cancelled.
class Unfinished {
public:
    explicit Unfinished(fs::path dossier) : dossier_(std::move(dossier)) {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished() {
        std::error_code ignored;
        if (finished) return;
        for (const auto* tail : {"", "-wal", "-shm", "-journal"}) fs::remove(dossier_.string() + tail, ignored);
    }
    bool finished = false;

private:
    fs::path dossier_;
};

}  // namespace

std::optional<Size> parse_size(std::string_view word) {
    if (word == "small") return Size::small;
    if (word == "city") return Size::city;
    if (word == "metro") return Size::metro;
    return std::nullopt;
}

std::int64_t features_of(Size size) {
    switch (size) {
        case Size::small:
            return 2'600;
        case Size::city:
            return 100'000;
        case Size::metro:
            return 932'000;
    }
    return 0;
}

std::int64_t findings_for(std::int64_t features) {
    // 120 for an inner city, 1,000 for a city, 5,000 for a region: a larger city is not inspected as densely.
    double size = static_cast<double>(std::max<std::int64_t>(features, 100));
    double by_size = size < 100'000 ? 120 * std::pow(size / 2'600, 0.58) : 1'000 * std::pow(size / 100'000, 0.72);
    return std::clamp<std::int64_t>(std::llround(by_size), 20, 5'000);
}

Demo make_demo(const fs::path& folder, const CityOptions& options, base::Progress progress) {
    auto dossier = folder / "dossier.gpkg", city = folder / "city.gpkg";
    refuse_to_replace(dossier);
    make_folder(folder);
    Demo demo;
    demo.city = write_city(city, options, progress.part(0.8));
    Unfinished unfinished(dossier);
    auto findings = options.findings > 0 ? options.findings : findings_for(options.features);
    demo.findings = make_city_dossier(dossier, city, demo.city, findings, options.seed, progress.part(0.2));
    unfinished.finished = true;
    return demo;
}

}  // namespace audit::demo
