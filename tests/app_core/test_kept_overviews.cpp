// SPDX-License-Identifier: EUPL-1.2
#include "app/core/kept_overviews.hpp"
#include "app/core/layer_loading.hpp"
#include "app/core/report_json.hpp"
#include "app/scene/overview.hpp"
#include "geo/base/files.hpp"
#include "geo/source/writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <limits>
#include <vector>

using namespace app;

namespace {

constexpr int k_row = 400, k_trees = 110'000;

void write_wood(const std::filesystem::path& path, int trees) {
    geo::GeoPackageWriter writer(path, geo::rd_new());
    writer.begin_layer("tree", geo::Kind::point, {{"kind", geo::FieldType::text}});
    // One of them was never given a place.
    for (int i = 0; i < trees; ++i)
        writer.add(i == 7 ? geo::Shape{} : geo::Shape::point({90000.0 + 10 * (i % k_row), 460000.0 + 10 * (i / k_row)}),
                   {std::string("oak")});
    writer.commit();
}

struct Wood {
    test::TemporaryFolder folder{};
    std::filesystem::path path = folder / "wood.gpkg";
    LayerOrigin origin{.path = path,
                       .options = {.layer = "tree"},
                       .target = geo::rd_new(),
                       .overviews = std::make_shared<KeptOverviews>(folder / "overviews")};

    Wood() { write_wood(path, k_trees); }
    std::shared_ptr<const PreparedLayer> load() const {
        auto arrived = load_layer(origin, [](auto) {}, {});
        if (arrived.overview) origin.overviews->keep(*arrived.overview, *arrived.data);
        return arrived.data;
    }
    std::optional<std::string> address() const {
        return KeptOverviews::address_of(origin, geo::size_of(path, origin.options, origin.target));
    }
    /// Everything that was kept, changed as `how` says.
    template <class How>
    void spoil(How&& how) const {
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "overviews")) {
            if (!entry.is_regular_file()) continue;
            auto bytes = base::read_file(entry.path());
            how(bytes);
            std::ofstream(entry.path(), std::ios::binary) << bytes;
            ++files;
        }
        REQUIRE(files == 1);
    }
};

void check_same(const PreparedLayer& a, const PreparedLayer& b) {
    CHECK(report_json(a.layer->report) == report_json(b.layer->report));
    CHECK(a.layer->report.fields == b.layer->report.fields);
    CHECK(a.layer->extent == b.layer->extent);
    CHECK(a.is_by_place == b.is_by_place);
    CHECK(a.kind == b.kind);
    CHECK(a.feature_count == b.feature_count);
    CHECK(a.corners == b.corners);
    CHECK(a.has_points == b.has_points);
    REQUIRE(a.coverage.levels.size() == b.coverage.levels.size());
    for (std::size_t i = 0; i < a.coverage.levels.size(); ++i) {
        const auto &mine = a.coverage.levels[i], &theirs = b.coverage.levels[i];
        CHECK(mine.unit == theirs.unit);
        REQUIRE(mine.patches.size() == theirs.patches.size());
        for (const auto& [place, patch] : mine.patches) {
            const auto& other = theirs.patches.at(place);
            CHECK((patch.areas == other.areas && patch.lines == other.lines && patch.points == other.points));
        }
    }
}

/// Cells with something in the corner of the wood that has least of it. @param north metres to the last row
std::ptrdiff_t fewest_in_corners(const PreparedLayer& seen, double north) {
    auto fewest = std::numeric_limits<std::ptrdiff_t>::max();
    for (const double x : {90000.0, 93800.0})
        for (const double y : {460000.0, 460000.0 + north - 190}) {
            CellPatch cut;
            seen.coverage.levels.front().cut({x, y, x + 190, y + 190}, cut);
            fewest = std::min(fewest,
                              std::count_if(cut.points.begin(), cut.points.end(), [](auto cell) { return cell > 0; }));
        }
    return fewest;
}

}  // namespace

