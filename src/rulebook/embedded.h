// The standard packs, put into the binary at build time by scripts/embed.cmake.
#pragma once

#include <vector>

#include "rulebook/rulebook.h"

namespace caveat {

std::vector<PackSource> embedded_packs();

}  // namespace caveat
