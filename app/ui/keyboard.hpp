// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/ui.hpp"

namespace ui {

/// Letters, figures and signs without Ctrl or Alt: what the settings can switch off, for whoever types by accident or
/// by voice.
bool is_character(const app::Chord& chord);

/// Gives the keys that no widget used to the actions whose shortcut they are. Single letters and arrows only while the
/// map has the keyboard, so that nobody sets something off by typing or by accident.
void use_keys(Ui& ui);

}  // namespace ui
