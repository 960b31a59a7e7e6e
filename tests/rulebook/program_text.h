// Compiled patterns in a compact form for tests: "lex(relieve) gap5 core{lex(back-pain)}".
//
// Reads the program back into its structure, so that a test shows what a pattern means and not how
// its jumps are numbered.
#pragma once

#include <span>
#include <string>

#include "rulebook/rulebook.h"

namespace caveat {

inline std::string program_text(const Rulebook& book, std::span<const Instruction> program,
                                std::size_t begin, std::size_t end) {
  using Op = Instruction::Op;
  std::string text;
  const auto add = [&text](const std::string& element) {
    const bool first = text.empty() || text.ends_with('{') || element == "}";
    text += (first ? "" : " ") + element;
  };
  for (std::size_t at = begin; at < end; ++at) {
    const Instruction& here = program[at];
    switch (here.op) {
      case Op::Word:
        add(std::string(book.vocabulary.text(here.argument)));
        break;
      case Op::OneOf: {
        std::string words;
        for (std::uint32_t i = 1; i <= here.argument; ++i) {
          words +=
              (i > 1 ? " | " : "") + std::string(book.vocabulary.text(program[at + i].argument));
        }
        add("either{" + words + "}");
        at += here.argument;
        break;
      }
      case Op::Lexicon:
        add("lex(" + book.lexicon_names[here.argument] + ")");
        break;
      case Op::Gap:
        add("gap" + std::to_string(here.argument));
        break;
      case Op::Start:
        add("start");
        break;
      case Op::End:
        add("end");
        break;
      case Op::LeadIn:
        add(here.argument == lead_in_question ? "question" : "lead-in");
        break;
      case Op::CoreBegin:
        add("core{");
        break;
      case Op::CoreEnd:
        add("}");
        break;
      case Op::Accept:
        add("accept");
        break;
      case Op::Jump:
        add("jump" + std::to_string(here.argument));
        break;
      case Op::Split: {
        const std::size_t other = here.argument;
        const Instruction& last = program[other - 1];
        // A branch of a choice jumps over the branches behind it; an option does not jump.
        if (other - 1 > at && last.op == Op::Jump && last.argument > other) {
          std::string branches = program_text(book, program, at + 1, other - 1);
          const std::string rest = program_text(book, program, other, last.argument);
          const bool chain = program[other].op == Op::Split && rest.starts_with("either{");
          branches += " | " + (chain ? rest.substr(7, rest.size() - 8) : rest);
          add("either{" + branches + "}");
          at = last.argument - 1;
        } else {
          add("maybe{" + program_text(book, program, at + 1, other) + "}");
          at = other - 1;
        }
        break;
      }
    }
  }
  return text;
}

// The program without its last instruction, which accepts.
inline std::string program_text(const Rulebook& book, const Pattern& pattern) {
  return program_text(book, pattern.program, 0, pattern.program.size() - 1);
}

// The needs, rarest first: "goodbye|farewell & lex(pain)".
inline std::string needs_text(const Rulebook& book, const Pattern& pattern) {
  std::string text;
  for (const auto need : in_turn(pattern.needs)) {
    if (!text.empty()) text += " & ";
    for (std::size_t i = 0; i < need.size(); ++i) {
      const Instruction step[] = {need[i]};
      text += (i == 0 ? "" : "|") + program_text(book, step, 0, 1);
    }
  }
  return text;
}

}  // namespace caveat
