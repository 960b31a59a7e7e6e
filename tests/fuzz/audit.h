// An auditor with the packs inside of the program, for fuzz targets.
#pragma once

#include "audit/audit.h"

#include <memory>

#include "input/formats.h"
#include "rulebook/compiled.h"
#include "rulebook/embedded.h"

namespace caveat::fuzz {

inline const Rulebook& rulebook() {
  static const std::unique_ptr<const Rulebook> result = read_compiled(embedded_rulebook());
  return *result;
}

inline const Auditor& auditor() {
  static const Auditor result(rulebook());
  return result;
}

inline AuditOptions audit_options() {
  AuditOptions options;
  options.as_of = std::chrono::year{2026} / 1 / 1;
  options.all_languages = true;
  return options;
}

}  // namespace caveat::fuzz
