#include "cli/cache.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <utility>

#include "cli/cached_report.h"
#include "cli/files.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

// Change it with every change of what cached_report.cc writes.
constexpr std::string_view layout = "caveat audit 3\n";

// 128 bits in two halves that mix differently: no two documents of the world's sites are likely to
// share them. Not for whoever wants them to: a cache belongs to its owner.
class Hash {
 public:
  void add(std::string_view bytes) {
    mix(bytes.size());
    while (!bytes.empty()) {
      std::uint64_t piece = 0;
      const std::size_t size = std::min(bytes.size(), sizeof piece);
      std::memcpy(&piece, bytes.data(), size);
      mix(piece);
      bytes.remove_prefix(size);
    }
  }
  void add(std::uint64_t number) { mix(number); }
  std::string text() const { return fmt::format("{:016x}{:016x}", first_, second_); }

 private:
  void mix(std::uint64_t piece) {
    first_ = (first_ ^ piece) * 0x9E3779B97F4A7C15u;
    first_ ^= first_ >> 29U;
    second_ = (second_ + piece) * 0xC2B2AE3D27D4EB4Fu;
    second_ ^= second_ >> 31U;
  }

  std::uint64_t first_ = 0x243F6A8885A308D3u, second_ = 0x13198A2E03707344u;
};

std::string hash_of(std::string_view bytes) {
  Hash hash;
  hash.add(bytes);
  return hash.text();
}

// The version, and which build of it: one that is being worked on keeps its version.
void add_program(Hash& hash) {
  hash.add(CAVEAT_VERSION);
  struct stat program{};
  if (::stat("/proc/self/exe", &program) != 0) return;
  hash.add(static_cast<std::uint64_t>(program.st_size));
  hash.add(static_cast<std::uint64_t>(program.st_mtim.tv_sec));
  hash.add(static_cast<std::uint64_t>(program.st_mtim.tv_nsec));
}

void add_house(Hash& hash, const HouseRules& house) {
  for (const auto& [rule, level] : house.levels) {
    hash.add(rule);
    hash.add(std::uint64_t{level.off} * 16U +
             (level.severity ? 1U + static_cast<std::uint64_t>(*level.severity) : 0U));
    hash.add(level.detail);
  }
  for (const AllowedTerm& term : house.allowed) {
    hash.add(term.text);
    hash.add(term.detail);
  }
  for (const HouseStatement& statement : house.statements) {
    hash.add(statement.obligation);
    hash.add(statement.text);
  }
}

}  // namespace

Cache::Cache(fs::path folder, const Rulebook& rulebook, std::string_view rules)
    : folder_(std::move(folder)), rulebook_(rulebook) {
  Hash hash;
  add_program(hash);
  hash.add(rules);
  identity_ = hash.text();
}

std::string Cache::key(std::string_view bytes, std::string_view format, std::string_view language,
                       const AuditOptions& options) const {
  Hash hash;
  hash.add(identity_);
  hash.add(format);
  hash.add(language);
  hash.add(
      static_cast<std::uint64_t>(std::chrono::sys_days(options.as_of).time_since_epoch().count()));
  hash.add(std::uint64_t{options.all_languages});
  for (const std::string& each : options.jurisdictions) hash.add(each);
  if (options.house != nullptr) add_house(hash, *options.house);
  hash.add(bytes);
  return hash.text();
}

fs::path Cache::place(const std::string& key) const {
  return folder_ / key.substr(0, 2) / key.substr(2);
}

std::optional<FileReport> Cache::find(const std::string& key) const {
  const auto entry = read_file(place(key).native());
  if (!entry) return std::nullopt;
  std::string_view rest = *entry;
  for (const std::string_view part : {layout, std::string_view(key)}) {
    if (!rest.starts_with(part)) return std::nullopt;
    rest.remove_prefix(part.size());
  }
  const std::string_view sum = rest.substr(0, key.size());
  rest.remove_prefix(sum.size());
  if (sum != hash_of(rest)) return std::nullopt;
  return report_of(rest, rulebook_);
}

void Cache::keep(const std::string& key, const FileReport& report) const {
  static std::atomic<unsigned> turn = 0;  // two threads may keep the same text
  const fs::path target = place(key);
  fs::path temporary = target;
  temporary += fmt::format(".{}.{}.part", ::getpid(), ++turn);
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  const std::string bytes = bytes_of(report, rulebook_);
  {
    std::ofstream file(temporary, std::ios::binary);
    file << layout << key << hash_of(bytes) << bytes << std::flush;
    if (!file) {
      file.close();
      fs::remove(temporary, error);
      return;
    }
  }
  fs::rename(temporary, target, error);
  if (error) fs::remove(temporary, error);
}

}  // namespace caveat
