// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/known_rows.hpp"

#include <algorithm>

namespace audit {
namespace {

/// The rows of one table in the order of uuid, then of row number.
class RowStream {
public:
    RowStream(Connection& connection, const Table& table)
        : table_(&table),
          rows_(connection.database(),
                "SELECT " + table.number_column() + ", " + columns_of(table) + " FROM \"" + table.name +
                    "\" WHERE typeof(uuid) = 'text' AND uuid <> '' ORDER BY uuid, " + table.number_column()) {
        step();
    }

    const Table& table() const { return *table_; }
    bool more() const { return more_; }
    const std::string& uuid() const { return uuid_; }
    std::int64_t number() { return rows_.getColumn(0).getInt64(); }
    Row row() { return row_from(rows_, *table_, 1); }
    void step() {
        more_ = rows_.executeStep();
        // "uuid" is the first column of every table.
        if (more_) uuid_ = rows_.getColumn(1).getString();
    }

private:
    const Table* table_;
    SQLite::Statement rows_;
    bool more_ = false;
    std::string uuid_;
};

/// What the journal says about one row of one table. Its patches are read only when they must be: most rows have one
/// entry, and are as that entry made them.
class Saying {
public:
    void take(std::optional<std::string> patch) { patches_.push_back(std::move(patch)); }
    bool is_empty() const { return patches_.empty(); }

    bool is_as_made(const Table& table, const Row& row) const {
        return patches_.size() == 1 && patches_[0] && *patches_[0] == text_of(patch_between(table, {}, row));
    }

    /// Nothing when the entries are broken.
    std::optional<KnownRow> known() const {
        KnownRow known;
        try {
            for (const auto& patch : patches_) known.take(patch);
        } catch (const base::Error&) {
            return std::nullopt;
        }
        return known;
    }

private:
    std::vector<std::optional<std::string>> patches_;
};

class RowComparison {
public:
    RowComparison(Connection& connection, const std::function<void(RowDifference)>& differs, base::Progress progress)
        : connection_(connection), differs_(differs), progress_(std::move(progress)) {
        for (const auto& table : journaled_tables()) streams_.push_back(std::make_unique<RowStream>(connection, table));
        sayings_.resize(streams_.size());
    }

    void run() {
        auto total = static_cast<double>(std::max<std::int64_t>(1, connection_.number("SELECT max(id) FROM journal")));
        SQLite::Statement entries(connection_.database(),
                                  "SELECT row_uuid, table_name, patch FROM journal ORDER BY row_uuid, id");
        std::int64_t done = 0;
        std::string uuid;
        while (entries.executeStep()) {
            auto next = entries.getColumn(0).getString();
            if (next != uuid) settle(uuid);
            uuid = std::move(next);
            take(entries);
            if (++done % 4096 == 0) progress_.report(static_cast<double>(done) / total);
        }
        settle(uuid);
        for (auto& stream : streams_) tell_unknown(*stream, nullptr);
        tell_nameless();
    }

private:
    void take(SQLite::Statement& entry) {
        auto table = entry.getColumn(1).getString();
        for (std::size_t i = 0; i < streams_.size(); ++i) {
            if (streams_[i]->table().name != table) continue;
            auto patch = entry.getColumn(2);
            sayings_[i].take(patch.isNull() ? std::nullopt : std::optional(patch.getString()));
        }
    }

    /// All entries about `uuid` were read.
    void settle(const std::string& uuid) {
        for (std::size_t i = 0; i < streams_.size(); ++i) {
            if (sayings_[i].is_empty()) continue;
            settle(*streams_[i], sayings_[i], uuid);
            sayings_[i] = Saying{};
        }
    }

    void settle(RowStream& stream, const Saying& said, const std::string& uuid) {
        tell_unknown(stream, &uuid);
        if (!stream.more() || stream.uuid() != uuid) {
            if (auto known = said.known(); known && known->present)
                differs_({RowDifference::Kind::removed, &stream.table(), 0, uuid});
            return;
        }
        compare(stream, said);
        step_over_doubles(stream);
    }

    void compare(RowStream& stream, const Saying& said) {
        using enum RowDifference::Kind;
        auto row = stream.row();
        if (said.is_as_made(stream.table(), row)) return;
        auto known = said.known();
        auto tell = [&](RowDifference::Kind kind) {
            differs_({kind, &stream.table(), stream.number(), stream.uuid()});
        };
        if (!known)
            tell(unreadable);
        else if (!known->present)
            tell(added);
        else if (!known->unknown && !patch_between(stream.table(), *known, row).empty())
            tell(changed);
    }

    /// Rows before `uuid`, or all that are left, of which the journal does not know.
    void tell_unknown(RowStream& stream, const std::string* uuid) {
        while (stream.more() && (!uuid || stream.uuid() < *uuid)) {
            differs_({RowDifference::Kind::added, &stream.table(), stream.number(), stream.uuid()});
            step_over_doubles(stream);
        }
    }

    /// The row at hand was dealt with; those that follow with the same uuid are copies of it.
    void step_over_doubles(RowStream& stream) {
        auto uuid = stream.uuid();
        for (stream.step(); stream.more() && stream.uuid() == uuid; stream.step())
            differs_({RowDifference::Kind::doubled, &stream.table(), stream.number(), uuid});
    }

    void tell_nameless() {
        for (const auto& stream : streams_) {
            const auto& table = stream->table();
            SQLite::Statement rows(connection_.database(), "SELECT " + table.number_column() + " FROM \"" + table.name +
                                                               "\" WHERE typeof(uuid) <> 'text' OR uuid "
                                                               "= '' ORDER BY 1");
            while (rows.executeStep())
                differs_({RowDifference::Kind::nameless, &table, rows.getColumn(0).getInt64(), {}});
        }
    }

    Connection& connection_;
    const std::function<void(RowDifference)>& differs_;
    base::Progress progress_;
    std::vector<std::unique_ptr<RowStream>> streams_;
    std::vector<Saying> sayings_;
};

}  // namespace

void KnownRow::take(const std::optional<std::string>& patch) {
    if (!patch) {
        present = unknown = true;
        return;
    }
    auto changes = parse_patch(*patch);
    if (auto uuid = changes.find("uuid"); uuid != changes.end()) {
        present = uuid->second.second != "null";
        unknown = false;
        fields.clear();
    }
    for (auto& [field, change] : changes) fields[field] = std::move(change.second);
}

std::string KnownRow::field(const std::string& name) const {
    auto found = fields.find(name);
    return found == fields.end() ? "null" : found->second;
}

std::optional<KnownRow> known_row(Connection& connection, const Table& table, const std::string& uuid) {
    KnownRow known;
    bool named = false;
    read_journal(connection, "row_uuid = ?1 AND table_name = ?2", {uuid, table.name}, [&](const JournalEntry& entry) {
        known.take(entry.patch);
        named = true;
    });
    return named ? std::optional(known) : std::nullopt;
}

Patch patch_between(const Table& table, const KnownRow& known, const Row& row) {
    Patch patch;
    for (const auto& column : table.columns) {
        auto before = known.field(column.name), now = json_of(row.at(column.name));
        if (before != now) patch[column.name] = {before, now};
    }
    return patch;
}

Value value_or_nothing(const Column& column, const std::string& json) {
    try {
        return value_of(column, json);
    } catch (const base::Error&) {
        return {};
    }
}

void compare_with_journal(Connection& connection, const std::function<void(RowDifference)>& differs,
                          base::Progress progress) {
    RowComparison(connection, differs, std::move(progress)).run();
}

}  // namespace audit
