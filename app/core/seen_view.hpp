// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/state.hpp"

namespace app {

/// The map as the eye is led to it: after a step by key, wheel or button it glides, unless motion is reduced. A drag
/// goes with the hand and needs no leading. Belongs to the main thread.
class SeenView {
public:
    /// The camera to draw at `now`, seconds of any steady clock; asked once a frame.
    Camera camera(State& state, double now);
    /// Another frame is needed, though nothing else happens.
    bool is_moving() const { return easing_.is_moving(); }

private:
    Easing easing_{};
    View shown_{};
};

}  // namespace app
