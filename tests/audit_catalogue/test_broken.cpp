// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_catalogue/small.hpp"
#include "tests/support/catch.hpp"

using test::framed;
using test::small_catalogue;

namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

/// The small catalogue with one spot of one file changed.
base::Loaded<audit::Catalogue> load_with(const std::string& file, const std::string& what, const std::string& by) {
    auto files = small_catalogue();
    files[file] = replaced(files[file], what, by);
    return audit::load_catalogue(files);
}

/// "criteria.json WIDE catalogue-type" for each remark, in order.
std::vector<std::string> remarks_of(const base::Problems& problems) {
    std::vector<std::string> all;
    for (const auto& remark : problems.remarks()) {
        const auto& problem = remark.problem;
        all.push_back(problem.where.file + " " + problem.where.field + " " + problem.code);
        CHECK_FALSE(base::say(problem.message, base::Language::english).empty());
        CHECK(base::say(problem, base::Language::english).find(problem.where.file) == 0);
    }
    return all;
}

std::string error_code(const audit::CatalogueFiles& files) {
    try {
        audit::load_catalogue(files);
        return "none";
    } catch (const base::Error& error) {
        CHECK_FALSE(error.problem().where.file.empty());
        return error.problem().code;
    }
}

struct Fault {
    const char *file, *what, *by, *remark;
};

}  // namespace

TEST_CASE("The small catalogue of these tests has no fault", "[audit][catalogue]") {
    auto loaded = audit::load_catalogue(small_catalogue());
    CHECK(remarks_of(loaded.problems).empty());
    CHECK(loaded.value.criteria.size() == 2);
    CHECK(loaded.value.goal("G1"));
    CHECK(loaded.value.category("narrow")->default_goals == std::vector<std::string>{"G1"});
    CHECK(loaded.value.norms.version == "1");
    CHECK(loaded.value.agenda_id == "town");
}

