// Trouble with the bytes and their charset: what the decoder noted, and characters that stand for
// lost ones.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

std::vector<Trouble> find_replacement_characters(const CheckInput& input);
std::vector<Trouble> find_private_characters(const CheckInput& input);
std::vector<Trouble> find_invalid_bytes(const CheckInput& input);
std::vector<Trouble> find_control_characters(const CheckInput& input);
std::vector<Trouble> find_charset_trouble(const CheckInput& input);
std::vector<Trouble> find_mixed_line_ends(const CheckInput& input);

}  // namespace caveat
