// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/outside.hpp"

#include <algorithm>

namespace audit {
namespace {

using base::text;
using Kind = RowDifference::Kind;

/// Everything of a row but its uuid, to recognise it by.
template <class JsonOf>
std::string contents(const Table& table, JsonOf&& json_of_field) {
    std::string all;
    for (const auto& column : table.columns)
        if (column.name != "uuid") all += json_of_field(column.name) + '\n';
    return all;
}

/// Other rows hang on these by uuid, so a uuid that was wiped or typed over must come back.
bool is_hung_on(const Table& table) { return table.name == "finding" || table.name == "facility"; }

class Identities {
public:
    Identities(Connection& connection, const Edit& edit, RowDifferences& differences, base::Problems& remarks)
        : connection_(connection), edit_(edit), raw_(connection), differences_(differences), remarks_(remarks) {}

    void mend() {
        return_lost();
        for (auto& difference : differences_) {
            if (difference.kind == Kind::nameless) name(difference);
            if (difference.kind == Kind::doubled) rename(difference);
        }
    }

private:
    void return_lost() {
        std::map<std::string, RowDifference*> lost;
        for (auto& difference : differences_)
            if (difference.kind == Kind::removed && is_hung_on(*difference.table))
                if (auto known = known_row(connection_, *difference.table, difference.uuid))
                    lost[difference.table->name + '\n' + contents(*difference.table, [&](const auto& field) {
                             return known->field(field);
                         })] = &difference;
        if (lost.empty()) return;
        for (auto& difference : differences_)
            if ((difference.kind == Kind::nameless || difference.kind == Kind::added) && is_hung_on(*difference.table))
                return_to(difference, lost);
        std::erase_if(differences_, [](const RowDifference& d) { return d.kind == Kind::removed && d.number != 0; });
    }

    void return_to(RowDifference& difference, std::map<std::string, RowDifference*>& lost) {
        auto row = raw_.at(*difference.table, difference.number);
        auto found = lost.find(difference.table->name + '\n' +
                               contents(*difference.table, [&](const auto& field) { return json_of(row.at(field)); }));
        if (found == lost.end()) return;
        set_uuid(difference, found->second->uuid);
        remark(difference, "uuid-returned", text("A row had lost its uuid in another program and got it back."));
        // Both differences are gone with that; a removed row with a number marks them.
        difference.kind = Kind::removed;
        found->second->number = difference.number;
        lost.erase(found);
    }

    void name(RowDifference& difference) {
        set_uuid(difference, edit_.new_uuid());
        difference.kind = Kind::added;
        remark(difference, "uuid-given", text("A row added by another program had no uuid and got one."));
    }

    void rename(RowDifference& difference) {
        auto original = difference.uuid;
        set_uuid(difference, edit_.new_uuid());
        difference.kind = Kind::added;
        remark(difference, "uuid-renewed", text("A row copied by another program got a uuid of its own."));
        auto& copies = copies_[original];
        copies.push_back(difference.uuid);
        if (difference.table->name != "finding") move_to_copy(difference, copies.size() - 1);
    }

    /// The n-th copy of a part belongs to the n-th copy of its finding, where there is one.
    void move_to_copy(const RowDifference& part, std::size_t n) {
        auto row = raw_.at(*part.table, part.number);
        auto owner = row.find("finding");
        auto* finding = owner == row.end() ? nullptr : std::get_if<std::string>(&owner->second);
        auto copied = finding ? copies_.find(*finding) : copies_.end();
        if (copied != copies_.end() && n < copied->second.size())
            raw_.set(*part.table, part.number, "finding", copied->second[n]);
    }

    void set_uuid(RowDifference& difference, const std::string& uuid) {
        difference.uuid = uuid;
        raw_.set(*difference.table, difference.number, "uuid", uuid);
    }