TEST_CASE("All of a large layer's ground is to be seen before it was looked through", "[layers][overviews]") {
    Wood wood;
    std::filesystem::remove(wood.path);
    write_wood(wood.path, 140'000);
    std::vector<std::shared_ptr<const PreparedLayer>> seen;
    const auto arrived = load_layer(wood.origin, [&](const auto& so_far) { seen.push_back(so_far); }, {});
    REQUIRE(seen.size() == 1);
    CHECK(seen[0]->is_by_place);
    CHECK(seen[0]->feature_count == 140'000);
    CHECK(fewest_in_corners(*seen[0], 3490) > 0);
    CHECK(fewest_in_corners(*seen[0], 3490) < fewest_in_corners(*arrived.data, 3490));
    CHECK_FALSE(arrived.is_sample);
    CHECK(arrived.data->layer->report.features == 140'000);
}

TEST_CASE("A large layer that was seen before is shown from what was kept, with its remarks", "[layers][overviews]") {
    const Wood wood;
    const auto first = wood.load();
    REQUIRE(first->is_by_place);
    CHECK(first->layer->report.null + first->layer->report.empty == 1);
    check_same(*first, *wood.load());

    auto other = held_by_place(first->layer, first->coverage);
    other.feature_count = 7;
    wood.origin.overviews->keep(*wood.address(), other);
    CHECK(wood.load()->feature_count == 7);
}

TEST_CASE("A very large layer is shown by a sample first, and nothing is kept of that", "[layers][overviews]") {
    Wood wood;
    std::filesystem::remove(wood.path);
    write_wood(wood.path, 200'000);
    wood.origin.most_at_once = 150'000;
    const auto first = load_layer(wood.origin, [](auto) {}, {});
    REQUIRE(first.is_sample);
    CHECK_FALSE(first.overview);
    CHECK(first.data->is_by_place);
    CHECK(first.data->feature_count == 200'000);
    CHECK(first.data->layer->extent == geo::Box{90000, 460000, 93990, 464990});
    CHECK(fewest_in_corners(*first.data, 4990) > 20);
    // Who waits for the picture of all of it gets that.
    const auto whole = load_layer(wood.origin, {}, {});
    CHECK_FALSE(whole.is_sample);
    CHECK(whole.overview);
    CHECK(whole.data->layer->report.features == 200'000);
}

TEST_CASE("A large layer is looked through again when its file changed", "[layers][overviews]") {
    const Wood wood;
    const auto before = wood.address();
    REQUIRE(wood.load()->feature_count == k_trees);
    std::filesystem::remove(wood.path);
    write_wood(wood.path, k_trees + 1);
    CHECK(wood.address() != before);
    CHECK(wood.load()->feature_count == k_trees + 1);
}

TEST_CASE("A large layer with remarks that are not UTF-8 is kept, too", "[layers][overviews]") {
    const Wood wood;
    const auto first = wood.load();
    auto layer = *first->layer;
    layer.report.problems.add({.code = "source-faulty",
                               .message = base::text("The file has faults that were passed over."),
                               .detail = "caf\xE9"});
    wood.origin.overviews->keep(*wood.address(), held_by_place(std::make_shared<const geo::Layer>(layer), {}));
    CHECK(wood.load()->layer->report.problems.count("source-faulty") == 1);
}

TEST_CASE("Nothing is kept of a large layer while another program may be writing it", "[layers][overviews]") {
    const Wood wood;
    CHECK(wood.address().has_value());
    std::ofstream(wood.path.string() + "-wal") << "pages";
    CHECK_FALSE(wood.address().has_value());
}

TEST_CASE("What was kept of a large layer and is damaged is not used", "[layers][overviews]") {
    const Wood wood;
    const auto first = wood.load();
    SECTION("cut off") {
        wood.spoil([](std::string& bytes) { bytes.resize(bytes.size() / 2); });
    }
    SECTION("another number of patches") {
        wood.spoil([](std::string& bytes) { bytes.replace(bytes.find("\"patches\":[["), 12, "\"patches\":77"); });
    }
    SECTION("no kind of geometry") {
        wood.spoil([](std::string& bytes) { bytes[bytes.find("\"kind\":") + 7] = '9'; });
    }
    SECTION("cells without a size") {
        wood.spoil([](std::string& bytes) { bytes.replace(bytes.find("\"unit\":"), 8, "\"unit\":-"); });
    }
    check_same(*first, *wood.load());
}
