// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/reading.hpp"

#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/verbs.hpp"

namespace ctl {
namespace {

using Access = audit::Dossier::Access;

void take_in_outside_edits(const std::filesystem::path& path) {
    try {
        say_remarks(audit::Dossier::open(path, audit::this_author(), Access::write).take_in_outside_edits());
    } catch (const base::Error&) {
        // On read-only media, or while the other program still writes: the next writing does it.
    }
}

}  // namespace

audit::Dossier open_to_read(const std::filesystem::path& path) {
    auto dossier = audit::Dossier::open(path, audit::this_author(), Access::read);
    if (dossier.changed_outside()) take_in_outside_edits(path);
    return dossier;
}

}  // namespace ctl
