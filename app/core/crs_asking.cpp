// SPDX-License-Identifier: EUPL-1.2
#include "app/core/crs_asking.hpp"

#include "app/core/desk.hpp"

namespace app {

void follow_crs_search(Desk& desk) {
    auto& search = desk.state().crs_search;
    if (search.asked == search.typed) return;
    search.asked = search.typed;
    search.waiting = true;
    constexpr std::size_t most = 6;
    desk.errands().start(base::text("Looking for coordinate systems"),
                         [&desk, typed = search.typed](base::Progress) -> std::function<void()> {
                             auto found = geo::find_crs(typed, most);
                             return [&desk, typed, found = std::move(found)] {
                                 auto& now = desk.state().crs_search;
                                 if (now.asked != typed) return;
                                 now.waiting = false;
                                 now.found = found;
                             };
                         });
}

}  // namespace app
