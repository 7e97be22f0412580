// SPDX-License-Identifier: EUPL-1.2
#include "app/core/exporting.hpp"

#include "app/core/desk.hpp"
#include "geo/base/numbers.hpp"
#include "geo/crs/transform.hpp"

#include <utility>

namespace app {
namespace {

namespace fs = std::filesystem;

std::string number(std::int64_t n) { return base::number_for_people(static_cast<double>(n), 0, base::language()); }

base::Text exported_words(const audit::Exported& exported, const fs::path& out) {
    return base::text("Exported {count} findings to {file}",
                      {{"count", number(exported.findings)}, {"file", out.string()}});
}

/// Remarks of the export, with those about values of the filter that nobody knows.
base::Problems remarks_of(const audit::Exported& exported, const audit::Filter& filter,
                          const audit::Catalogue& catalogue) {
    base::Problems remarks = exported.remarks;
    for (const auto& unknown : audit::unknown_in(filter, catalogue)) remarks.add(unknown);
    return remarks;
}

std::function<void()> done(Desk& desk, ExportDone what) {
    return [&desk, what = std::move(what)] { desk.state().export_done = what; };
}

}  // namespace

audit::FindingFeed feed_of(std::shared_ptr<const audit::Snapshot> snapshot, base::Progress progress) {
    audit::FindingFeed feed{.crs = snapshot->info.crs, .catalogue = snapshot->catalogue, .for_each = {}};
    feed.dossier = snapshot->info.path;
    for (const auto& layer : snapshot->layers) feed.sources.emplace_back(layer.path);
    feed.for_each = [snapshot, progress](const std::function<void(const audit::Finding&)>& use) {
        constexpr std::size_t between_reports = 512;
        const std::size_t count = snapshot->findings.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (i % between_reports == 0) progress.report(static_cast<double>(i) / static_cast<double>(count));
            use(*snapshot->findings[i]);
        }
    };
    return feed;
}

void start_export(Desk& desk, const ExportForm& form, const fs::path& out) {
    const auto snapshot = desk.state().snapshot;
    const auto& exporter = audit::exporter_named(form.format);
    const audit::ExportOptions how{.audience = audit::parse_audience(form.audience).value(),
                                   .language = base::language(),
                                   .where = audit::parse_filter(desk.state().arrangement.filter)};
    desk.jobs().start(base::text("Exporting to {file}", {{"file", out.filename().string()}}),
                      [&desk, snapshot, &exporter, how, out](base::Progress progress) {
                          // A wrong datum shift would put every finding a street away, unseen.
                          if (auto broken = geo::check_known_point()) throw base::Error(*broken);
                          const auto exported = audit::export_findings(exporter, out, feed_of(snapshot, progress), how);
                          return done(desk, {.file = out,
                                             .message = exported_words(exported, out),
                                             .remarks = remarks_of(exported, how.where, *snapshot->catalogue)});
                      });
}

void start_copy(Desk& desk, const fs::path& out) {
    const fs::path from = desk.state().snapshot->info.path;
    desk.jobs().start(base::text("Copying the dossier to {file}", {{"file", out.filename().string()}}),
                      [&desk, from, out, author = desk.author()](base::Progress progress) {
                          auto dossier = audit::Dossier::open(from, author, audit::Dossier::Access::read);
                          auto remarks = dossier.copy_to(out, progress);
                          return done(desk, {.file = out,
                                             .message = base::text("Copied to {file}", {{"file", out.string()}}),
                                             .remarks = std::move(remarks)});
                      });
}

std::string proposed_name(const audit::Snapshot& snapshot, const ExportForm& form) {
    return fs::path(snapshot.info.path).stem().string() + std::string(audit::exporter_named(form.format).ending);
}

}  // namespace app
