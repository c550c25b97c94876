# Rscript tune_more.R tune_more.json: further calls of tune, made with R 4.2.2 and e1071 1.7-13.
suppressPackageStartupMessages({library(e1071); library(MASS); library(nnet); library(class); library(jsonlite)})
cats1 <- cats[1:100, ]; cats2 <- cats[101:144, ]; iris2 <- iris[51:150, ]
air <- airquality; mpg <- mtcars; mpg$cyl <- factor(mpg$cyl); mpg$am <- mpg$am == 1
mae <- function(true, pred) mean(abs(true - pred)); miss <- function(true, pred) sum(true != pred)
# whole numbers: distances equal on paper are equal in binary too
cats10 <- transform(cats, Bwt = round(10 * Bwt), Hwt = round(10 * Hwt))
weights <- list(c(F = 1, M = 2), c(F = 3, M = 1))
last <- function(x) x[length(x)]
cases <- list(
  error_fun = quote(tune(svm, Hwt ~ Bwt, data = cats, ranges = list(cost = c(1, 10)), tunecontrol = tune.control(cross = 5, error.fun = mae))),
  error_fun_classes = quote(tune.svm(Sex ~ ., data = cats, cost = c(1, 10), tunecontrol = tune.control(cross = 5, error.fun = miss))),
  boot_validation = quote(tune.svm(Sex ~ ., data = cats1, validation.x = cats2, cost = c(1, 5), tunecontrol = tune.control(sampling = "boot", nboot = 4))),
  boot_large = quote(tune(lm, Hwt ~ Bwt, data = cats, tunecontrol = tune.control(sampling = "boot", nboot = 3, boot.size = 1.5))),
  fix_share = quote(tune.svm(Species ~ ., data = iris, gamma = c(0.1, 1), tunecontrol = tune.control(sampling = "fix", fix = 0.8))),
  random_two = quote(tune.svm(Hwt ~ Bwt, data = cats, gamma = c(0.1, 1, 2), cost = c(1, 10), tunecontrol = tune.control(cross = 3, random = 4))),
  random_all = quote(tune.svm(Hwt ~ Bwt, data = cats, gamma = c(0.1, 1), cost = c(1, 10), tunecontrol = tune.control(cross = 3, random = 99))),
  medians = quote(tune.svm(Hwt ~ Bwt, data = cats, cost = c(1, 10), tunecontrol = tune.control(sampling.aggregate = median, sampling.dispersion = max))),
  class_weights = quote(tune.svm(Sex ~ ., data = cats, class.weights = weights, cost = 1:2)),
  unused_level = quote(tune.svm(Species ~ ., data = iris2, cost = c(0.5, 5), tunecontrol = tune.control(cross = 4))),
  missing_rows = quote(tune.svm(Ozone ~ Wind + Temp, data = air, epsilon = c(0.1, 0.5), tunecontrol = tune.control(cross = 6))),
  missing_boot = quote(tune(svm, Ozone ~ ., data = air, ranges = list(cost = c(1, 3)), tunecontrol = tune.control(sampling = "boot", nboot = 3))),
  probability = quote(tune.svm(Species ~ ., data = iris, cost = c(1, 4), probability = TRUE, tunecontrol = tune.control(cross = 3, nrepeat = 2))),
  inner_cross = quote(tune.svm(Hwt ~ Bwt, data = cats, cost = c(1, 4), cross = 3, tunecontrol = tune.control(cross = 3))),
  logical_response = quote(tune.svm(factor(am) ~ wt + hp, data = mpg, cost = c(1, 10), tunecontrol = tune.control(cross = 4))),
  log_response = quote(tune(lm, log(mpg) ~ wt + cyl, data = mpg, tunecontrol = tune.control(cross = 4))),
  nothing_kept = quote(tune(svm, Hwt ~ Bwt, data = cats, ranges = list(cost = 1:3), tunecontrol = tune.control(performances = FALSE, best.model = FALSE))),
  one_class = quote(tune(svm, ~ Bwt + Hwt, data = cats, ranges = list(nu = c(0.1, 0.4)), type = "one-classification")),
  nu_regression = quote(tune.svm(Hwt ~ Bwt, data = cats, nu = c(0.2, 0.6), type = "nu-regression")),
  sigmoid = quote(tune(svm, Hwt ~ Bwt, data = cats, ranges = list(kernel = c("sigmoid", "polynomial"), degree = 2:3, shrinking = c(TRUE, FALSE)), tunecontrol = tune.control(cross = 3))),
  nnet_decay = quote(tune.nnet(Hwt ~ Bwt, data = cats, size = 1, linout = TRUE, decay = c(0, 0.1), tunecontrol = tune.control(cross = 2, nrepeat = 3, repeat.aggregate = min))),
  nnet_binary = quote(tune.nnet(Sex ~ ., data = cats, size = 1:2, maxit = 30, tunecontrol = tune.control(cross = 3, nrepeat = 1))),
  nnet_matrix = quote(tune.nnet(cats[, 2, drop = FALSE], cats$Hwt, size = 2, linout = TRUE, maxit = 40, tunecontrol = tune.control(cross = 3, nrepeat = 2))),
  knn_k = quote(tune.knn(cats10[, 2:3], cats10$Sex, k = 1:3)),
  knn_l = quote(tune.knn(iris[, 1:4], iris$Species, k = c(3, 5), l = c(0, 3), tunecontrol = tune.control(cross = 5))),
  knn_one_column = quote(tune.knn(cats10[, 3, drop = FALSE], cats10$Sex, k = c(2, 4), tunecontrol = tune.control(sampling = "boot", nboot = 3))),
  gknn_k = quote(tune.gknn(Sex ~ ., data = cats, k = 1:4)),
  matrix_one_column = quote(tune.svm(as.matrix(cats[, 2, drop = FALSE]), cats$Hwt, cost = c(1, 5))),
  leave_one_out = quote(tune(lm, weight ~ height, data = women, tunecontrol = tune.control(cross = 15))),
  wrong_response = quote(tune.knn(cats[, 2:3], cats$Hwt, k = 1)),
  no_cost = quote(tune.svm(Hwt ~ Bwt, data = cats, cost = c(1, -1))),
  too_many_folds = quote(tune(svm, Hwt ~ Bwt, data = cats, tunecontrol = tune.control(cross = 145))),
  random_none = quote(tune.svm(Hwt ~ Bwt, data = cats, gamma = c(0.1, 1), cost = 1:2, tunecontrol = tune.control(random = 0))),
  missing_size = quote(tune.nnet(Hwt ~ Bwt, data = cats, tunecontrol = tune.control(cross = 2)))
)
text <- function(x) paste(capture.output(x), collapse = "\n")
answer <- function(call) {
  set.seed(11)
  error <- NULL
  fit <- tryCatch(suppressWarnings(eval(call)), error = function(e) { error <<- conditionMessage(e); NULL })
  uniform <- sprintf("%.17g", runif(1))
  if (is.null(fit)) return(list(code = paste(deparse(call, 500), collapse = ""), error = error, uniform = uniform))
  p <- fit$performances
  list(code = paste(deparse(call, 500), collapse = ""), uniform = uniform,
    errors = if (is.null(p)) NULL else I(sprintf("%.17g", p$error)),
    dispersions = if (is.null(p)) NULL else I(sprintf("%.17g", p$dispersion)),
    best = sprintf("%.17g", fit$best.performance),
    train = lapply(unname(as.list(fit$train.ind)), I), names = if (is.null(names(fit$train.ind))) NULL else I(names(fit$train.ind)),
    print = text(print(fit)), summary = text(print(summary(fit))))
}
writeLines(toJSON(lapply(cases, answer), auto_unbox = TRUE, null = "null"), commandArgs(TRUE)[1])
