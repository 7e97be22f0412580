// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"

#include <string>

namespace audit {

/// This device and its person, kept in the user's configuration folder.
struct Identity {
    std::string person;   ///< empty until somebody said who they are
    std::string machine;  ///< uuid
};

/// Reads it, or makes the device's uuid and keeps it. Where the folder cannot be written, a passing one is used.
Identity identity();
void keep_person(const std::string& person);
/// Author of this device with the system's clock; the login name stands in for a person who was not asked yet.
Author this_author();

}  // namespace audit
