#include "cli/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace caveat {
namespace {

// A pipe whose ends close themselves.
class Pipe {
 public:
  Pipe() { open_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  explicit operator bool() const { return open_; }
  int reader() const { return ends_[0]; }
  int writer() const { return ends_[1]; }
  void close(std::size_t end) {
    if (ends_[end] >= 0) ::close(ends_[end]);
    ends_[end] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
  bool open_ = false;
};

// Reads both until they end: a program that fills one while the other is read would wait for ever.
void read_both(Pipe& first, Pipe& second, std::string& out, std::string& error) {
  std::array<pollfd, 2> watched{{{first.reader(), POLLIN, 0}, {second.reader(), POLLIN, 0}}};
  std::array<std::string*, 2> texts{&out, &error};
  std::array<char, std::size_t{1} << 16U> piece{};
  for (int open = 2; open > 0;) {
    if (::poll(watched.data(), watched.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].revents == 0) continue;
      const ssize_t size = ::read(watched[i].fd, piece.data(), piece.size());
      if (size < 0 && errno == EINTR) continue;
      if (size > 0) {
        texts[i]->append(piece.data(), static_cast<std::size_t>(size));
      } else {
        watched[i].fd = -1;
        --open;
      }
    }
  }
}

// What the child does between fork and exec.
class FileActions {
 public:
  FileActions(const Pipe& out, const Pipe& error) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, out.writer(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, error.writer(), STDERR_FILENO);
  }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

std::optional<Ended> run_program(const std::vector<std::string>& command) {
  Pipe out, error;
  if (!out || !error) return std::nullopt;
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const FileActions actions(out, error);
  if (::posix_spawnp(&child, arguments[0], actions.get(), nullptr, arguments.data(), environ) !=
      0) {
    return std::nullopt;
  }
  out.close(1);
  error.close(1);
  Ended ended;
  read_both(out, error, ended.out, ended.error);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended;
}

}  // namespace caveat
