// One run of the program: the verb, its options, its exit code.
#pragma once

#include <span>
#include <string>

#include "cli/console.h"

namespace caveat {

// `arguments` without the program's name. Never throws: a bug is told and is exit code 3.
int run(std::span<const std::string> arguments, Console& console);

}  // namespace caveat
