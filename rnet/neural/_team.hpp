// Threads that do each step of one large fit together.
#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "_training.hpp"

namespace rnet {

// Spin for a moment, then let others run.
inline void wait_a_little(int tries) {
  if (tries > 200) {
    std::this_thread::yield();
    return;
  }
#if defined(__x86_64__) && defined(__GNUC__)
  __builtin_ia32_pause();
#endif
}

class Threads {
 public:
  // The calling thread is a member too.
  explicit Threads(int members) : team_{members, &Threads::together, &wait_a_little, this} {
    for (int i = 1; i < members; ++i) helpers_.emplace_back([this, i] { help(i); });
  }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  ~Threads() {
    job_ = nullptr;
    ++jobs_;
    for (std::thread& helper : helpers_) helper.join();
  }

  const Team& team() const { return team_; }

 private:
  static void together(void* self, Team::Job job, void* context) {
    auto* threads = static_cast<Threads*>(self);
    threads->job_ = job;
    threads->context_ = context;
    threads->busy_ = threads->team_.members - 1;
    ++threads->jobs_;
    job(context, 0);
    for (int tries = 0; threads->busy_ > 0; ++tries) wait_a_little(tries);
  }

  void help(int member) {
    for (int done = 0;; ++done) {
      for (int tries = 0; jobs_ == done; ++tries) wait_a_little(tries);
      if (job_ == nullptr) return;
      job_(context_, member);
      --busy_;
    }
  }

  Team team_;
  Team::Job job_ = nullptr;
  void* context_ = nullptr;
  std::atomic<int> jobs_{0}, busy_{0};
  std::vector<std::thread> helpers_;
};

}  // namespace rnet
