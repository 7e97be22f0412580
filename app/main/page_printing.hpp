// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"
#include "app/map/page_painter.hpp"

#include <functional>
#include <optional>

namespace app {

/// Makes the pictures for paper that the desk is asked for, a little in every turn of the wheel. Belongs to the thread
/// of the GL context.
class PagePrinting {
public:
    PagePrinting(Desk& desk, const LabelFaces& faces, unsigned workers, std::function<void()> wake);

    /// Goes on with what is being made. @returns whether there is anything
    bool go_on();

private:
    void paint(PrintRun& run);
    void hand_over(PrintRun& run);

    Desk& desk_;
    LabelFaces faces_;
    unsigned workers_;
    std::function<void()> wake_;
    const PrintRun* of_ = nullptr;  ///< whose page is painted
    std::optional<Camera> wanted_{};
    std::unique_ptr<PagePainter> painter_{};
};

}  // namespace app
