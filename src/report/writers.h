// The table of report formats: a new one is one file, one declaration and one row.
//
// A writer is a function of its arguments: the same report gives the same bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/report.h"

namespace caveat {

struct WriterOptions {
  bool colour = false;          // terminal colours, for the formats that a terminal shows
  bool show_dismissed = false;  // list what was dismissed, and why
  bool show_sentences = false;  // the class of every sentence
  std::size_t width = 100;      // columns, for the formats that a terminal shows
  // The file about the whole run as the file to be written reaches it; empty where there is none.
  std::string overview = {};
};

struct Writer {
  enum class Unit : std::uint8_t { Document, Run };

  std::string_view name;
  std::string_view description;  // one line, for --help
  std::string_view extension;    // with the dot
  Unit unit = Unit::Run;         // what one file holds where reports go to a folder
  std::string (*write)(const Report& report, const WriterOptions& options) = nullptr;
  // What the file about the whole run is called there.
  std::string_view run_file;
  // Unit::Document only: that file, which leads to the documents' own. `files` are the paths of
  // their reports, relative to it, in the order of `report.documents`.
  std::string (*overview)(const Report& report, std::span<const std::string> files) = nullptr;
  // Whether the report of a run quotes lines of the documents or tells how long they are.
  bool quotes = false;
  bool tells_dismissed = false;  // unasked
  // Where the report of a run may be written in pieces: that of a report with one document, and
  // what follows the last one, if anything. `end` meets a report whose documents have lost their
  // text.
  std::string (*piece)(const Report& report, const WriterOptions& options) = nullptr;
  std::string (*end)(const Report& report, const WriterOptions& options) = nullptr;
};

std::span<const Writer> writers();
const Writer* writer_named(std::string_view name);

}  // namespace caveat
