// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tests/audit_dossier/desk.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <random>

using namespace audit;

namespace {

/// One way in which a file comes back from a broken stick.
std::string damaged(std::string bytes, std::mt19937& random) {
    auto below = [&](std::size_t end) { return static_cast<std::size_t>(random()) % end; };
    constexpr std::size_t k_page = 4096;
    switch (below(5)) {
        case 0:
            for (auto flips = 1 + below(20); flips > 0; --flips)
                bytes[below(bytes.size())] ^= static_cast<char>(1u << below(8));
            break;
        case 1:
            bytes.resize(below(bytes.size()));
            break;
        case 2:
            bytes.replace(below(bytes.size() / k_page) * k_page, k_page, k_page, '\0');
            break;
        case 3: {
            auto from = below(bytes.size() / k_page) * k_page, to = below(bytes.size() / k_page) * k_page;
            bytes.replace(to, k_page, bytes.substr(from, k_page));
            break;
        }
        default:
            // Where SQLite keeps what it believes most: the heads of the file and of its pages.
            for (int writes = 0; writes < 4; ++writes)
                bytes[below(bytes.size() / k_page) * k_page + below(100)] = static_cast<char>(below(256));
    }
    return bytes;
}

/// Everything that can be asked of a dossier, each ending in a result or a sentence.
void ask_everything(const std::filesystem::path& path, const std::string& uuid) {
    auto dossier = Dossier::open(path, test::author(3));
    auto ask = [](auto&& question) {
        try {
            question();
        } catch (const base::Error& error) {
            CHECK_FALSE(base::say(error.problem()).empty());
            CHECK(error.problem().code != "");
        }
    };
    ask([&] { dossier.snapshot(); });
    ask([&] { dossier.layers(); });
    ask([&] { dossier.history(); });
    ask([&] { dossier.history(uuid); });
    ask([&] { dossier.drafts(); });
    ask([&] { dossier.check(); });
    ask([&] { dossier.changed_outside(); });
    ask([&] { dossier.take_in_outside_edits(); });
    ask([&] { dossier.perform(SetStatus{uuid, Status::solved, ""}); });
    ask([&] { dossier.perform(Undo{}); });
    auto copy = path.string() + "-copy.gpkg";
    ask([&] { dossier.copy_to(copy); });
    // What was called a copy can be worked with.
    if (std::filesystem::exists(copy)) ask([&] { Dossier::open(copy, test::author(4)).check(); });
    std::filesystem::remove(copy);
}

}  // namespace

TEST_CASE("A dossier damaged anywhere gives results or sentences, never a crash or a hang", "[dossier][damaged]") {
    test::Desk desk;
    auto uuid = desk.record();
    desk.record(93600, 463950);
    desk.dossier.perform(LinkGoal{uuid, "LIA-G9"});
    desk.dossier.perform(AddLayer{.path = "/nowhere/city.gpkg"});
    desk.dossier.perform(EditFinding{.uuid = uuid, .fields = {{"title", "Anders"}}});
    auto whole = base::read_file(desk.path);
    std::mt19937 random(1);
    auto path = desk.folder / "damaged.gpkg";
    for (int round = 0; round < 300; ++round) {
        INFO("round " << round);
        std::ofstream(path, std::ios::binary) << damaged(whole, random);
        try {
            ask_everything(path, uuid);
        } catch (const base::Error& error) {
            CHECK_FALSE(base::say(error.problem()).empty());
        }
        for (const char* ending : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(path.string() + ending);
    }
}
