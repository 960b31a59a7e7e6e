#include "rulebook/lexicon_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "rulebook/checks.h"
#include "rulebook/fields.h"
#include "rulebook/lexicon_expander.h"
#include "rulebook/nearest_name.h"

namespace caveat {

void TermList::append(const TermList& other) {
  const auto shift = static_cast<std::uint32_t>(words.size());
  words.insert(words.end(), other.words.begin(), other.words.end());
  ends.reserve(ends.size() + other.ends.size());
  for (const std::uint32_t end : other.ends) ends.push_back(end + shift);
}

void LexiconTable::define(PackFile& file, const YamlNode& key, const YamlNode& body) {
  if (!check_name(file, key, key.text)) return;
  const auto [entry, fresh] = definitions_.try_emplace(key.text);
  LexiconDefinition& definition = entry->second;
  if (!fresh) {
    const std::string first = definition.file->where(*definition.key);
    file.report(ProblemKind::DuplicateName, key, {"lexicon", key.text, first});
    return;
  }
  definition.file = &file;
  definition.key = &key;
  definition.body = &body;
}

void LexiconTable::expand(bool complete) {
  complete_ = complete;
  for (auto& [name, definition] : definitions_) {
    definition.id = add_lexicon(name);
    definition.used =
        std::ranges::find(lexicons_read_by_audit, name) != std::end(lexicons_read_by_audit);
  }
  LexiconExpander expander(*this);
  std::size_t total = 0;
  for (Entry& entry : definitions_) {
    expander.expand(entry);
    total += entry.second.terms.size();
    if (total > most_terms_of_all) {
      entry.second.file->report(ProblemKind::TooManyTerms, *entry.second.key,
                                {"the packs together have", std::to_string(most_terms_of_all)});
      break;
    }
    fill(entry.second.id, entry.second.terms);
  }
}

LexiconId LexiconTable::add_lexicon(std::string name) {
  if (ends_.size() >= most_lexicons) {
    if (!std::exchange(full_, true) && !definitions_.empty()) {
      LexiconDefinition& last = definitions_.rbegin()->second;
      last.file->report(ProblemKind::TooManyLexicons, *last.key, {std::to_string(most_lexicons)});
    }
    return 0;
  }
  ends_.emplace_back();
  book_.lexicon_names.push_back(std::move(name));
  return static_cast<LexiconId>(ends_.size() - 1);
}

void LexiconTable::fill(LexiconId id, const TermList& terms) {
  ends_[id].reserve(terms.size());
  // Products repeat their first words from one term to the next: only the rest is looked up.
  std::span<const WordId> before;
  std::vector<TermTrie::Node> path{TermTrie::root};  // of the words of `before`
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::span<const WordId> term = terms[i];
    const auto shared =
        static_cast<std::size_t>(std::ranges::mismatch(term, before).in1 - term.begin());
    path.resize(shared + 1);
    for (const WordId word : term.subspan(shared)) {
      path.push_back(terms_.insert(path.back(), word));
    }
    before = term;
    if (terms_.mark(path.back(), id)) ends_[id].push_back(path.back());
  }
}

LexiconTable::Reference LexiconTable::resolve(std::string_view name) {
  const std::size_t dot = std::min(name.find('.'), name.size());
  const auto found = definitions_.find(name.substr(0, dot));
  if (found == definitions_.end()) return {};
  if (dot == name.size()) return {&*found, std::nullopt};
  const auto form = std::ranges::find(verb_form_names, name.substr(dot + 1));
  if (form == verb_form_names.end()) return {};
  return {&*found, static_cast<VerbForm>(form - verb_form_names.begin())};
}

LexiconTable::Reference LexiconTable::refer(std::string_view name, PackFile& file,
                                            const YamlNode& node, std::size_t inside) {
  const Reference reference = resolve(name);
  if (reference.entry == nullptr) {
    report_unknown(name, file, node, inside);
  } else {
    reference.entry->second.used = true;
  }
  return reference;
}

