// What --profile prints: where the time of a run went, which rules cost most, and why a pattern is
// slow.
#pragma once

#include <string>

#include "audit/profile.h"
#include "rulebook/rulebook.h"

namespace caveat {

std::string profile_as_text(const Profile& profile, const Rulebook& rulebook);

}  // namespace caveat
