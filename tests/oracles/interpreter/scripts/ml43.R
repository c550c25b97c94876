# Learning curves, timing free; progress reports by message, format and cat
library(e1071)
library(MASS)
set.seed(99)
d <- na.omit(biopsy[, -1])
perm <- sample(nrow(d))
d <- d[perm, ]
test <- d[501:nrow(d), ]
sizes <- c(20, 50, 100, 200, 400, 500)
curve_data <- data.frame(n = integer(), train = numeric(), test = numeric())
for (s in sizes) {
  tr <- d[1:s, ]
  m <- svm(class ~ ., data = tr)
  curve_data[nrow(curve_data) + 1, ] <- list(s, mean(fitted(m) == tr$class), mean(predict(m, test) == test$class))
}
curve_data
format(curve_data, digits = 3, nsmall = 2)
cat(paste(formatC(curve_data$n, width = 5), formatC(100 * curve_data$test, format = "f", digits = 2)), sep = "\n")
cat(rep("-", 30), "\n", sep = "")
cat(format(c("size", "error"), width = 10), "\n")
for (i in seq_along(sizes)) cat(format(sizes[i], width = 10), format(round(1 - curve_data$test[i], 4), width = 10, nsmall = 4), "\n")
barplot(curve_data$test, names.arg = sizes)
legend("bottomright", legend = c("train", "test"), col = 1:2, lty = 1)
# feature selection: leave one variable out
vars <- setdiff(names(d), "class")
drop_one <- sapply(vars, function(v) {
  f <- reformulate(setdiff(vars, v), "class")
  mean(predict(svm(f, d[1:200, ]), test) == test$class)
})
sort(drop_one)
forward <- character(0)
best <- 0
repeat {
  cand <- setdiff(vars, forward)
  if (!length(cand)) break
  acc <- sapply(cand, function(v) {
    f <- as.formula(paste("class ~", paste(c(forward, v), collapse = "+")))
    m <- svm(f, data = d[1:200, ], kernel = "linear")
    mean(predict(m, d[201:500, ]) == d$class[201:500])
  })
  if (max(acc) <= best) break
  best <- max(acc)
  forward <- c(forward, names(which.max(acc)))
  cat("added", tail(forward, 1), "accuracy", round(best, 4), "\n")
}
forward
tryCatch({
  predict(svm(class ~ V1 + V2, d), data.frame(V1 = 1))
}, error = function(e) cat("Error caught:", conditionMessage(e), "\n"))
tryCatch(svm(class ~ ., data = d, kernel = "cubic"), error = function(e) cat("Error caught:", conditionMessage(e), "\n"))
tryCatch(svm(letters[1:4], 1:4), error = function(e) cat("Error caught:", conditionMessage(e), "\n"))
withCallingHandlers(
  svm(data.frame(a = 1:6, b = 1), factor(c(1, 1, 1, 2, 2, 2)))$tot.nSV,
  warning = function(w) { cat("Warning:", conditionMessage(w), "\n"); invokeRestart("muffleWarning") })
stopifnot(best > 0.9)
invisible(gc())
