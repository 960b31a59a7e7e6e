// Turkish damaged in ways that no code page undoes: its letters read in a Western page, and the
// second dot that lower-casing İ leaves.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

// Words with ý þ ð Ý Þ Ð in text that looks Turkish; meant are ı ş ğ İ Ş Ğ. Icelandic, Faroese and
// Czech text stays silent.
std::vector<Trouble> find_turkish_letters(const CheckInput& input);

// i and U+0307, where no further accent follows (as Lithuanian has it).
std::vector<Trouble> find_dotted_i(const CheckInput& input);

}  // namespace caveat
