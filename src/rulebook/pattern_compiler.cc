#include "rulebook/pattern_compiler.h"

#include <algorithm>
#include <utility>

#include "rulebook/fields.h"
#include "rulebook/needs.h"

namespace caveat {
namespace {

using Kind = PatternNode::Kind;
using Op = Instruction::Op;

// True where every match of the part holds at least one word.
bool holds_word(const PatternNode& part) {
  switch (part.kind) {
    case Kind::Word:
    case Kind::Lexicon:
    case Kind::Target:
      return true;
    case Kind::Sequence:
      return std::ranges::any_of(part.items, holds_word);
    case Kind::Choice:
      return std::ranges::all_of(part.items, holds_word);
    default:
      return false;
  }
}

std::string fill_holes(std::string_view text, const TargetLexicon* target) {
  constexpr std::string_view hole = "target";
  std::string filled(text);
  if (target == nullptr) return filled;
  // A hole may share its brackets with lexicons: <target|pain>.
  for (std::size_t at = 0; (at = filled.find(hole, at)) != std::string::npos;) {
    const std::size_t end = at + hole.size();
    const bool begins = at > 0 && (filled[at - 1] == '<' || filled[at - 1] == '|');
    const bool ends = end < filled.size() && (filled[end] == '>' || filled[end] == '|');
    if (begins && ends) filled.replace(at, hole.size(), target->name);
    at += begins && ends ? target->name.size() : hole.size();
  }
  return filled;
}

// The word, where the part is one and no more.
std::optional<WordId> lone_word(const PatternNode& part) {
  if (part.kind == Kind::Word) return part.value;
  if (part.kind != Kind::Sequence || part.items.size() != 1) return std::nullopt;
  return lone_word(part.items.front());
}

// What a match can begin with; nothing where a gap or an anchor comes first.
std::vector<Instruction> openers_of(const std::vector<Instruction>& program) {
  std::vector<Instruction> openers;
  std::vector<char> seen(program.size(), 0);
  std::vector<std::uint32_t> open{0};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (seen[at] != 0) continue;
    seen[at] = 1;
    switch (program[at].op) {
      case Op::Word:
      case Op::Lexicon:
        openers.push_back(program[at]);
        break;
      case Op::OneOf:
        for (std::uint32_t i = 1; i <= program[at].argument; ++i) open.push_back(at + i);
        break;
      case Op::CoreBegin:
      case Op::CoreEnd:
        open.push_back(at + 1);
        break;
      case Op::Split:
        open.push_back(at + 1);
        open.push_back(program[at].argument);
        break;
      case Op::Jump:
        open.push_back(program[at].argument);
        break;
      default:
        return {};
    }
  }
  return openers;
}

}  // namespace

std::optional<PatternSource> PatternCompiler::read(PackFile& file, const YamlNode& node,
                                                   std::string_view unbound) {
  const auto text = read_text(file, node, "a pattern");
  if (!text) return std::nullopt;
  PatternTree tree = parse_pattern(*text, book_.vocabulary);
  for (const PatternMistake& mistake : tree.mistakes) {
    file.report(mistake.kind, node, {mistake.argument, mistake.second}, {}, mistake.offset);
  }
  PatternSource source;
  bool good = resolve(tree.root, file, node, source.has_hole, unbound) && tree.mistakes.empty();
  if (tree.mistakes.empty() && !holds_word(tree.root)) {
    file.report(ProblemKind::EmptyMatch, node, {});
    good = false;
  }
  if (!good) return std::nullopt;
  source.root = std::move(tree.root);
  source.text = *text;
  source.line = node.line;
  source.column = static_cast<std::uint32_t>(file.column(node));
  return source;
}

bool PatternCompiler::resolve(PatternNode& part, PackFile& file, const YamlNode& node,
                              bool& has_hole, std::string_view unbound) {
  if (part.kind == Kind::Lexicon) {
    if (part.name.empty()) return false;  // reported by the parser
    const auto lexicon = lexicons_.find(part.name, file, node, part.offset);
    part.value = lexicon.value_or(0);
    return lexicon.has_value();
  }
  if (part.kind == Kind::Target) {
    has_hole = true;
    if (unbound.empty()) return true;
    file.report(ProblemKind::UnboundTarget, node, {unbound}, {}, part.offset);
    return false;
  }
  bool good = true;
  for (PatternNode& item : part.items) good = resolve(item, file, node, has_hole, unbound) && good;
  return good;
}

PatternDraft PatternCompiler::compile(const PatternSource& source, const TargetLexicon* target) {
  PatternDraft pattern;
  emit(source.root, target, pattern.program);
  pattern.program.push_back({Op::Accept, 0});
  pattern.openers = openers_of(pattern.program);
  pattern.needs =
      flat(needs_of(source.root, target != nullptr ? target->lexicon : 0, book_.vocabulary));
  pattern.line = source.line;
  pattern.column = source.column;
  pattern.letters = fill_holes(source.text, target);
  return pattern;
}

void PatternCompiler::emit(const PatternNode& part, const TargetLexicon* target,
                           std::vector<Instruction>& program) const {
  const auto here = [&program] { return static_cast<std::uint32_t>(program.size()); };
  switch (part.kind) {
    case Kind::Word:
      program.push_back({Op::Word, part.value});
      break;
    case Kind::Lexicon:
      program.push_back({Op::Lexicon, part.value});
      break;
    case Kind::Gap:
      program.push_back({Op::Gap, part.value});
      break;
    case Kind::Start:
      program.push_back({Op::Start, 0});
      break;
    case Kind::End:
      program.push_back({Op::End, 0});
      break;
    case Kind::LeadIn:
      program.push_back({Op::LeadIn, part.value});
      break;
    case Kind::Target:
      program.push_back({Op::CoreBegin, 0});
      program.push_back({Op::Lexicon, target->lexicon});
      program.push_back({Op::CoreEnd, 0});
      break;
    case Kind::Sequence:
      for (const PatternNode& item : part.items) emit(item, target, program);
      break;
    case Kind::Optional: {
      const std::uint32_t split = here();
      program.push_back({Op::Split, 0});
      emit(part.items.front(), target, program);
      program[split] = {Op::Split, here()};
      break;
    }
    case Kind::Choice:
      emit_choice(part.items, target, program);
      break;
  }
}

void PatternCompiler::emit_choice(std::span<const PatternNode> branches,
                                  const TargetLexicon* target,
                                  std::vector<Instruction>& program) const {
  const auto here = [&program] { return static_cast<std::uint32_t>(program.size()); };
  std::vector<std::uint32_t> jumps;
  for (auto branch = branches.begin(); branch != branches.end();) {
    // Of words side by side one at most can stand at a place: they need no turns.
    auto behind = std::find_if_not(branch, branches.end(), lone_word);
    const bool words = behind - branch > 1;
    if (!words) behind = branch + 1;
    const bool last = behind == branches.end();
    const std::uint32_t split = here();
    if (!last) program.push_back({Op::Split, 0});
    if (words) {
      program.push_back({Op::OneOf, static_cast<std::uint32_t>(behind - branch)});
      for (; branch != behind; ++branch) program.push_back({Op::Word, *lone_word(*branch)});
    } else {
      emit(*branch, target, program);
    }
    if (!last) {
      jumps.push_back(here());
      program.push_back({Op::Jump, 0});
      program[split] = {Op::Split, here()};
    }
    branch = behind;
  }
  for (const std::uint32_t jump : jumps) program[jump] = {Op::Jump, here()};
}

}  // namespace caveat
