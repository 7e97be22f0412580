// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/check.hpp"
#include "audit/dossier/known_rows.hpp"

#include <algorithm>
#include <unordered_map>

namespace audit {
namespace {

using base::text;

void add_difference(DossierState& state, const RowDifference& difference, base::Problems& problems) {
    using Kind = RowDifference::Kind;
    base::Where where{.file = state.connection.path().string(), .layer = difference.table->name};
    if (difference.number != 0) where.feature = difference.number;
    // Rows without a uuid of their own are counted as such.
    if (difference.kind == Kind::nameless || difference.kind == Kind::doubled) return;
    if (difference.kind == Kind::unreadable)
        problems.add({.code = "journal-broken",
                      .message = text("The journal's entries about a row are broken; what changed in it is not known."),
                      .where = where,
                      .advice = text("Keep the file; compare it with an earlier copy."),
                      .detail = difference.uuid});
    else
        problems.add({.code = "row-outside",
                      .message = text("A row was changed, added or removed by another program than Doorgang."),
                      .where = where,
                      .advice = text("The next change that is made in Doorgang takes it into the journal; “undo” can "
                                     "then take it back."),
                      .detail = difference.uuid});
}

// Entries are numbered in this file without gaps, and SQLite remembers the last number it gave.
void check_numbers(DossierState& state, base::Problems& problems) {
    auto given = state.connection.number("SELECT seq FROM sqlite_sequence WHERE name = 'journal'");
    auto there = state.connection.number("SELECT count(*) FROM journal");
    if (given == there) return;
    problems.add({.code = "journal-removed",
                  .message = text("Entries of the journal were removed; it had {given} and has {there}.",
                                  {{"given", std::to_string(given)}, {"there", std::to_string(there)}}),
                  .where = {.file = state.connection.path().string(), .layer = "journal"},
                  .advice = text("Keep the file; compare it with an earlier copy.")});
}

void broken(DossierState& state, const JournalEntry& entry, const char* code, base::Text message,
            base::Problems& problems) {
    problems.add({.code = code,
                  .message = std::move(message),
                  .where = {.file = state.connection.path().string(),
                            .layer = "journal",
                            .field = entry.device,
                            .feature = entry.seq},
                  .advice = text("Keep the file; compare it with an earlier copy.")});
}

}  // namespace

void check_journal(DossierState& state, CheckReport& report, base::Progress progress) {
    std::unordered_map<std::string, ChainEnd> ends;
    auto reading = progress.part(0.5);
    auto total = std::max<std::int64_t>(1, state.connection.number("SELECT count(*) FROM journal"));
    read_journal(state.connection, "", {}, [&](const JournalEntry& entry) {
        auto& end = ends[entry.device];
        if (entry.seq != end.seq + 1)
            broken(state, entry, "journal-gap", text("Entries of the journal are missing before this one."),
                   report.problems);
        else if (entry.previous != end.hash)
            broken(state, entry, "journal-chain",
                   text("An entry of the journal does not follow from the one before it."), report.problems);
        if (hash_of(entry) != entry.hash)
            broken(state, entry, "journal-hash", text("An entry of the journal was changed."), report.problems);
        if (entry.patch && patch_hash_of(entry.salt.value_or(""), *entry.patch) != entry.patch_hash)
            broken(state, entry, "journal-patch", text("The values of an entry of the journal were changed."),
                   report.problems);
        end = {entry.seq, entry.hash};
        if (++report.journal_entries % 1024 == 0)
            reading.report(static_cast<double>(report.journal_entries) / static_cast<double>(total));
    });
    check_numbers(state, report.problems);
    compare_with_journal(
        state.connection, [&](const RowDifference& difference) { add_difference(state, difference, report.problems); },
        progress.part(0.5));
}

}  // namespace audit
