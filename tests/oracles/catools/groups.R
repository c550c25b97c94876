# caTools' sample.split with groups: Rscript groups.R > groups.json
source("../caret/recorder.R"); suppressPackageStartupMessages(library(caTools))
set.seed(8)
for (seed in 1:40) {
  n <- sample(4:40, 1)
  y <- if (seed %% 8) sample(1:sample(1:6, 1), n, TRUE) else round(runif(n), 4)
  g <- sample(letters[1:sample(2:12, 1)], n, TRUE)
  ratio <- if (seed %% 3) round(runif(1, .1, .95), 3) else sample(1:(n - 1), 1)
  ask("sample.split", Y = y, SplitRatio = ratio, group = g, .seed = seed)
}
ask("sample.split", Y = c("a", "b", "a", "b"), group = factor(c("u", "u", "v", "v")), .seed = 1)
ask("sample.split", Y = 1:4, group = 1:5, .seed = 1)
write_cases()
