// Compiles the regexes of all rules beside everything else that load() does: RE2 takes a third of
// the time, and nothing but the audit needs the result.
#pragma once

#include <future>
#include <memory>
#include <utility>
#include <vector>

#include "rulebook/pack_file.h"
#include "rulebook/regex_set.h"

namespace caveat {

class RegexCompiler {
 public:
  // Adds the regexes of a rule, a text or a list; reports those that are ill-formed. What is no
  // text is reported where the rule is read.
  void add(PackFile& file, const YamlNode& regexes);
  void start();
  // Reports the regexes that cannot serve.
  std::shared_ptr<const RegexSet> finish();

 private:
  std::shared_ptr<RegexSet> set_ = std::make_shared<RegexSet>();
  std::vector<std::pair<PackFile*, const YamlNode*>> places_;  // in the order of the set
  std::future<std::vector<UnusableRegex>> unusable_;
};

}  // namespace caveat
