# gmodels' CrossTable: Rscript cross.R > cross.json
source("../caret/recorder.R"); suppressPackageStartupMessages(library(gmodels))
keep <- function(v) lapply(v["prop.tbl"], identity)
q <- function(...) ask("CrossTable", ..., .unnamed = c("x", "y"), .keep = keep, .print = FALSE)
set.seed(9)
draw <- function(levels, n, p = NULL) sample(levels, n, TRUE, p)
pairs <- list(list(infert$education, infert$induced), list(mtcars$cyl, mtcars$gear), list(mtcars$am, mtcars$vs), list(draw(c("a", "b"), 40), draw(c("yes", "no"), 40)), list(factor(draw(c("low", "mid", "high"), 90)), draw(1:4, 90)), list(warpbreaks$wool, warpbreaks$tension), list(draw(c("a very long level of x", "b"), 25), draw(c("a long level of y", "z"), 25)), list(draw(letters[1:5], 150), draw(c(TRUE, FALSE), 150)))
for (p in pairs) {
  x <- p[[1]]; y <- p[[2]]
  for (format in c("SAS", "SPSS")) {
    q(x = x, y = y, format = format); q(x = x, y = y, format = format, chisq = TRUE); q(x = x, y = y, format = format, expected = TRUE, digits = 2)
    q(x = x, y = y, format = format, prop.r = FALSE, prop.chisq = FALSE); q(x = x, y = y, format = format, prop.c = FALSE, prop.t = FALSE); q(x = x, y = y, format = format, prop.r = FALSE, prop.c = FALSE, prop.t = FALSE, prop.chisq = FALSE)
    q(x = x, y = y, format = format, resid = TRUE, sresid = TRUE, asresid = TRUE, chisq = TRUE); q(x = x, y = y, format = format, dnn = c("Rows", "Columns"), digits = 1); q(x = x, y = y, format = format, expected = TRUE, prop.r = FALSE, prop.c = FALSE, resid = TRUE)
    q(x = x, y = y, format = format, prop.chisq = FALSE, digits = 5, chisq = TRUE); q(x = x, y = y, format = format, prop.c = FALSE, prop.chisq = FALSE)
    q(x = x, format = format); q(x = y, format = format, digits = 1); q(x = x, format = format, prop.t = FALSE); q(x = x, format = format, max.width = 2)
  }
}
for (p in pairs[c(2, 3, 4)]) { x <- p[[1]]; y <- p[[2]]; q(x = x, y = y, mcnemar = TRUE); q(x = x, y = y, mcnemar = TRUE, chisq = TRUE, format = "SPSS"); if (length(unique(x)) == 2) { q(x = x, y = y, fisher = TRUE); q(x = x, y = y, fisher = TRUE, chisq = TRUE, format = "SPSS") } }
q(x = 1:12); q(x = 1:12, max.width = 1); q(x = 1:12, max.width = 20, format = "SPSS"); q(x = c("a", NA, "b"), y = c("u", "v", NA)); q(x = table(mtcars$cyl, mtcars$am)); q(x = matrix(1:6, 2)); q(x = 1:3, y = 1:2); q(x = mtcars$cyl, y = mtcars$am, format = "XX"); q(x = mtcars$cyl, y = mtcars$am, digits = -1); q(x = factor(c("a", "b"), levels = c("a", "b", "c")), y = c("u", "v")); q(x = c(NA, 1, 1)); q(x = rep("a", 4), y = rep("b", 4)); q(x = rep("a", 4), y = c("b", "b", "c", "c")); q(x = factor(c("a", "b"), levels = c("a", "b", "c")))
write_cases()
