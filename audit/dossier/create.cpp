// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/changes.hpp"
#include "audit/dossier/catalogue_rows.hpp"
#include "audit/dossier/schema.hpp"
#include "audit/dossier/state.hpp"
#include "geo/base/files.hpp"
#include "geo/base/ids.hpp"

#include <nlohmann/json.hpp>

namespace audit {
namespace {

/// srs_id of a CRS that no authority numbers: GeoPackage leaves the choice to the file.
constexpr int k_own_srs_id = 100'000;
/// "GPKG" as a number (OGC 12-128, requirement 2).
constexpr const char* k_application_id = "1196444487";

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

void add_srs(Connection& connection, int id, const std::string& name, const std::string& organization, int code,
             const std::string& definition, const std::string& description) {
    auto& insert = connection.statement("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)");
    insert.bind(1, name);
    insert.bind(2, id);
    insert.bind(3, organization);
    insert.bind(4, code);
    insert.bind(5, definition);
    insert.bind(6, description);
    insert.exec();
}

void add_reference_systems(Connection& connection, const geo::Crs& crs, int srs_id) {
    add_srs(connection, -1, "Undefined Cartesian SRS", "NONE", -1, "undefined",
            "undefined Cartesian coordinate reference system");
    add_srs(connection, 0, "Undefined geographic SRS", "NONE", 0, "undefined",
            "undefined geographic coordinate reference system");
    add_srs(connection, 4326, "WGS 84 geodetic", "EPSG", 4326, geo::wgs84().wkt(),
            "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid");
    if (srs_id == 4326) return;
    bool numbered = crs.epsg() != 0;
    add_srs(connection, srs_id, crs.name(), numbered ? "EPSG" : "NONE", numbered ? crs.epsg() : srs_id, crs.wkt(),
            crs.name());
}

void add_choice(Connection& connection, const std::string& list, const std::string& value,
                const std::string& description) {
    auto& insert = connection.statement(
        "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) VALUES (?, "
        "'enum', ?, ?)");
    insert.bind(1, list);
    insert.bind(2, value);
    insert.bind(3, description);
    insert.exec();
}

std::string both(const base::Text& label) {
    return base::say(label, base::Language::dutch) + " / " + base::say(label, base::Language::english);
}

// Value lists, so that QGIS and QField offer the words instead of an empty field.
void publish_choices(Connection& connection) {
    for (auto status : k_statuses)
        add_choice(connection, "status", std::string(word_of(status)), both(label_of(status)));
    for (auto severity : k_severities)
        add_choice(connection, "severity", std::string(word_of(severity)), both(label_of(severity)));
    for (auto source : k_report_sources)
        add_choice(connection, "report_source", std::string(word_of(source)), both(label_of(source)));
}

void make_schema(Connection& connection, int srs_id, const std::string& now) {
    auto script = schema_text("0001_dossier");
    replace_all(script, "{srs_id}", std::to_string(srs_id));
    replace_all(script, "{now}", now);
    connection.run_script(script);
    for (const char* table : {"finding", "facility"}) {
        auto features = schema_text("feature_table");
        replace_all(features, "{table}", table);
        connection.run_script(features);
    }
}

void begin_settings(Connection& connection, const std::filesystem::path& path, const NewDossier& options,
                    const Author& author, const std::string& uuid) {
    const std::vector<std::pair<std::string, std::string>> settings{
        {"layout", "1"},
        {"uuid", uuid},
        {"replica", author.ids()},
        {"media_folder", path.stem().string() + ".media"},
        {"crs", options.crs.code().empty() ? options.crs.definition() : options.crs.code()},
        {"created", base::to_iso(author.clock())},
        {"change_counter", "0"}};
    for (const auto& [key, value] : settings) {
        auto& insert = connection.statement("INSERT INTO dossier (key, value) VALUES (?, ?)");
        insert.bind(1, key);
        insert.bind(2, value);
        insert.exec();
    }
}

void note_making(Edit& edit, const NewDossier& options, const std::string& uuid) {
    auto made = [](const std::string& value) {
        return std::pair<std::string, std::string>{"null", nlohmann::json(value).dump()};
    };
    edit.note("dossier", uuid,
              {{"uuid", made(uuid)},
               {"agenda", made(options.agenda)},
               {"norms", made(options.norms)},
               {"crs", made(options.crs.code())}});
}

}  // namespace

void write_new_dossier(const std::filesystem::path& path, const std::filesystem::path& final_path,
                       const NewDossier& options, const Author& author) {
    auto folder = options.catalogue.empty() ? standard_catalogue_folder() : options.catalogue;
    auto files = read_catalogue_files(folder, options.norms, options.agenda);
    auto catalogue = load_whole_catalogue(files);
    DossierState state(path, Connection::Mode::create, author);
    storing(path, [&] {
        state.srs_id = options.crs.epsg() != 0 ? options.crs.epsg() : k_own_srs_id;
        auto& connection = state.connection;
        connection.run_script(std::string("PRAGMA application_id = ") + k_application_id +
                              "; PRAGMA user_version = 10200;");
        auto transaction = std::make_unique<WriteTransaction>(connection);
        auto uuid = author.ids();
        // The reference systems come after the tables that refer to them.
        connection.run_script("PRAGMA defer_foreign_keys = ON");
        make_schema(connection, state.srs_id, base::to_iso(author.clock()));
        add_reference_systems(connection, options.crs, state.srs_id);
        publish_choices(connection);
        publish_catalogue(connection, catalogue);
        begin_settings(connection, final_path, options, author, uuid);
        keep_catalogue_files(connection, files);
        state.info.uuid = uuid;
        auto device = own_chain(state);
        Edit edit(connection, std::move(transaction), state.srs_id, state.author, device, "new");
        note_making(edit, options, uuid);
        edit.insert("catalogue_use", catalogue_use(uuid, files));
        edit.commit();
    });
}

}  // namespace audit
