// Instructions in the front matter that silence rules for the whole document:
//
//   caveat:
//     ignore:
//       - {rule: pack/name, reason: …, until: 2026-12-31, owner: …}
#pragma once

#include "input/prose_builder.h"

namespace caveat {

// `yaml`: where the settings stand in the decoded text. Each entry becomes what it would be as a
// comment.
void read_suppression_settings(TextSpan yaml, ProseBuilder& builder);

}  // namespace caveat
