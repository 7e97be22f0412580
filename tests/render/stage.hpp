// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/picture.hpp"
#include "app/map/renderer.hpp"
#include "app/platform/headless.hpp"

#include <initializer_list>
#include <string>

namespace test {

/// A renderer that draws without a screen, the same on every machine.
class Stage {
public:
    Stage(int width, int height, const app::LabelFaces& faces = {});

    app::Picture shoot(const app::Scene& scene, const app::Camera& camera);
    app::Frame draw(const app::Scene& scene, const app::Camera& camera, app::Budget budget);
    app::Picture picture() const;

    app::Headless headless;
    app::MapRenderer renderer;
};

/// A layer of shapes given as WKT.
std::shared_ptr<const app::PreparedLayer> prepared(std::initializer_list<std::string> wkts);
app::SceneLayer layer(std::initializer_list<std::string> wkts, const app::LayerStyle& style);
/// Looks by name, as the program gives them.
app::SceneLayer layer(const std::string& name, std::initializer_list<std::string> wkts, app::Theme theme);
app::LayerStyle filled(app::Colour colour);
/// A camera whose left bottom pixel is at (0, 0) of the CRS when `centre` is not given.
app::Camera camera(int width, int height, double units_per_pixel = 1.0);

app::Colour at(const app::Picture& picture, int x, int y);

/// Compares with tests/golden/render/NAME.png, every pixel exactly. Where it differs or is missing, the picture that
/// was drawn is left in the build folder under golden/render, where tools/dev/approve finds it.
bool is_golden(const app::Picture& picture, const std::string& name);

}  // namespace test
