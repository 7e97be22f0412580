// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/verbs.hpp"

#include <iostream>

namespace ctl {

const std::vector<void (*)(CLI::App&, Call&)>& verbs() {
    static const std::vector<void (*)(CLI::App&, Call&)> all{
        add_new,   add_info,      add_check,  add_probe,  add_layer, add_facility, add_record,
        add_edit,  add_status,    add_links,  add_delete, add_undo,  add_history,  add_list,
        add_goals, add_catalogue, add_export, add_copy,   add_demo,
    };
    return all;
}

int say_remarks(const base::Problems& problems) {
    for (const auto& remark : problems.remarks()) {
        std::cerr << base::say(remark.problem);
        if (remark.count > 1)
            std::cerr << " " << base::say(base::text("({count} times)", {{"count", std::to_string(remark.count)}}));
        std::cerr << "\n";
    }
    return problems.empty() ? Exit::done : Exit::done_with_remarks;
}

int say_performed(const audit::Performed& performed) {
    std::cout << base::say(performed.message) << " " << performed.uuid << std::endl;
    return say_remarks(performed.remarks);
}

}  // namespace ctl
