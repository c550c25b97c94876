# caTools' sample.split and colAUC: Rscript split.R > split.json
source("../caret/recorder.R"); suppressPackageStartupMessages(library(caTools))
set.seed(4)
labels <- list(iris$Species, sample(c("a", "b"), 20, TRUE), infert$case, c(TRUE, FALSE, TRUE, TRUE), 1:30, rnorm(11), factor(sample(letters[1:4], 50, TRUE)), c("x", "y"), rep(1, 9), c(3, 1, 3, 2, 2, 1, 1), factor(c("a", "a", "b"), levels = c("b", "a", "c")), sample(1:3, 101, TRUE, c(.8, .15, .05)))
seed <- 0
for (y in labels) for (ratio in list(NULL, .5, .7, .8, .25, .01, .99, 1, 3, 0)) { seed <- seed + 1; if (is.null(ratio)) ask("sample.split", Y = y, .seed = seed, .unnamed = "Y") else ask("sample.split", Y = y, SplitRatio = ratio, .seed = seed) }
group <- rep(1:5, 4)
for (y in list(rep(0:1, 10), rep(c("a", "b"), c(12, 8)))) for (ratio in c(.5, .75)) ask("sample.split", Y = y, SplitRatio = ratio, group = group, .seed = 3)
ask("sample.split", Y = 1:4, SplitRatio = 9, .seed = 1); ask("sample.split", Y = c("a", NA, "b", "a"), .seed = 1); ask("sample.split", Y = 1:4, SplitRatio = -1, .seed = 1); ask("sample.split", Y = character(), .seed = 1); ask("sample.split", Y = 1:4, group = 1:3, .seed = 1)
ask("colAUC", X = iris[, -5], y = iris$Species, .unnamed = c("X", "y")); ask("colAUC", X = as.matrix(iris[, 1:2]), y = iris$Species == "setosa"); ask("colAUC", X = mtcars$mpg, y = mtcars$am); ask("colAUC", X = mtcars[, c("mpg", "wt")], y = mtcars$am, alg = "ROC")
ask("colAUC", X = matrix(round(rnorm(40), 1), 20), y = rep(c("u", "v"), 10)); ask("colAUC", X = matrix(rnorm(40), 20), y = factor(rep(c("u", "v", "w", "z"), 5)))
write_cases()
