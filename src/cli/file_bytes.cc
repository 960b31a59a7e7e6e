// Reading and writing whole files.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <istream>
#include <system_error>

#include "cli/files.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

// A page of copy has some kilobytes, a book two megabytes. Larger files are most likely no copy,
// and what cannot be audited must be told rather than tried.
constexpr std::size_t largest_document = std::size_t{64} << 20U;

std::error_code last_error() { return {errno, std::generic_category()}; }

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  bool close() {
    if (number_ < 0) return true;
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0;
  }

 private:
  int number_;
};

Problem too_large(const std::string& path) {
  return {
      .code = "file-too-large",
      .message = fmt::format("is larger than {} MiB and was not audited", largest_document >> 20U),
      .path = path,
      .hint = "Split it, or leave it out."};
}

Problem unwritable(const fs::path& path, const std::error_code& error) {
  return {.code = "unwritable-file",
          .message = fmt::format("cannot be written: {}", error.message()),
          .path = path.native()};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::optional<Problem> write_directly(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file || !write_all(file.number(), bytes)) return unwritable(path, last_error());
  return std::nullopt;
}

// Makes the name in its folder outlast a crash; a folder that cannot do that is no reason to fail.
void flush_folder(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor) ::fsync(descriptor.number());
}

// A new file beside `path`, which becomes `temporary`; -1 where there can be none. Never one that
// is there: it may be another run's (of the same number on another machine), left from one that was
// killed, or somebody's link to elsewhere.
int create_beside(const fs::path& path, mode_t mode, fs::path& temporary) {
  for (int attempt = 0;; ++attempt) {
    temporary = path;
    temporary += fmt::format(".{}-{}.part", ::getpid(), attempt);
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file >= 0 || errno != EEXIST || attempt == 100) return file;
  }
}

// `owner`: whose mode and owner the file gets; null: as the umask has it.
std::optional<Problem> write_and_rename(const fs::path& path, std::string_view bytes,
                                        const struct stat* owner = nullptr) {
  constexpr mode_t everybody_as_far_as_umask = 0666, nobody_else = 0600, permissions = 07777;
  fs::path temporary;
  Descriptor file(
      create_beside(path, owner == nullptr ? everybody_as_far_as_umask : nobody_else, temporary));
  if (!file) return unwritable(path, last_error());
  const bool alike =
      owner == nullptr || (::fchown(file.number(), owner->st_uid, owner->st_gid) == 0 &&
                           ::fchmod(file.number(), owner->st_mode & permissions) == 0);
  const bool whole =
      alike && write_all(file.number(), bytes) && ::fsync(file.number()) == 0 && file.close();
  if (whole && ::rename(temporary.c_str(), path.c_str()) == 0) {
    if (owner != nullptr) flush_folder(path);
    return std::nullopt;
  }
  const std::error_code error = last_error();
  ::unlink(temporary.c_str());
  return unwritable(path, error);
}

}  // namespace

std::expected<std::string, Problem> read_file(const std::string& path) {
  const auto failed = [&path] {
    const std::error_code error = last_error();
    const bool missing = error == std::errc::no_such_file_or_directory;
    return std::unexpected(Problem{.code = missing ? "no-such-file" : "unreadable-file",
                                   .message = fmt::format("cannot be read: {}", error.message()),
                                   .path = path});
  };
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return failed();
  std::string bytes;
  std::array<char, std::size_t{1} << 16U> piece;  // to fill it would cost as much as many a file
  while (true) {
    const ssize_t size = ::read(file.number(), piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return failed();
    if (size == 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(size));
    if (bytes.size() > largest_document) return std::unexpected(too_large(path));
  }
}

std::expected<std::string, Problem> read_standard_input(std::istream& in, std::string_view name) {
  std::string bytes;
  std::array<char, std::size_t{1} << 16U> piece{};
  while (in.read(piece.data(), piece.size()), in.gcount() > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > largest_document) return std::unexpected(too_large(std::string(name)));
  }
  return bytes;
}

std::optional<Problem> write_file(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_directly(path, bytes);
  // Through a link, so that renaming replaces the file and not the link.
  const fs::path target = fs::exists(status) ? fs::canonical(path, error) : path;
  if (target.has_parent_path()) {
    fs::create_directories(target.parent_path(), error);
    if (error) return unwritable(path, error);
  }
  return write_and_rename(target, bytes);
}

std::optional<Problem> replace_file(const std::string& path, std::string_view before,
                                    std::string_view after) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  struct stat status{};
  if (error) return unwritable(path, error);
  if (::stat(target.c_str(), &status) != 0) return unwritable(path, last_error());
  if (!S_ISREG(status.st_mode)) {
    return Problem{
        .code = "unwritable-file", .message = "is no file that could be replaced", .path = path};
  }
  const auto now = read_file(target.native());
  if (!now) return now.error();
  if (*now != before) {
    return Problem{.code = "changed-file",
                   .message = "changed while it was being repaired and was left alone",
                   .path = path,
                   .hint = "Run the repair again."};
  }
  return write_and_rename(target, after, &status);
}

}  // namespace caveat
