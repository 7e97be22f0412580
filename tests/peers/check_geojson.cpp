// SPDX-License-Identifier: EUPL-1.2
// check_geojson FILE...: what our strict checker finds, a line each. Exit code 1 when it finds something.
#include "audit/exchange/geojson_check.hpp"

#include <cstdio>
#include <exception>
#include <string>

int main(int argc, char** argv) {
    int found = 0;
    for (int i = 1; i < argc; ++i) {
        try {
            const auto problems = audit::check_geojson_file(argv[i]);
            for (const auto& remark : problems.remarks()) {
                std::puts((remark.problem.code + ": " + base::say(remark.problem, base::Language::english)).c_str());
                ++found;
            }
        } catch (const std::exception& error) {
            std::puts(error.what());
            ++found;
        }
    }
    return found == 0 ? 0 : 1;
}
