// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"
#include "audit/exchange/exporters.hpp"

#include <string>

namespace CLI {
class App;
}

namespace ctl {

/// `--where FILTER`; a filter that cannot be read is wrong usage.
void add_where(CLI::App& verb, std::string& where);

/// Says on the error stream what the filter asks for and the dossier's catalogue does not know.
/// @returns done or done_with_remarks
int say_unknown(const audit::Filter& filter, const audit::Catalogue& catalogue);

/// The findings of an open dossier; borrows it.
audit::FindingFeed feed_of(audit::Dossier& dossier);

}  // namespace ctl
