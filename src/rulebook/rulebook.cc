#include "rulebook/rulebook.h"

#include <algorithm>

namespace caveat {

void Rulebook::index_rules() {
  all.clear();
  for (const Rule& rule : rules) all.push_back(&rule.info);
  for (const Obligation& duty : obligations) all.push_back(&duty.info);
  std::ranges::sort(all, {}, [](const RuleInfo* rule) { return std::string_view(rule->id); });
}

const RuleInfo* Rulebook::find(std::string_view id) const {
  const auto found = std::ranges::lower_bound(
      all, id, {}, [](const RuleInfo* rule) { return std::string_view(rule->id); });
  return found != all.end() && (*found)->id == id ? *found : nullptr;
}

std::optional<LexiconId> Rulebook::lexicon(std::string_view name) const {
  const auto found = std::ranges::find(lexicon_names, name);
  if (found == lexicon_names.end()) return std::nullopt;
  return static_cast<LexiconId>(found - lexicon_names.begin());
}

}  // namespace caveat
