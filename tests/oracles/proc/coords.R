# pROC's coords: Rscript coords.R > coords.json; every call is coords(roc(response, predictor, ...), ...)
source("../caret/recorder.R"); suppressPackageStartupMessages(library(pROC))
coords_of <- function(response, predictor, percent = FALSE, direction = "<", ...) coords(roc(response, predictor, percent = percent, direction = direction, quiet = TRUE), ...)
set.seed(5)
for (n in c(8, 20, 60)) for (shift in c(0, 1.2)) for (percent in c(FALSE, TRUE)) {
  y <- sample(rep(0:1, length.out = n)); x <- round(rnorm(n) + shift * y, 1); unit <- if (percent) 100 else 1
  q <- function(...) ask("coords_of", response = y, predictor = x, percent = percent, ..., .unnamed = c("response", "predictor"))
  q(); q(x = "best"); q(x = "best", best.method = "closest.topleft"); q(x = "best", ret = "all"); q(x = "all", ret = "all"); q(x = "local maximas"); q(x = "best", ret = "threshold"); q(x = "all", ret = c("tpr", "fpr", "accuracy", "1-npv"))
  q(x = .3); q(x = c(-9, .25, 9)); q(x = c(.3, .7) * unit, input = "sensitivity"); q(x = c(0, .42, 1) * unit, input = "specificity", ret = c("threshold", "sensitivity", "ppv")); q(x = .5, ret = c("thr", "se", "sp"))
  q(x = "best", best.weights = c(2, .3), ret = c("threshold", "youden", "closest.topleft")); q(x = "best", transpose = TRUE); q(x = "all", transpose = TRUE); q(x = "best", ret = c("threshold", "sensitivity"), transpose = TRUE); q(x = c(.1, .2), as.matrix = TRUE); q(x = "best", ret = "precision", transpose = TRUE)
  q(x = .5, direction = ">"); q(direction = ">"); q(x = c(.1, .8) * unit, input = "tpr", ret = c("tpr", "tnr")); q(x = "best", ret = c("tp", "fp", "tn", "fn", "npv", "fdr", "recall", "precision", "1-specificity"))
}
q(x = "worst"); q(x = 2, input = "sensitivity"); q(x = .5, ret = "zz"); q(x = "best", best.method = "zz"); q(x = .5, input = "accuracy"); q(x = "best", best.weights = 1)
write_cases()
