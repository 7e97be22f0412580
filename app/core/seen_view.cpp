// SPDX-License-Identifier: EUPL-1.2
#include "app/core/seen_view.hpp"

#include <utility>

namespace app {

Camera SeenView::camera(State& state, double now) {
    if (std::exchange(state.camera_stepped, false))
        easing_.start(shown_, state.camera.view, now, state.settings.reduce_motion);
    Camera camera = state.camera;
    if (const auto view = easing_.at(now)) camera.view = *view;
    shown_ = camera.view;
    return camera;
}

}  // namespace app