void LexiconTable::report_unknown(std::string_view name, PackFile& file, const YamlNode& node,
                                  std::size_t inside) {
  if (!complete_) return;  // it may stand in the pack that could not be read
  std::vector<std::string> forms;
  std::vector<std::string_view> candidates;
  for (const auto& [known, definition] : definitions_) {
    candidates.push_back(known);
    if (!definition.has_forms || name.find('.') == std::string_view::npos) continue;
    for (const std::string_view form : verb_form_names) {
      forms.push_back(std::string(known).append(".").append(form));
    }
  }
  candidates.insert(candidates.end(), forms.begin(), forms.end());
  file.report(ProblemKind::UnknownLexicon, node, {name}, suggest(name, candidates), inside);
  // What was meant is used, or one slip would make two problems.
  if (const Reference meant = resolve(nearest_name(name, candidates)); meant.entry != nullptr) {
    meant.entry->second.used = true;
  }
}

std::optional<LexiconId> LexiconTable::find(std::string_view name, PackFile& file,
                                            const YamlNode& node, std::size_t inside) {
  const Reference reference = refer(name, file, node, inside);
  if (reference.entry == nullptr) return std::nullopt;
  auto& [known, definition] = *reference.entry;
  if (!reference.form) return definition.id;
  const auto form = static_cast<std::size_t>(*reference.form);
  if (!definition.has_forms) {
    report_unknown(name, file, node, inside);
    return std::nullopt;
  }
  if (!definition.form_ids[form]) {
    definition.form_ids[form] = add_lexicon(known + "." + std::string(verb_form_names[form]));
    fill(*definition.form_ids[form], definition.forms[form]);
  }
  return definition.form_ids[form];
}

LexiconId LexiconTable::any_of(std::vector<LexiconId> lexicons) {
  std::ranges::sort(lexicons);
  lexicons.erase(std::ranges::unique(lexicons).begin(), lexicons.end());
  if (lexicons.size() == 1) return lexicons.front();
  std::vector<std::string> parts;
  for (const LexiconId id : lexicons) {
    const std::string& part = book_.lexicon_names[id];
    parts.push_back(part.starts_with('#') ? part.substr(1) : part);
  }
  std::ranges::sort(parts);
  parts.erase(std::ranges::unique(parts).begin(), parts.end());
  std::string name = "#";
  for (const std::string& part : parts) name.append(name.size() == 1 ? "" : "|").append(part);

  const auto known = internal_.find(name);
  if (known != internal_.end()) return known->second;
  const LexiconId id = add_lexicon(name);
  internal_.emplace(std::move(name), id);
  for (const LexiconId lexicon : lexicons) {
    for (const TermTrie::Node node : std::vector(ends_[lexicon])) {
      if (terms_.mark(node, id)) ends_[id].push_back(node);
    }
  }
  return id;
}

std::vector<LexiconEntry> LexiconTable::entries() const {
  std::vector<LexiconEntry> entries;
  for (const auto& [name, definition] : definitions_) {
    const YamlNode* last = nullptr;
    for (std::size_t i = 0; i < definition.terms.size(); ++i) {
      const YamlNode* origin = definition.origins[i];
      if (origin == nullptr) continue;
      if (origin != last) {
        // The base of a verb whose forms are written out.
        const YamlNode* base = value_of(*origin, "base");
        entries.push_back({.lexicon = name,
                           .text = base != nullptr ? base->text : origin->text,
                           .file = definition.file->path(),
                           .line = origin->line,
                           .terms = {}});
        last = origin;
      }
      entries.back().terms.push(definition.terms[i]);
    }
  }
  return entries;
}

void LexiconTable::report_unused() {
  if (!complete_) return;
  for (auto& [name, definition] : definitions_) {
    if (!definition.used) {
      definition.file->report(ProblemKind::UnusedLexicon, *definition.key, {name});
    }
  }
}

}  // namespace caveat
