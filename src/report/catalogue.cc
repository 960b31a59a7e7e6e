#include "report/catalogue.h"

namespace caveat {
namespace {

template <class Entry>
std::map<std::string_view, const Entry*> by_id(const std::vector<Entry>* entries) {
  std::map<std::string_view, const Entry*> index;
  if (entries == nullptr) return index;
  for (const Entry& entry : *entries) index.emplace(entry.id, &entry);
  return index;
}

template <class Entry>
std::vector<const Entry*> look_up(const std::map<std::string_view, const Entry*>& index,
                                  const std::vector<std::string>& ids) {
  std::vector<const Entry*> found;
  for (const std::string& id : ids) {
    if (const auto entry = index.find(id); entry != index.end()) found.push_back(entry->second);
  }
  return found;
}

}  // namespace

Catalogue::Catalogue(const Report& report)
    : authorities_(by_id(report.authorities)),
      sources_(by_id(report.evidence)),
      measured_(report.measured) {}

std::vector<const Authority*> Catalogue::authorities(const RuleInfo& rule) const {
  return look_up(authorities_, rule.authorities);
}

std::vector<const EvidenceSource*> Catalogue::sources(const RuleInfo& rule) const {
  return look_up(sources_, rule.evidence.sources);
}

}  // namespace caveat
