// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"

#include "geo/base/files.hpp"

#include <nlohmann/json.hpp>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace audit {
namespace {
namespace fs = std::filesystem;

fs::path identity_file() { return base::config_folder() / "identity.json"; }

void keep(const Identity& identity) {
    std::error_code ignored;
    fs::create_directories(base::config_folder(), ignored);
    base::NewFile file(identity_file());
    file.write(nlohmann::json{{"person", identity.person}, {"machine", identity.machine}}.dump(4) + "\n");
    file.commit();
}

std::string login_name() {
    auto* user = getpwuid(geteuid());
    return user && user->pw_name ? user->pw_name : "";
}

}  // namespace

Identity identity() {
    Identity known;
    if (fs::exists(identity_file())) {
        auto file = nlohmann::json::parse(base::read_file(identity_file()), nullptr, false);
        if (file.is_object()) known = {file.value("person", ""), file.value("machine", "")};
    }
    if (base::is_uuid(known.machine)) return known;
    known.machine = base::time_ordered_ids(base::system_clock())();
    try {
        keep(known);
    } catch (const base::Error&) {
        // A machine without a writable home still works; its journal chain is then new every time.
    }
    return known;
}

void keep_person(const std::string& person) {
    auto known = identity();
    known.person = person;
    keep(known);
}

Author this_author() {
    auto known = identity();
    Author author;
    author.person = known.person.empty() ? login_name() : known.person;
    author.machine = known.machine;
    return author;
}

std::string identity_of_file(const fs::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? std::to_string(status.st_ino) : std::string();
}

}  // namespace audit
