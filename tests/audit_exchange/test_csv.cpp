// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/csv_text.hpp"
#include "geo/base/numbers.hpp"
#include "tests/audit_exchange/made_file.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <stdexcept>

using audit::Finding;
using base::Language;
using Row = std::map<std::string, std::string>;

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

/// Reads cells as RFC 4180 says, strictly: what is left over is a fault of the file.
std::vector<std::vector<std::string>> rows_of(std::string_view text, char separator) {
    std::vector<std::vector<std::string>> rows(1, {""});
    for (std::size_t at = 0; at < text.size();) {
        auto& cell = rows.back().back();
        if (text[at] == '"' && cell.empty()) {
            for (++at; text.at(at) != '"' || (at + 1 < text.size() && text[at + 1] == '"'); ++at) {
                cell += text[at];
                if (text[at] == '"') ++at;
            }
            ++at;
            if (text[at] != separator && text[at] != '\r') throw std::runtime_error("something after a closing quote");
        } else if (text[at] == separator) {
            rows.back().emplace_back();
            ++at;
        } else if (text.substr(at, 2) == "\r\n") {
            rows.push_back({""});
            at += 2;
        } else {
            if (text[at] == '"' || text[at] == '\r' || text[at] == '\n')
                throw std::runtime_error("a sign that wants quotes");
            cell += text[at++];
        }
    }
    if (rows.back() != std::vector<std::string>{""}) throw std::runtime_error("no line end at the end");
    rows.pop_back();
    return rows;
}

std::vector<Row> read(const std::string& text, char separator) {
    if (!text.starts_with(k_byte_order_mark)) throw std::runtime_error("no byte order mark");
    auto rows = rows_of(std::string_view(text).substr(3), separator);
    std::vector<Row> out;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].size() != rows[0].size()) throw std::runtime_error("a row of another length");
        out.emplace_back();
        for (std::size_t c = 0; c < rows[0].size(); ++c) out.back()[rows[0][c]] = rows[i][c];
    }
    return out;
}

std::vector<Row> exported(std::vector<Finding> findings, audit::ExportOptions options) {
    auto file = made::exported("csv", made::feed(std::move(findings)), options);
    return read(file.text, options.language == Language::dutch ? ';' : ',');
}

}  // namespace

TEST_CASE("Dutch spreadsheets get semicolons and decimal commas, English ones commas and points", "[audit][exchange]") {
    auto dutch = exported({made::finding()}, {.language = Language::dutch});
    CHECK(dutch[0]["x"] == "93780,12");
    CHECK(dutch[0]["y"] == "463890,34");
    CHECK(dutch[0]["category_label"] == "Terras laat te weinig over");
    auto english = exported({made::finding()}, {.language = Language::english});
    CHECK(english[0]["x"] == "93780.12");
    CHECK(english[0]["category_label"] == "Terrace leaves too little");
    CHECK(english[0]["wkt"].empty());
}

TEST_CASE("Measurements in a Dutch file have a decimal comma, and are read back as what they were",
          "[audit][exchange]") {
    CHECK(exported({made::finding()}, {.language = Language::english})[0]["measurements"] ==
          "passage-width=1.2m±0.01@tape");
    auto cell = exported({made::finding()}, {.language = Language::dutch})[0]["measurements"];
    CHECK(cell == "passage-width=1,2m±0,01@tape");
    auto back = audit::parse_measurement(made::catalogue(), cell);
    CHECK(back.value == 1.2);
    CHECK(back.accuracy == 0.01);
}

TEST_CASE("The columns are the properties and the place", "[audit][exchange]") {
    auto text = made::exported("csv", made::feed({}), {.audience = audit::Audience::internal}).text;
    CHECK(
        text ==
        std::string(k_byte_order_mark) +
            "uuid,category,category_label,title,status,severity,date,recorded,by,source,facility,district,notes,goals,"
            "goal_titles,measurements,verdicts,photos,layer_refs,created,changed,responsible,due,status_reason,x,y,"
            "wkt\r\n");
    CHECK(made::exported("csv", made::feed({})).text.find(",by,") == std::string::npos);
}

TEST_CASE("Lists are joined by semicolons and can be split again", "[audit][exchange]") {
    auto finding = made::finding_with([](Finding& f) {
        f.goals = {"LIA-T1", "LIA-T2"};
        f.measurements = {made::passage(1.2), made::passage(1.32)};
    });
    auto row = exported({finding}, {.language = Language::dutch})[0];
    CHECK(row["goals"] == "LIA-T1;LIA-T2");
    CHECK(row["goal_titles"] == "Vrije stoepen;Vrije deuren, overal");
    CHECK(row["measurements"] == "passage-width=1,2m±0,01@tape;passage-width=1,32m±0,01@tape");
    CHECK(row["verdicts"] == "OR-02 fails certain measured");
    CHECK(row["date"] == "2026-04-15");
    CHECK(row["facility"].empty());
}

