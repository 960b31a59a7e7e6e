// The standard packs, put into the binary at build time: as YAML by scripts/embed.cmake, to be
// loaded together with others, and compiled by src/compile_packs.cc, to be used at once.
#pragma once

#include <vector>

#include "rulebook/rulebook.h"

namespace caveat {

std::vector<PackSource> embedded_packs();

// What write_compiled() made of them.
std::string_view embedded_rulebook();

}  // namespace caveat
