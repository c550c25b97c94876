// Random two-way tables with given margins: Patefield (1981), AS 159.
#pragma once

#include <cmath>
#include <vector>

#include "_generators.hpp"

namespace rnet {

class TwoWayTable {
 public:
  TwoWayTable(std::vector<int> rows, std::vector<int> columns)
      : rows_(std::move(rows)), columns_(std::move(columns)) {
    for (int row : rows_) total_ += row;
    log_factorial_.assign(static_cast<std::size_t>(total_) + 1, 0.0);
    for (int i = 2; i <= total_; ++i)
      log_factorial_[i] = log_factorial_[i - 1] + std::log(static_cast<double>(i));
  }

  // One table, column after column.
  void operator()(Generator& g, double* out) const {
    const std::size_t height = rows_.size(), width = columns_.size();
    std::vector<int> left(columns_);  // of each column
    int below = total_;
    for (std::size_t l = 0; l + 1 < height; ++l) {
      int here = rows_[l];  // of this row, still to be spread
      int rest = below;     // of this row and those below, from this column on
      below -= here;
      for (std::size_t m = 0; m + 1 < width; ++m) {
        const int cell = rest == 0 ? 0 : entry(g, here, left[m], rest);
        rest -= left[m];
        out[l + m * height] = cell;
        here -= cell;
        left[m] -= cell;
      }
      out[l + (width - 1) * height] = here;
      left[width - 1] -= here;
    }
    for (std::size_t m = 0; m < width; ++m) out[height - 1 + m * height] = left[m];
  }

 private:
  std::vector<int> rows_, columns_;
  int total_ = 0;
  std::vector<double> log_factorial_;

  // A hypergeometric entry: from the expected value outwards, one step up, one step down.
  int entry(Generator& g, int row, int column, int rest) const {
    const auto& f = log_factorial_;
    const int others = rest - row, elsewhere = rest - column, corner = others - column;
    double u = g.uniform();
    for (;;) {
      int up = static_cast<int>(row * (column / static_cast<double>(rest)) + 0.5);
      double p_up = std::exp(f[row] + f[others] + f[elsewhere] + f[column] - f[rest] - f[up] -
                             f[column - up] - f[row - up] - f[corner + up]);
      if (p_up >= u) return up;
      double sum = p_up, p_down = p_up;
      int down = up;
      for (bool more_up = true, more_down = true; more_up || more_down;) {
        if (more_up) {
          const double j = (column - up) * static_cast<double>(row - up);
          more_up = j != 0.0;
          if (more_up) {
            ++up;
            p_up = p_up * j / (static_cast<double>(up) * (corner + up));
            sum += p_up;
            if (sum >= u) return up;
          }
        }
        if (more_down) {
          const double j = down * static_cast<double>(corner + down);
          more_down = j != 0.0;
          if (more_down) {
            --down;
            p_down = p_down * j / (static_cast<double>(column - down) * (row - down));
            sum += p_down;
            if (sum >= u) return down;
          }
        }
      }
      u = sum * g.uniform();  // rounding left no entry: again, within what was summed
    }
  }
};

}  // namespace rnet
