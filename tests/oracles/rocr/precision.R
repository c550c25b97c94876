# Where ROCR's precision and recall meet, and the area under them: Rscript precision.R > precision.json
source("../caret/recorder.R"); suppressPackageStartupMessages(library(ROCR))
slots_of <- function(p) sapply(slotNames(p), function(s) slot(p, s), simplify = FALSE)
perf_of <- function(predictions, labels, ...) slots_of(performance(prediction(predictions, labels), ...))
q <- function(fun, ...) ask(fun, ..., .unnamed = c("predictions", "labels", "measure"), .print = FALSE)
for (seed in 1:45) {
  set.seed(seed); n <- sample(4:30, 1)
  scores <- if (seed %% 3) sample(1:5, n, TRUE) / 8 else round(runif(n), 2)
  labels <- c(0, 1, rbinom(n - 2, 1, .5))
  q("perf_of", predictions = scores, labels = labels, measure = "aucpr")
  area <- performance(prediction(scores, labels), "prec", "rec"); d <- area@y.values[[1]] - area@x.values[[1]]
  d <- d[is.finite(d)]
  if (any(d == 0) || any(head(d, -1) * tail(d, -1) < 0)) q("perf_of", predictions = scores, labels = labels, measure = "prbe")
}
runs <- list(runif(9), runif(14)); truth <- list(sample(rep(0:1, length.out = 9)), sample(rep(0:1, length.out = 14)))
for (m in c("aucpr", "prbe")) q("perf_of", predictions = runs, labels = truth, measure = m)
write_cases()
