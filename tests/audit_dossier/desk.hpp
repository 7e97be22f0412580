// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace test {

/// An author whose clock, ids and salts are the same every time; `seed` makes another person on another machine.
inline audit::Author author(std::uint64_t seed = 1) {
    auto begin = *base::parse_time("2026-03-01T09:00:00Z");
    audit::Author author;
    author.person = "Inspector " + std::to_string(seed);
    author.ids = base::seeded_ids(seed, begin);
    author.machine = base::seeded_ids(seed + 1000, begin)();
    auto tick = std::make_shared<int>(0);
    author.clock = [begin, tick] { return begin + std::chrono::seconds((*tick)++); };
    auto salts = base::seeded_ids(seed + 2000, begin);
    author.salt = [salts] { return base::sha256_hex(salts()).substr(0, 32); };
    return author;
}

/// Why `action` is refused; nothing when it is carried out, which is then taken back.
inline std::optional<base::Problem> refusal_of(audit::Dossier& dossier, const audit::DossierAction& action) {
    try {
        auto before = dossier.history().size();
        dossier.perform(action);
        if (dossier.history().size() > before) dossier.perform(audit::Undo{});
        return std::nullopt;
    } catch (const base::Refusal& refused) {
        return refused.problem();
    }
}

inline std::vector<audit::Finding> findings_of(audit::Dossier& dossier) {
    std::vector<audit::Finding> all;
    dossier.for_each_finding([&](const audit::Finding& finding) { all.push_back(finding); });
    return all;
}

/// Nothing is wrong in the dossier, or the test says what.
inline void check_is_clean(audit::Dossier& dossier) {
    auto problems = dossier.check().problems;
    for (const auto& remark : problems.remarks()) UNSCOPED_INFO(base::say(remark.problem) + remark.problem.detail);
    CHECK(problems.empty());
}

/// A dossier in a folder of its own.
struct Desk {
    TemporaryFolder folder;
    std::filesystem::path path = folder / "binnenstad.gpkg";
    audit::Dossier dossier = audit::Dossier::create(path, {}, author());

    std::string record(double x = 93500, double y = 463900, const std::string& title = "Terras te ver") {
        audit::RecordFinding finding{.category = "terrace-passage", .shape = geo::Shape::point({x, y}), .title = title};
        finding.measurements = {
            {.quantity = "passage-width", .value = 1.32, .unit = "m", .accuracy = 0.01, .method = "tape"}};
        return dossier.perform(finding).uuid;
    }
    const audit::Finding& finding(const std::string& uuid) {
        snapshot = dossier.snapshot();
        return *snapshot->find(uuid);
    }
    std::shared_ptr<const audit::Snapshot> snapshot{};
};

}  // namespace test
