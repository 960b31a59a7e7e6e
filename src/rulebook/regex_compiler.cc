#include "rulebook/regex_compiler.h"

namespace caveat {

void RegexCompiler::add(PackFile& file, const YamlNode& regexes) {
  if (regexes.kind == YamlNode::Kind::List) {
    for (const YamlNode& item : regexes.items) {
      if (item.kind == YamlNode::Kind::Scalar) add(file, item);
    }
  }
  if (regexes.kind != YamlNode::Kind::Scalar || regexes.text.empty()) return;
  if (const auto added = set_->add(regexes.text); added) {
    places_.emplace_back(&file, &regexes);
  } else {
    file.report(ProblemKind::BadRegex, regexes, {added.error()});
  }
}

void RegexCompiler::start() {
  // Deferred, to finish(), where no thread is to be had.
  unusable_ = std::async(std::launch::async | std::launch::deferred,
                         [set = set_] { return set->compile(); });
}

std::shared_ptr<const RegexSet> RegexCompiler::finish() {
  for (const UnusableRegex& unusable : unusable_.get()) {
    const auto [file, node] = places_[unusable.regex];
    file->report(ProblemKind::BadRegex, *node, {unusable.reason});
  }
  return std::move(set_);
}

}  // namespace caveat
