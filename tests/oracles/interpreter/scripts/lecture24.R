# Introduction to R for machine learning: vectors, matrices, lists, functions
x <- c(5.1, 4.9, 4.7, NA, 5.0)
mean(x); mean(x, na.rm = TRUE)
is.na(x)
which(is.na(x))
A <- matrix(1:6, nrow = 2); B <- matrix(c(2, 0, 1, 3, 1, 1), ncol = 2)
A; B
A %*% B
t(A) * B
solve(matrix(c(2, 1, 1, 3), 2))
l <- list(name = "svm", params = list(cost = 1, gamma = 0.25), acc = c(0.95, 0.93))
str(l)
l
l$params$cost
l[["acc"]][2]
f <- function(x, ...) UseMethod("f")
f.default <- function(x, ...) cat("default\n")
f.classifier <- function(x, ...) { cat("Classifier:", x$name, "\n"); invisible(x) }
m <- structure(l, class = "classifier")
f(m); f(1)
print.classifier <- function(x, ...) cat("<", x$name, " with cost ", x$params$cost, ">\n", sep = "")
m
df <- data.frame(id = 1:5, score = c(90, 85.5, 70, 60.25, 99), pass = c(TRUE, TRUE, FALSE, FALSE, TRUE),
                 name = c("Ann", "Bob", "Cy", "Di", "Ed"), stringsAsFactors = TRUE)
df
str(df)
summary(df)
df[df$score > 80, c("name", "score")]
df$grade <- cut(df$score, c(0, 65, 80, 100), labels = c("C", "B", "A"))
table(df$grade, df$pass)
merge(df[, c("id", "name")], data.frame(id = c(1, 3, 7), w = c(0.5, 0.25, 1)), all.x = TRUE)
apply(A, 1, sum); sapply(df, class)
i <- 0
repeat { i <- i + 1; if (i == 3) next; if (i > 5) break; cat("i =", i, "\n") }
tryCatch(stop("no convergence"), error = function(e) cat("Caught:", conditionMessage(e), "\n"), finally = cat("done\n"))
switch("linear", linear = "u'v", radial = "exp(-gamma|u-v|^2)")
vapply(split(iris$Sepal.Length, iris$Species), mean, numeric(1))
mapply(function(a, b) a^b, 2:4, 1:3)
Reduce(`+`, 1:5, accumulate = TRUE)
format(Sys.Date(), "%Y") > "2000"
