# caret's random splits: Rscript partition.R > partition.json
source("recorder.R"); suppressPackageStartupMessages(library(caret))
set.seed(3)
numbers <- list(round(rnorm(50), 2), rgamma(33, 3, .5), 1:10 + 0, c(1, 1, 1, 1, 2, 3), rnorm(4), rep(5, 12), rnorm(101), round(runif(40) * 4), c(3, 1), 7, sample(1:1000, 64), mtcars$mpg, iris$Sepal.Width)
classes <- list(factor(sample(c("a", "b", "c"), 40, TRUE)), iris$Species, sample(c("yes", "no"), 25, TRUE), factor(c("a", "b", "b", "c", "c", "c", rep("d", 10))), sample(c(TRUE, FALSE), 30, TRUE), factor(c("x", "x"), levels = c("x", "y")), factor(mtcars$cyl), c("b", "a", "c"), factor(sample(letters, 200, TRUE)))
seed <- 0
for (y in c(numbers, classes)) {
  seed <- seed + 1
  ask("createDataPartition", y = y, .seed = seed, .unnamed = "y"); ask("createDataPartition", y = y, p = .8, list = FALSE, .seed = seed)
  ask("createDataPartition", y = y, times = 3, p = .75, .seed = seed); ask("createDataPartition", y = y, times = 2, list = FALSE, p = .3, .seed = seed)
  ask("createFolds", y = y, .seed = seed, .unnamed = "y"); ask("createFolds", y = y, k = 5, list = FALSE, .seed = seed)
  ask("createFolds", y = y, k = 3, returnTrain = TRUE, .seed = seed); ask("createFolds", y = y, k = 2, .seed = seed)
  ask("createMultiFolds", y = y, k = 3, times = 2, .seed = seed); ask("createResample", y = y, times = 2, .seed = seed); ask("createResample", y = y, times = 2, list = FALSE, .seed = seed)
}
for (y in numbers) for (groups in c(2, 3, 10)) ask("createDataPartition", y = y, groups = groups, p = .6, list = FALSE, .seed = seed)
for (p in c(0, 1, .999, .001, .5)) ask("createDataPartition", y = classes[[2]], p = p, .seed = 1)
for (k in c(1, 4, 49, 50, 60)) { ask("createFolds", y = numbers[[1]], k = k, .seed = 2); ask("createFolds", y = classes[[1]], k = k, .seed = 2) }
ask("createDataPartition", y = c(1, NA, 3, 4, 2, 5, 9), .seed = 1); ask("createDataPartition", y = factor(c("a", NA, "b", "a", "a", "b")), .seed = 1)
ask("createFolds", y = factor(c("a", NA, "b", "a", "a", "b")), k = 2, .seed = 1); ask("createDataPartition", y = numeric(), .seed = 1); ask("createFolds", y = numeric(), .seed = 1)
ask("createDataPartition", y = 1:10 + 0, groups = 1, .seed = 1); ask("createDataPartition", y = 1:10 + 0, times = 0, .seed = 1); ask("createDataPartition", y = classes[[1]], p = 2, .seed = 1); ask("createDataPartition", y = classes[[1]], p = -1, .seed = 1)
ask("createDataPartition", y = numbers[[1]], times = 12, .seed = 1)
ask("createDataPartition", y = data.frame(a = 1:4), .seed = 1)
write_cases()
