#include "cli/interruption.h"

#include <atomic>

namespace caveat {
namespace {

std::atomic<int> noted = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may not wait");

void note(int number) { noted = number; }

}  // namespace

Interruption::Interruption() {
  noted = 0;
  struct sigaction once{};
  once.sa_handler = note;
  once.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &once, &interrupt_before_);
  ::sigaction(SIGTERM, &once, &terminate_before_);
}

Interruption::~Interruption() {
  ::sigaction(SIGINT, &interrupt_before_, nullptr);
  ::sigaction(SIGTERM, &terminate_before_, nullptr);
  noted = 0;
}

int Interruption::signal() { return noted; }

}  // namespace caveat