TEST_CASE("Every text comes back from a CSV in both languages", "[audit][exchange]") {
    std::vector<Finding> findings;
    for (const auto& text : made::hostile_texts())
        findings.push_back(made::finding_with([&](Finding& f) { f.title = f.notes = text; }));
    for (auto language : {Language::dutch, Language::english}) {
        auto rows = exported(findings, {.language = language});
        REQUIRE(rows.size() == findings.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            REQUIRE(audit::unguarded(rows[i]["title"]) == findings[i].title);
            REQUIRE(audit::unguarded(rows[i]["notes"]) == findings[i].notes);
            REQUIRE(rows[i]["changed"] == findings[i].changed);
        }
    }
}

TEST_CASE("No cell of a CSV can be a formula, and negative coordinates stay numbers", "[audit][exchange]") {
    std::vector<Finding> findings;
    for (const auto& text : made::hostile_texts())
        findings.push_back(made::finding_with([&](Finding& f) {
            f.title = f.notes = f.district = f.facility = text;
            f.goals = f.layer_refs = {text};
            f.shape = geo::Shape::point({-5.5, -10.25});
        }));
    auto file = made::exported("csv", made::feed(findings, geo::wgs84()), {.language = Language::dutch});
    for (auto& row : read(file.text, ';')) {
        for (const auto& [column, cell] : row) {
            INFO(column);
            bool is_dangerous = !cell.empty() && std::string("=+-@\t\r").find(cell[0]) != std::string::npos;
            REQUIRE((!is_dangerous || base::parse_number(cell, true)));
        }
        REQUIRE(row["x"] == "-5,5");
        REQUIRE(row["y"] == "-10,25");
    }
}

TEST_CASE("Lines and polygons have a place on them and their whole shape", "[audit][exchange]") {
    std::vector<geo::Point> square{{93780, 463890}, {93790, 463890}, {93790, 463900}, {93780, 463900}};
    auto row = exported({made::finding_with([&](Finding& f) { f.shape = geo::Shape::polygon(square); })},
                        {.language = Language::dutch})[0];
    CHECK(row["wkt"].starts_with("POLYGON"));
    auto x = base::parse_number(row["x"], true), y = base::parse_number(row["y"], true);
    REQUIRE(x);
    REQUIRE(y);
    CHECK((*x > 93780 && *x < 93790));
    CHECK((*y > 463890 && *y < 463900));
    auto nowhere = exported({made::finding_with([](Finding& f) { f.shape = {}; })}, {})[0];
    CHECK((nowhere["x"] + nowhere["y"] + nowhere["wkt"]).empty());
}

TEST_CASE("A CSV can be had in another coordinate system", "[audit][exchange]") {
    auto row = exported({made::finding()}, {.crs = geo::wgs84()})[0];
    CHECK(base::parse_number(row["x"]).value() == Approx(4.492).margin(0.002));
    CHECK(base::parse_number(row["y"]).value() == Approx(52.158).margin(0.005));
}

TEST_CASE("A text longer than a spreadsheet shows is kept whole and remarked", "[audit][exchange]") {
    auto longer = made::finding_with([](Finding& f) { f.notes = std::string(40000, 'a'); });
    auto file = made::exported("csv", made::feed({longer, made::finding()}));
    CHECK(file.exported.remarks.count("export-long-text") == 1);
    CHECK(read(file.text, ',')[0]["notes"].size() == 40000);
}

TEST_CASE("Python's own reader agrees about a CSV", "[audit][exchange]") {
    if (test::run("python3 --version").exit_code != 0) {
        WARN("skipped: python3 is not installed");
        return;
    }
    test::TemporaryFolder folder;
    std::vector<Finding> findings;
    for (const auto& text : made::hostile_texts())
        if (text.size() < 1000) findings.push_back(made::finding_with([&](Finding& f) { f.title = text; }));
    audit::export_findings(audit::exporter_named("csv"), folder / "out.csv", made::feed(findings),
                           {.language = Language::dutch});
    auto run = test::run(
        "python3 -c 'import csv,sys; rows=list(csv.DictReader(open(sys.argv[1],encoding=\"utf-8-sig\",newline=\"\"),"
        "delimiter=\";\")); print(len(rows), sum(r[\"title\"]==\"\\x27=1+1\" for r in rows), rows[0][\"x\"])' " +
        (folder / "out.csv").string());
    INFO(run.output);
    CHECK(run.exit_code == 0);
    CHECK(run.output == std::to_string(findings.size()) + " 1 93780,12\n");
}
