// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/repaint.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <vector>

using test::Bench;

namespace {

/// A framebuffer that remembers which triangles were painted on each of its pixels, and in which order, since one that
/// hides what lay below.
class Painted {
public:
    Painted(int width, int height) : width_(width), height_(height) {
        pixels_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    }

    void add(const ImDrawData& built, const ui::Rect& map) {
        fill(map.x0, map.y0, map.x1, map.y1, true, 1);  // the map itself
        for (int i = 0; i < built.CmdListsCount; ++i)
            for (const auto& command : built.CmdLists[i]->CmdBuffer) add(*built.CmdLists[i], command);
    }

    bool operator==(const Painted&) const = default;

private:
    void add(const ImDrawList& list, const ImDrawCmd& command) {
        const auto& clip = command.ClipRect;
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            float x0 = 1e9F, y0 = 1e9F, x1 = -1e9F, y1 = -1e9F;
            bool is_opaque = true;
            std::uint64_t what = 17;
            for (unsigned corner = 0; corner < 3; ++corner) {
                const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + corner)];
                const auto& at = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
                x0 = std::min(x0, at.pos.x), x1 = std::max(x1, at.pos.x);
                y0 = std::min(y0, at.pos.y), y1 = std::max(y1, at.pos.y);
                is_opaque = is_opaque && (at.col >> 24U) == 255 && at.uv.x == ImGui::GetIO().Fonts->TexUvWhitePixel.x;
                what = what * 1'000'003 + at.col + static_cast<std::uint64_t>(at.pos.x * 64) * 31 +
                       static_cast<std::uint64_t>(at.pos.y * 64) * 7 + static_cast<std::uint64_t>(at.uv.x * 8192);
            }
            fill(std::max(x0, clip.x), std::max(y0, clip.y), std::min(x1, clip.z), std::min(y1, clip.w), is_opaque,
                 what);
        }
    }

    void fill(float x0, float y0, float x1, float y1, bool is_opaque, std::uint64_t what) {
        const int right = std::min(width_, static_cast<int>(x1)), top = std::min(height_, static_cast<int>(y1));
        for (int y = std::max(0, static_cast<int>(y0)); y < top; ++y)
            for (int x = std::max(0, static_cast<int>(x0)); x < right; ++x) {
                auto& pixel = pixels_[static_cast<std::size_t>(y * width_ + x)];
                pixel = is_opaque ? what : pixel * 31 + what;
            }
    }

    int width_, height_;
    std::vector<std::uint64_t> pixels_{};
};

class Both {
public:
    explicit Both(Bench& bench) : bench_(bench) {}

    /// Paints the last frame whole, and what of it changed over the frame before. @returns whether both show the same
    bool paint() {
        auto* built = ImGui::GetDrawData();
        Painted whole(1600, 1000);
        whole.add(*built, bench_.face().map_area());
        repaint_.keep_changed(*built, bench_.face().map_area());
        changed_.add(*built, bench_.face().map_area());
        return changed_ == whole;
    }
    /// After paint(): the panels at its sides and above it were not. The line below says where the map is.
    bool only_map() const {
        const auto map = bench_.face().map_area();
        const auto* built = ImGui::GetDrawData();
        for (int i = 0; i < built->CmdListsCount; ++i)
            for (const auto& command : built->CmdLists[i]->CmdBuffer) {
                const auto& clip = command.ClipRect;
                if (clip.y >= map.y1 - 1) continue;
                if (clip.x < map.x0 - 1 || clip.y < map.y0 - 1 || clip.z > map.x1 + 1 || clip.w > map.y1 + 1)
                    return false;
            }
        return true;
    }
    void forget() { repaint_.forget(); }

private:
    Bench& bench_;
    ui::Repaint repaint_{};
    Painted changed_{1600, 1000};
};

}  // namespace

TEST_CASE("What changed, painted over what was there, shows the same as all of it", "[ui][repaint]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.settle();
    bench.record("Drempel bij de ingang");
    bench.settle();
    Both both(bench);
    REQUIRE(both.paint());
    CHECK_FALSE(both.only_map());
    const auto check = [&](const char* what, const std::function<void()>& act) {
        INFO(what);
        act();
        CHECK(both.paint());
    };
    check("nothing", [&] { bench.settle(); });
    CHECK(both.only_map());
    check("a finding is chosen", [&] { bench.click("list/row/" + bench.state().snapshot->findings.front()->uuid); });
    CHECK_FALSE(both.only_map());
    for (const auto* action : {"layers", "settings", "help", "search"})
        check(action, [&] { bench.desk().dispatch(action), bench.settle(); });
    for (int i = 0; i < 4; ++i) check("escape", [&] { bench.key("Escape"); });
    for (int i = 0; i < 6; ++i) check("tab", [&] { bench.key("Tab"); });
    check("another place", [&] { bench.look_at({93'100, 464'100}, 400), bench.settle(); });
    check("another mode", [&] { bench.key("F3"), bench.settle(); });
}

TEST_CASE("While the map moves, only the map is painted", "[ui][repaint]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.record("Drempel bij de ingang");
    bench.key("Escape");
    bench.settle();
    Both both(bench);
    both.paint();
    bench.look_at({93'100, 464'100}, 400);
    bench.settle();
    both.paint();
    bench.look_at({93'120, 464'110}, 400);
    bench.settle();
    CHECK(both.paint());
    CHECK(both.only_map());
    both.forget();
    bench.settle();
    CHECK(both.paint());
    CHECK_FALSE(both.only_map());
}
