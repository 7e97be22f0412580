// SPDX-License-Identifier: EUPL-1.2
#include "tests/audit_catalogue/small.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <fstream>

namespace {

void write_all(const std::filesystem::path& folder, const audit::CatalogueFiles& files) {
    for (const auto& [name, text] : files) {
        std::filesystem::create_directories((folder / name).parent_path());
        std::ofstream(folder / name) << text;
    }
}

std::string refusal(const std::filesystem::path& folder, const std::string& norms, const std::string& agenda) {
    try {
        audit::read_catalogue_files(folder, norms, agenda);
        return {};
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "catalogue-file-missing");
        return error.what();
    }
}

}  // namespace

TEST_CASE("The files of a catalogue are read as they are", "[audit][catalogue]") {
    test::TemporaryFolder folder;
    auto files = test::small_catalogue();
    write_all(folder.path(), files);
    CHECK(audit::read_catalogue_files(folder.path(), "plain", "town") == files);
    CHECK(audit::norms_in(folder.path()) == std::vector<std::string>{"plain"});
    CHECK(audit::agendas_in(folder.path()) == std::vector<std::string>{"town"});
    CHECK(audit::norms_in(folder / "nowhere").empty());
}

TEST_CASE("Norms or an agenda that are not offered are refused with what there is", "[audit][catalogue]") {
    test::TemporaryFolder folder;
    write_all(folder.path(), test::small_catalogue());
    CHECK(refusal(folder.path(), "fancy", "town").find("plain") != std::string::npos);
    CHECK(refusal(folder.path(), "plain", "village").find("town") != std::string::npos);
    CHECK_FALSE(refusal(folder.path(), "../norms/plain", "town").empty());
    CHECK_FALSE(refusal(folder.path(), "", "town").empty());
}

TEST_CASE("A folder that lacks a file of the catalogue is refused with the file's name", "[audit][catalogue]") {
    for (const auto& [name, text] : test::small_catalogue()) {
        if (name.find('/') != std::string::npos) continue;
        test::TemporaryFolder folder;
        auto files = test::small_catalogue();
        files.erase(name);
        write_all(folder.path(), files);
        CHECK(refusal(folder.path(), "plain", "town").find(name) != std::string::npos);
    }
}
