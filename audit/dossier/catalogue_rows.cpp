// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/catalogue_rows.hpp"

#include "audit/dossier/state.hpp"
#include "geo/base/ids.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace audit {
namespace {

using base::text;

template <class List, class Text>
std::string joined(const List& list, Text&& text_of_entry) {
    std::string all;
    for (const auto& entry : list) all += (all.empty() ? "" : ";") + std::string(text_of_entry(entry));
    return all;
}

void publish_category(Connection& connection, const Category& category) {
    auto words = category.label.nl + " / " + category.label.en;
    auto& update = connection.statement(
        "UPDATE gpkg_data_column_constraints SET description = ? WHERE constraint_name = 'category' AND value = ?");
    update.bind(1, words);
    update.bind(2, category.id);
    if (update.exec() > 0) return;
    auto& insert = connection.statement(
        "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) VALUES "
        "('category', 'enum', ?, ?)");
    insert.bind(1, category.id);
    insert.bind(2, words);
    insert.exec();
}

void publish_goal(Connection& connection, const Agenda& agenda, const Theme& theme, const Goal& goal) {
    auto same = [](const std::string& id) { return id; };
    auto id_of = [](const Mention& mention) { return mention.id; };
    const std::string values[] = {agenda.id,
                                  theme.id,
                                  goal.label.nl,
                                  goal.label.en,
                                  joined(goal.provenance, [](Provenance p) { return word_of(p); }),
                                  joined(goal.documents, same),
                                  joined(goal.target_groups, id_of),
                                  joined(goal.stakeholders, id_of),
                                  joined(goal.treaty, same),
                                  goal.target,
                                  goal.id};
    auto fill = [&](SQLite::Statement& statement) {
        for (int i = 0; i < 11; ++i) statement.bind(i + 1, values[i]);
        return statement.exec();
    };
    // Its row number is what links point to, so a goal that is there keeps its row.
    if (fill(connection.statement(
            "UPDATE goal SET agenda = ?, theme = ?, label_nl = ?, label_en = ?, provenance = ?, documents = ?, "
            "target_groups = ?, stakeholders = ?, treaty = ?, target = ? WHERE goal_id = ?")) > 0)
        return;
    fill(connection.statement(
        "INSERT INTO goal (agenda, theme, label_nl, label_en, provenance, documents, target_groups, stakeholders, "
        "treaty, target, goal_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
}

struct Holders {
    std::int64_t count = 0;
    std::string first{};
};

/// The values of a column that `is_known` does not know, with the findings that have them.
template <class Known>
std::map<std::string, Holders> unknown_values(Connection& connection, const char* sql, Known is_known) {
    constexpr std::int64_t k_named = 5;
    std::map<std::string, Holders> unknown;
    auto& rows = connection.statement(sql);
    while (rows.executeStep()) {
        auto value = rows.getColumn(0).getString();
        if (is_known(value)) continue;
        auto& holders = unknown[value];
        if (++holders.count <= k_named)
            holders.first += (holders.count > 1 ? ", " : "") + rows.getColumn(1).getString();
    }
    return unknown;
}

[[noreturn]] void refuse_lost(const std::string& name) {
    throw base::Error({.code = "catalogue-lost",
                       .message = text("A file of the dossier's catalogue is no longer in it."),
                       .where = {.file = name},
                       .advice = text("Use an earlier copy of the dossier.")});
}

}  // namespace

Row catalogue_use(const std::string& uuid, const CatalogueFiles& files) {
    nlohmann::json hashes = nlohmann::json::object();
    for (const auto& [name, content] : files) hashes[name] = base::sha256_hex(content);
    return {{"uuid", uuid}, {"files", hashes.dump()}};
}

std::string read_catalogue_use(Connection& connection) {
    return connection.text("SELECT ifnull((SELECT files FROM catalogue_use ORDER BY id LIMIT 1), '')");
}

CatalogueFiles read_catalogue_files(Connection& connection) {
    CatalogueFiles files;
    auto hashes = nlohmann::json::parse(read_catalogue_use(connection), nullptr, false);
    auto& query = connection.statement("SELECT content FROM catalogue WHERE name = ? AND sha256 = ?");
    if (!hashes.is_object()) refuse_lost("catalogue_use");
    for (const auto& [name, hash] : hashes.items()) {
        query.reset();
        query.bind(1, name);
        query.bind(2, hash.is_string() ? hash.get<std::string>() : std::string());
        if (!query.executeStep()) refuse_lost(name);
        files[name] = query.getColumn(0).getString();
    }
    query.reset();
    return files;
}

void keep_catalogue_files(Connection& connection, const CatalogueFiles& files) {
    for (const auto& [name, content] : files) {
        auto& insert = connection.statement(
            "INSERT INTO catalogue (name, sha256, content) SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM catalogue "
            "WHERE name = ?1 AND sha256 = ?2)");
        insert.bind(1, name);
        insert.bind(2, base::sha256_hex(content));
        insert.bind(3, content);
        insert.exec();
    }
}

void publish_catalogue(Connection& connection, const Catalogue& catalogue) {
    connection
        .statement(
            "DELETE FROM gpkg_data_column_constraints WHERE constraint_name = 'category' AND value NOT IN (SELECT "
            "category FROM finding WHERE category IS NOT NULL)")
        .exec();
    connection.statement("DELETE FROM goal WHERE goal_id NOT IN (SELECT goal FROM finding_goal WHERE goal IS NOT NULL)")
        .exec();
    for (const auto& category : catalogue.categories) publish_category(connection, category);
    for (const auto& agenda : catalogue.agendas)
        for (const auto& theme : agenda.themes)
            for (const auto& goal : theme.goals) publish_goal(connection, agenda, theme, goal);
}

base::Problems vanishing_from(Connection& connection, const Catalogue& catalogue) {
    base::Problems problems;
    auto categories = unknown_values(
        connection, "SELECT category, uuid FROM finding WHERE category IS NOT NULL AND uuid IS NOT NULL ORDER BY uuid",
        [&](const std::string& id) { return catalogue.category(id) != nullptr; });
    for (const auto& [id, holders] : categories)
        problems.add({.code = "category-gone",
                      .message = text("The catalogue no longer has the category “{id}”; {count} findings keep it: "
                                      "{uuids}.",
                                      {{"id", id}, {"count", std::to_string(holders.count)}, {"uuids", holders.first}}),
                      .advice = text("Give them another category when you like.")});
    auto goals =
        unknown_values(connection, "SELECT goal, finding FROM finding_goal WHERE goal IS NOT NULL ORDER BY finding",
                       [&](const std::string& id) { return catalogue.goal(id) != nullptr; });
    for (const auto& [id, holders] : goals)
        problems.add({.code = "goal-gone",
                      .message = text("The agenda no longer has the goal “{id}”; {count} findings stay linked to it: "
                                      "{uuids}.",
                                      {{"id", id}, {"count", std::to_string(holders.count)}, {"uuids", holders.first}}),
                      .advice = text("Link them to another goal when you like.")});
    return problems;
}

bool refresh_catalogue(DossierState& state) {
    auto in_use = read_catalogue_use(state.connection);
    if (state.catalogue && in_use == state.catalogue_in_use) return false;
    auto loaded = load_catalogue(read_catalogue_files(state.connection));
    state.catalogue = std::make_shared<const Catalogue>(std::move(loaded.value));
    state.catalogue_remarks = std::move(loaded.problems);
    state.catalogue_in_use = in_use;
    state.info.norms = state.catalogue->norms.id;
    state.info.agenda = state.catalogue->agenda_id;
    return true;
}

void follow_catalogue(DossierState& state, const Edit& edit) {
    if (!edit.touched("catalogue_use")) return;
    publish_catalogue(state.connection, load_catalogue(read_catalogue_files(state.connection)).value);
}

}  // namespace audit
