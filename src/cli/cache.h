// Audits kept on disk, so that what did not change is not audited again.
//
// The key of an entry is a hash of all that an audit depends on: the bytes of the document, its
// format, the rules, what is configured for it, the options and the program. Entries are written
// under another name and renamed, so that several runs may share a folder; each holds its key and a
// checksum, and one that is damaged counts as none. The path of a document is no part of its entry.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "audit/audit.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace caveat {

class Cache {
 public:
  // `rules` says which rules the rulebook holds, whatever way.
  Cache(std::filesystem::path folder, const Rulebook& rulebook, std::string_view rules);

  std::string key(std::string_view bytes, std::string_view format, std::string_view language,
                  const AuditOptions& options) const;
  // The report without the text of its document; nothing where there is none that is whole.
  std::optional<FileReport> find(const std::string& key) const;
  // What cannot be written is not kept.
  void keep(const std::string& key, const FileReport& report) const;

 private:
  std::filesystem::path place(const std::string& key) const;

  std::filesystem::path folder_;
  const Rulebook& rulebook_;
  std::string identity_;  // of the program and the rules
};

}  // namespace caveat