TEST_CASE("A broken entry is left out with a remark that names file, entry and reason", "[audit][catalogue]") {
    auto fault = GENERATE(
        Fault{"methods.json", R"("m": 0.01)", R"("ell": 0.01)", "methods.json tape catalogue-word"},
        Fault{"methods.json", R"("m": 0.01)", R"("m": -1)", "methods.json tape catalogue-type"},
        Fault{"methods.json", R"("m": 0.01)", R"("m": "1")", "methods.json tape catalogue-type"},
        Fault{"methods.json", R"({"id": "tape")", R"({"id": "")", "methods.json  catalogue-type"},
        Fault{"methods.json", R"({"id": "tape")", R"({"id": "a tape")", "methods.json a tape catalogue-id"},
        Fault{"methods.json", R"({"id": "tape")", R"({"id": 5)", "methods.json #1 catalogue-type"},
        Fault{"methods.json", R"({"id": "tape", )", R"({)", "methods.json #1 catalogue-missing"},
        Fault{"methods.json", R"("entries": [)", R"("entries": ["tape", )", "methods.json #1 catalogue-type"},
        Fault{"quantities.json", R"("nl": "een", )", "", "quantities.json width catalogue-language"},
        Fault{"quantities.json", R"("en": "one")", R"("en": "")", "quantities.json width catalogue-language"},
        Fault{"quantities.json", R"({"nl": "een", "en": "one"})", R"("one")", "quantities.json width catalogue-type"},
        Fault{"quantities.json", R"("nl": "een")", R"("nl": "een", "de": "ein")",
              "quantities.json width catalogue-type"},
        Fault{"quantities.json", R"("unit": "m")", R"("unit": "ell")", "quantities.json width catalogue-word"},
        Fault{"quantities.json", R"(["m", "cm"])", R"(["cm"])", "quantities.json width catalogue-unit"},
        Fault{"quantities.json", R"(["m", "cm"])", R"(["m", "N"])", "quantities.json width catalogue-unit"},
        Fault{"quantities.json", R"(["m", "cm"])", R"(["m", 1])", "quantities.json width catalogue-type"},
        Fault{"quantities.json", R"("methods": ["tape"])", R"("methods": ["wand"])",
              "quantities.json width catalogue-reference-unknown"},
        Fault{"quantities.json", R"("smallest": 0)", R"("smallest": 30)", "quantities.json width catalogue-range"},
        Fault{"quantities.json", R"("kind": "number")", R"("kind": "yes-no")", "quantities.json width catalogue-unit"},
        Fault{"quantities.json", R"({"id": "length")", R"({"id": "width")",
              "quantities.json width catalogue-id-double"},
        Fault{"criteria.json", R"("quantity": "width")", R"("quantity": "depth")",
              "criteria.json WIDE catalogue-reference-unknown"},
        Fault{"criteria.json", R"("threshold": 1.5, )", "", "criteria.json WIDE catalogue-threshold"},
        Fault{"criteria.json", R"("threshold": 1.5)", R"("threshold": "1.5")", "criteria.json WIDE catalogue-type"},
        Fault{"criteria.json", R"("threshold": 1.5)", R"("threshold": 1.5, "unit": "N")",
              "criteria.json WIDE catalogue-unit"},
        Fault{"criteria.json", R"("threshold": 1.5)", R"("treshold": 1.5, "threshold": 1.5)",
              "criteria.json WIDE catalogue-key-unknown"},
        Fault{"criteria.json", R"("at_least")", R"("about")", "criteria.json WIDE catalogue-word"},
        Fault{"criteria.json", R"("at_least")", R"("is_true")", "criteria.json WIDE catalogue-comparison"},
        Fault{"criteria.json", R"("at_least")", R"("between")", "criteria.json WIDE catalogue-threshold"},
        Fault{"criteria.json", R"("at_least", "threshold": 1.5)", R"("between", "threshold": 1.5, "upper": 1)",
              "criteria.json WIDE catalogue-threshold"},
        Fault{"criteria.json", R"("threshold": 1.5)", R"("threshold": 1.5, "upper": 2)",
              "criteria.json WIDE catalogue-threshold"},
        Fault{"criteria.json", R"("minimum")", R"("least")", "criteria.json WIDE catalogue-word"},
        Fault{"criteria.json", R"("trust": "C")", R"("trust": "sure")", "criteria.json WIDE catalogue-word"},
        Fault{"criteria.json", R"("source": "us", )", "", "criteria.json WIDE catalogue-missing"},
        Fault{"criteria.json", R"("quantity": "length")", R"("quantity": "depth")",
              "criteria.json SHORT catalogue-reference-unknown"},
        Fault{"criteria.json", R"(, "up_to": 20)", "", "criteria.json SHORT catalogue-condition"},
        Fault{"criteria.json", R"("up_to": 20)", R"("above": 30, "up_to": 20)",
              "criteria.json SHORT catalogue-condition"},
        Fault{"criteria.json", R"({"quantity": "length", "up_to": 20})", R"("length")",
              "criteria.json SHORT catalogue-type"},
        Fault{"rules.json", R"("SHORT")", R"("TINY")", "rules.json PASSAGE catalogue-reference-unknown"},
        Fault{"rules.json", R"("id": "PASSAGE")", R"("id": "WIDE")", "rules.json WIDE catalogue-id-double"},
        Fault{"rules.json", R"("quantity": "width")", R"("quantity": "length")", "rules.json PASSAGE catalogue-rule"},
        Fault{"rules.json", R"(["WIDE", "SHORT"])", R"([])", "rules.json PASSAGE catalogue-missing"},
        Fault{"categories.json", R"("letter": "N")", R"("letter": "nn")", "categories.json narrow catalogue-letter"},
        Fault{"categories.json", R"(["point"])", R"(["circle"])", "categories.json narrow catalogue-word"},
        Fault{"categories.json", R"("quantity": "width")", R"("quantity": "depth")",
              "categories.json narrow catalogue-reference-unknown"},
        Fault{"categories.json", R"("hindering")", R"("bad")", "categories.json narrow catalogue-word"},
        Fault{"categories.json", R"("treaty": ["9"])", R"("treaty": ["99"])",
              "categories.json narrow catalogue-reference-unknown"},
        Fault{"categories.json", R"("letter": "N")", R"("letter": "N", "anchors": {"bad": {"nl": "a", "en": "b"}})",
              "categories.json narrow catalogue-word"},
        Fault{"agendas/town.json", R"("advised")", R"("wished")", "agendas/town.json G1 catalogue-word"},
        Fault{"agendas/town.json", R"(["advised"])", R"([])", "agendas/town.json G1 catalogue-missing"},
        Fault{"agendas/town.json", R"("letter#2")", R"("book#2")", "agendas/town.json G1 catalogue-reference-unknown"},
        Fault{"agendas/town.json", R"({"id": "all", "inferred": true})", R"({"id": "some"})",
              "agendas/town.json G1 catalogue-reference-unknown"},
        Fault{"agendas/town.json", R"("inferred": true)", R"("inferred": "yes")",
              "agendas/town.json G1 catalogue-type"},
        Fault{"agendas/town.json", R"("stakeholders": [{"id": "city"}])", R"("stakeholders": ["city"])",
              "agendas/town.json G1 catalogue-type"},
        Fault{"agendas/town.json", R"("treaty": ["9"])", R"("treaty": ["8"])",
              "agendas/town.json G1 catalogue-reference-unknown"},
        Fault{"agendas/town.json", R"("category": "narrow")", R"("category": "wide")",
              "agendas/town.json #1 catalogue-reference-unknown"});
    INFO(fault.file << ": " << fault.what << " -> " << fault.by);
    auto remarks = remarks_of(load_with(fault.file, fault.what, fault.by).problems);
    REQUIRE_FALSE(remarks.empty());
    CHECK(remarks.front() == fault.remark);
}

TEST_CASE("What depends on a broken entry falls with it, and the rest stays", "[audit][catalogue]") {
    auto loaded = load_with("quantities.json", R"("nl": "een", )", "");
    CHECK(remarks_of(loaded.problems) ==
          std::vector<std::string>{
              "quantities.json width catalogue-language", "criteria.json WIDE catalogue-reference-unknown",
              "criteria.json SHORT catalogue-reference-unknown", "rules.json PASSAGE catalogue-reference-unknown",
              "norms/plain.json WIDE catalogue-reference-unknown", "norms/plain.json SHORT catalogue-reference-unknown",
              "norms/plain.json PASSAGE catalogue-reference-unknown",
              "categories.json narrow catalogue-reference-unknown",
              "agendas/town.json #1 catalogue-reference-unknown"});
    CHECK(loaded.value.quantity("length"));
    CHECK(loaded.value.goal("G1"));
    CHECK(loaded.value.norms.criteria.empty());
    CHECK(loaded.value.categories.empty());
}

TEST_CASE("A goal id is used once in all agendas", "[audit][catalogue]") {
    auto files = small_catalogue();
    files["agendas/town.json"] = test::agenda_file(test::agenda_of(test::k_goal + "," + test::k_goal));
    auto loaded = audit::load_catalogue(files);
    CHECK(remarks_of(loaded.problems) == std::vector<std::string>{"agendas/town.json G1 catalogue-id-double"});
    CHECK(loaded.value.agendas.at(0).themes.at(0).goals.size() == 1);
}

TEST_CASE("A norm without threshold is accepted only where its trust says that it is unknown", "[audit][catalogue]") {
    auto files = small_catalogue();
    auto& criteria = files["criteria.json"];
    criteria = replaced(replaced(criteria, R"("threshold": 1.5, )", ""), R"("trust": "C")", R"("trust": "U")");
    auto loaded = audit::load_catalogue(files);
    CHECK(loaded.problems.empty());
    CHECK_FALSE(loaded.value.criterion("WIDE")->threshold);
}

TEST_CASE("A city's own threshold takes the place of the norm's, with its own source", "[audit][catalogue]") {
    auto with = [](const std::string& thresholds) {
        return load_with("norms/plain.json", R"("rules")", R"("thresholds": )" + thresholds + R"(, "rules")");
    };
    auto loaded = with(R"({"WIDE": {"threshold": 1.8, "source": "council decision", "trust": "S"}})");
    REQUIRE(loaded.problems.empty());
    const auto* wide = loaded.value.criterion("WIDE");
    CHECK(wide->threshold == 1.8);
    CHECK(wide->source == "council decision");
    CHECK(wide->trust == audit::Trust::stated);
    CHECK(loaded.value.norms.thresholds == std::map<std::string, double>{{"WIDE", 1.8}});

    CHECK(remarks_of(with(R"({"WIDE": {"threshold": 1.8, "trust": "S"}})").problems) ==
          std::vector<std::string>{"norms/plain.json WIDE catalogue-missing"});
    CHECK(remarks_of(with(R"({"GONE": {"threshold": 1.8, "source": "x", "trust": "S"}})").problems) ==
          std::vector<std::string>{"norms/plain.json GONE catalogue-reference-unknown"});
    CHECK(remarks_of(with(R"({"WIDE": {"source": "x", "trust": "S"}})").problems) ==
          std::vector<std::string>{"norms/plain.json WIDE catalogue-threshold"});
}

TEST_CASE("A file that is no JSON, or lacks its frame, is an error that names it", "[audit][catalogue]") {
    for (const auto& [name, text] : small_catalogue()) {
        INFO(name);
        for (const auto* broken :
             {"", "no JSON", "{", "[]", "{}", "5", "null", R"({"format": "doorgang-catalogue/1"})",
              R"({"format": "doorgang-catalogue/9", "version": "1", "entries": []})",
              R"({"format": 1, "version": "1", "entries": []})",
              R"({"format": "doorgang-catalogue/1", "version": 1, "entries": []})",
              R"({"format": "doorgang-catalogue/1", "version": "1", "entries": {}})",
              R"({"format": "doorgang-catalogue/1", "version": "1", "entries": [{"id": "a", "threshold": 1e999}]})"}) {
            INFO(broken);
            auto files = small_catalogue();
            files[name] = broken;
            CHECK(error_code(files) == "catalogue-file-broken");
        }
        auto files = small_catalogue();
        files.erase(name);
        CHECK(error_code(files) == "catalogue-file-missing");
    }
}

TEST_CASE("Norms that cannot be read are an error, because nothing could be judged without them",
          "[audit][catalogue]") {
    auto with = [](const std::string& entries) {
        auto files = small_catalogue();
        files["norms/plain.json"] = framed(entries);
        return error_code(files);
    };
    CHECK(with("") == "catalogue-norms");
    CHECK(with(test::k_norms + "," + test::k_norms) == "catalogue-norms");
    CHECK(with(replaced(test::k_norms, "plain", "other")) == "catalogue-norms");
    CHECK(with(replaced(test::k_norms, R"("nl": "een", )", "")) == "catalogue-language");
}

TEST_CASE("Files of different versions of a catalogue are remarked", "[audit][catalogue]") {
    auto loaded = load_with("methods.json", R"("version": "1")", R"("version": "2")");
    CHECK(remarks_of(loaded.problems) == std::vector<std::string>{"methods.json  catalogue-version-mixed"});
    CHECK(loaded.value.version == "1");
}
