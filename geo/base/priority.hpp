// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace base {

/// Who comes first where there are few cores: the window before its workers, and they before what nobody waits for.
enum class Priority { work, background };

/// For the calling thread, from now on. Where it cannot be lowered, it stays.
void set_priority(Priority priority);

}  // namespace base
