# ROCR's prediction and performance: Rscript rocr.R > rocr.json; perf_of(predictions, labels, measure, ...) asks both
source("../caret/recorder.R"); suppressPackageStartupMessages(library(ROCR))
slots_of <- function(p) sapply(slotNames(p), function(s) slot(p, s), simplify = FALSE)
perf_of <- function(predictions, labels, ...) slots_of(performance(prediction(predictions, labels), ...))
pred_of <- function(predictions, labels, ...) slots_of(prediction(predictions, labels, ...))
q <- function(fun, ...) ask(fun, ..., .unnamed = c("predictions", "labels", "measure"), .print = FALSE)
measures <- c("acc", "err", "fpr", "fall", "tpr", "rec", "sens", "fnr", "miss", "tnr", "spec", "ppv", "prec", "npv", "pcfall", "pcmiss", "rpp", "rnp", "phi", "mat", "mi", "chisq", "odds", "lift", "f", "cost", "auc", "aucpr", "rch", "prbe", "mxe", "rmse", "sar", "ecost")
set.seed(8)
sets <- list()
for (n in c(8, 25)) for (digits in c(1, 6)) { y <- sample(rep(0:1, length.out = n)); sets <- c(sets, list(list(y, round(plogis(rnorm(n) + y), digits)))) }
for (s in sets) {
  q("pred_of", predictions = s[[2]], labels = s[[1]]); q("pred_of", predictions = s[[2]], labels = factor(s[[1]], labels = c("no", "yes")))
  for (m in measures) q("perf_of", predictions = s[[2]], labels = s[[1]], measure = m)
  for (pair in list(c("tpr", "fpr"), c("prec", "rec"), c("sens", "spec"), c("lift", "rpp"), c("acc", "tpr"))) q("perf_of", predictions = s[[2]], labels = s[[1]], measure = pair[1], x.measure = pair[2])
  q("perf_of", predictions = s[[2]], labels = s[[1]], measure = "auc", fpr.stop = .3); q("perf_of", predictions = s[[2]], labels = s[[1]], measure = "f", alpha = .2); q("perf_of", predictions = s[[2]], labels = s[[1]], measure = "cost", cost.fp = 2, cost.fn = .5)
}
q("perf_of", predictions = sets[[4]][[2]], labels = sets[[4]][[1]], measure = "cal", window.size = 10)
runs <- list(runif(9), runif(14)); truth <- list(sample(rep(0:1, length.out = 9)), sample(rep(0:1, length.out = 14)))
q("pred_of", predictions = runs, labels = truth); for (m in c("acc", "auc", "mxe", "rmse")) q("perf_of", predictions = runs, labels = truth, measure = m); q("perf_of", predictions = runs, labels = truth, measure = "tpr", x.measure = "fpr")
q("pred_of", predictions = c(.1, .4, .3), labels = c("a", "b", "a"), label.ordering = c("b", "a"))
q("pred_of", predictions = c(.1, .4), labels = c(0, 1, 1)); q("pred_of", predictions = c(.1, .4, .3), labels = 0:2); q("pred_of", predictions = c(.1, .4, .3), labels = c(1, 1, 1)); q("pred_of", predictions = c("a", "b", "c"), labels = c(0, 1, 1)); q("pred_of", predictions = c(.1, NA, .3), labels = c(0, 1, 1)); q("perf_of", predictions = c(.1, .4, .3), labels = c(0, 1, 1), measure = "zz"); q("perf_of", predictions = c(.1, .4, .3), labels = c(0, 1, 1), measure = "tpr", x.measure = "auc"); q("perf_of", predictions = c(.1, .4, .3), labels = c("a", "b", "b"), measure = "rmse"); q("perf_of", predictions = c(1.1, .4, .3), labels = c(0, 1, 1), measure = "mxe")
write_cases()
