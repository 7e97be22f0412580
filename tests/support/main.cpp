// SPDX-License-Identifier: EUPL-1.2
#define CATCH_CONFIG_RUNNER
#include "geo/base/files.hpp"
#include "geo/base/texts.hpp"
#include "tests/support/catch.hpp"

int main(int argc, char** argv) {
    // Tests never touch the person's own configuration; each program gets a passing home.
    base::load_texts(base::assets_folder() / "texts");
    return Catch::Session().run(argc, argv);
}
