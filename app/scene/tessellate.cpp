// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/tessellate.hpp"

#include "geo/geometry/tangle.hpp"

#include <GL/glu.h>

#include <array>

namespace app {
namespace {

/// A tenth of a second for an ordinary ring; a frame has no more.
constexpr std::size_t k_most_corners = 20000;

/// Doubled area of the triangle a, b, c: positive when it turns left.
double turn(geo::Point a, geo::Point b, geo::Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

/// Most buildings and paving are triangles and convex quads: they need no tessellator.
bool is_simple(std::span<const geo::Point> ring) {
    if (ring.size() == 3) return true;
    if (ring.size() != 4) return false;
    int left = 0, right = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        double t = turn(ring[i], ring[(i + 1) % 4], ring[(i + 2) % 4]);
        left += t > 0;
        right += t < 0;
    }
    return left == 0 || right == 0;
}

std::span<const geo::Point> without_closing(const std::vector<geo::Point>& ring) {
    std::span<const geo::Point> open(ring);
    while (open.size() > 1 && open.front() == open.back()) open = open.first(open.size() - 1);
    return open;
}

void* as_data(std::size_t corner) { return reinterpret_cast<void*>(corner); }
std::uint32_t as_corner(void* data) { return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(data)); }

}  // namespace

struct Tessellator::Pimpl {
    GLUtesselator* glu = gluNewTess();
    Triangles out;
    bool failed = false;

    static void on_corner(void* data, void* self) {
        static_cast<Pimpl*>(self)->out.triangles.push_back(as_corner(data));
    }
    // Having a callback for edges makes GLU give separate triangles instead of fans and strips.
    static void on_edge(GLboolean, void*) {}
    static void on_crossing(const std::array<GLdouble, 3>& at, void**, GLfloat*, void** made, void* self) {
        auto& corners = static_cast<Pimpl*>(self)->out.corners;
        *made = as_data(corners.size());
        corners.push_back({at[0], at[1]});
    }
    static void on_error(GLenum, void* self) { static_cast<Pimpl*>(self)->failed = true; }

    template <class Function>
    void listen(GLenum what, Function* function) const {
        gluTessCallback(glu, what, reinterpret_cast<_GLUfuncptr>(function));
    }

    void add(std::span<const geo::Point> ring) {
        gluTessBeginContour(glu);
        for (auto p : ring) {
            std::array<GLdouble, 3> position{p.x, p.y, 0};
            gluTessVertex(glu, position.data(), as_data(out.corners.size()));
            out.corners.push_back(p);
        }
        gluTessEndContour(glu);
    }
};

Tessellator::Tessellator() : pimpl_(std::make_unique<Pimpl>()) {
    if (!pimpl_->glu) throw std::bad_alloc();
    pimpl_->listen(GLU_TESS_VERTEX_DATA, &Pimpl::on_corner);
    pimpl_->listen(GLU_TESS_EDGE_FLAG_DATA, &Pimpl::on_edge);
    pimpl_->listen(GLU_TESS_COMBINE_DATA, &Pimpl::on_crossing);
    pimpl_->listen(GLU_TESS_ERROR_DATA, &Pimpl::on_error);
    gluTessProperty(pimpl_->glu, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(pimpl_->glu, 0, 0, 1);
}

Tessellator::~Tessellator() {
    if (pimpl_->glu) gluDeleteTess(pimpl_->glu);
}

const Triangles& Tessellator::cut(std::span<const std::vector<geo::Point>> rings) {
    auto& out = pimpl_->out;
    out.corners.clear();
    out.triangles.clear();
    if (rings.empty()) return out;
    auto shell = without_closing(rings.front());
    if (shell.size() < 3) return out;
    if (rings.size() == 1 && is_simple(shell)) {
        out.corners.assign(shell.begin(), shell.end());
        out.triangles = {0, 1, 2};
        if (shell.size() == 4) out.triangles.insert(out.triangles.end(), {0, 2, 3});
        return out;
    }
    // The tessellator cannot be stopped, and takes time by the square of what crosses or lies side by side.
    std::vector<std::span<const geo::Point>> runs(rings.begin(), rings.end());
    std::size_t corners = 0;
    for (const auto& run : runs) corners += run.size();
    if (corners > k_most_corners || geo::is_tangled(runs)) return out;
    pimpl_->failed = false;
    gluTessBeginPolygon(pimpl_->glu, pimpl_.get());
    for (const auto& ring : rings) {
        auto open = without_closing(ring);
        if (open.size() >= 3) pimpl_->add(open);
    }
    gluTessEndPolygon(pimpl_->glu);
    if (pimpl_->failed) out.triangles.clear();
    out.triangles.resize(out.triangles.size() / 3 * 3);
    return out;
}

}  // namespace app
