# Types of results: whole numbers that are doubles in R, and counts that are integers.
typeof(sign(-1L)); sign(c(-2L, NA, 3L)); typeof(outer(1:2, 1:2)); typeof(outer(1:2, 1:2, "+")); outer(60000L, 60000L); outer(1:2, c(TRUE, FALSE)); typeof(outer(c(a = 1L), 2L))
typeof(seq(2, 10, length.out = 5)); typeof(seq(1, 6, length.out = 6)); typeof(seq(10, length.out = 4)); typeof(seq(to = 10, length.out = 4)); typeof(seq(length.out = 4)); typeof(seq(1L, length.out = 4)); typeof(seq(2L, by = 2L, length.out = 3)); typeof(seq(5, 5, length.out = 1)); str(seq(0, 10, length.out = 11))
str(chisq.test(c(10, 20, 30))$observed); str(chisq.test(c(10L, 20L, 30L))$observed); str(chisq.test(table(mtcars$am, mtcars$vs))$observed); str(chisq.test(mtcars$am, mtcars$vs)$observed)
library(nnet); set.seed(1); m <- nnet(Species ~ ., iris, size = 2, trace = FALSE, maxit = 3); str(m[c("n", "nunits", "nconn", "conn", "nsunits")]); m <- nnet(iris[, 1:4], class.ind(iris$Species), size = 2, trace = FALSE, maxit = 3); str(m[c("n", "nunits", "nconn", "conn", "nsunits")])
library(e1071); m <- svm(Species ~ ., iris); str(m[c("type", "kernel", "cost", "degree", "nclasses", "tot.nSV", "nSV", "labels")])
match.arg("x", c("a", "b"))