    void remark(const RowDifference& difference, const char* code, base::Text message) {
        remarks_.add(
            {.code = code,
             .message = std::move(message),
             .where = {
                 .file = connection_.path().string(), .layer = difference.table->name, .feature = difference.number}});
    }

    Connection& connection_;
    const Edit& edit_;
    RawRows raw_;
    RowDifferences& differences_;
    base::Problems& remarks_;
    std::map<std::string, std::vector<std::string>> copies_;  // uuid -> those of its copies, by row number
};

/// A link as it stands, with what its other spelling would be.
struct Link {
    std::int64_t id = 0, base_id = 0, related_id = 0;
    std::string uuid, finding, goal;
    std::int64_t fid_of_finding = 0, id_of_goal = 0;  // 0: there is none
    std::string finding_of_base, goal_of_related;     // "": there is none
};

std::vector<Link> links_that_do_not_fit(Connection& connection) {
    auto& rows = connection.statement(
        "SELECT * FROM (SELECT id, base_id, related_id, uuid, finding, goal, (SELECT min(fid) FROM finding WHERE uuid "
        "= "
        "l.finding) AS fid_of_finding, (SELECT min(id) FROM goal WHERE goal_id = l.goal) AS id_of_goal, (SELECT uuid "
        "FROM finding WHERE fid = l.base_id), (SELECT goal_id FROM goal WHERE id = l.related_id) FROM finding_goal l) "
        "WHERE fid_of_finding IS NOT base_id OR id_of_goal IS NOT related_id ORDER BY id");
    std::vector<Link> links;
    while (rows.executeStep()) {
        auto number = [&](int i) { return rows.getColumn(i).getInt64(); };
        auto words = [&](int i) { return rows.getColumn(i).getString(); };
        links.push_back(
            {number(0), number(1), number(2), words(3), words(4), words(5), number(6), number(7), words(8), words(9)});
    }
    return links;
}

class Links {
public:
    Links(Connection& connection, RowDifferences& differences)
        : connection_(connection), raw_(connection), differences_(differences) {
        for (const auto& difference : differences)
            if (difference.table == &table_ && difference.kind != Kind::removed) told_.push_back(difference.uuid);
        std::sort(told_.begin(), told_.end());
    }

    void mend() {
        for (const auto& link : links_that_do_not_fit(connection_)) mend(link);
    }

private:
    void mend(const Link& link) {
        bool told = std::binary_search(told_.begin(), told_.end(), link.uuid);
        bool spelled_anew = mend(link.id, {"finding", link.finding, link.finding_of_base},
                                 {"base_id", link.base_id, link.fid_of_finding}, told);
        spelled_anew |= mend(link.id, {"goal", link.goal, link.goal_of_related},
                             {"related_id", link.related_id, link.id_of_goal}, told);
        if (spelled_anew && !told) differences_.push_back({Kind::changed, &table_, link.id, link.uuid});
    }

    struct Words {
        const char* column;
        const std::string &now, &other;
    };
    struct Number {
        const char* column;
        std::int64_t now, other;
    };
    /// One end of a link. @returns whether our own spelling changed
    bool mend(std::int64_t id, Words words, Number number, bool told) {
        if (number.now == number.other) return false;
        if (!words.other.empty() && (words.now.empty() || !told)) {
            raw_.set(table_, id, words.column, words.other);
            return true;
        }
        if (number.other != 0) raw_.set(table_, id, number.column, number.other);
        return false;
    }

    const Table& table_ = table_named("finding_goal");
    Connection& connection_;
    RawRows raw_;
    RowDifferences& differences_;
    std::vector<std::string> told_;  // links that differ from the journal in our own spelling
};

}  // namespace

void mend_identities(Connection& connection, const Edit& edit, RowDifferences& differences, base::Problems& remarks) {
    Identities(connection, edit, differences, remarks).mend();
}

void mend_links(Connection& connection, RowDifferences& differences) { Links(connection, differences).mend(); }

}  // namespace audit
