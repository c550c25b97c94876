# K-fold cross validation written by hand
library(e1071)
library(MASS)
k_fold <- function(data, k, fit_fun, pred_fun, response) {
  folds <- cut(seq(1, nrow(data)), breaks = k, labels = FALSE)
  folds <- sample(folds)
  errors <- numeric(k)
  for (i in 1:k) {
    held <- which(folds == i, arr.ind = TRUE)
    fit <- fit_fun(data[-held, ])
    p <- pred_fun(fit, data[held, ])
    errors[i] <- mean(p != data[held, response])
  }
  list(errors = errors, mean = mean(errors), se = sd(errors) / sqrt(k))
}
methods <- list(
  svm = list(fit = function(d) svm(Species ~ ., d), pred = function(m, d) predict(m, d)),
  nb = list(fit = function(d) naiveBayes(Species ~ ., d), pred = function(m, d) predict(m, d)),
  lda = list(fit = function(d) lda(Species ~ ., d), pred = function(m, d) predict(m, d)$class),
  qda = list(fit = function(d) qda(Species ~ ., d), pred = function(m, d) predict(m, d)$class)
)
for (nm in names(methods)) {
  set.seed(2021)
  r <- k_fold(iris, 10, methods[[nm]]$fit, methods[[nm]]$pred, "Species")
  cat(sprintf("%-5s error = %.4f (se %.4f)\n", nm, r$mean, r$se))
}
set.seed(2021)
res <- lapply(methods, function(m) k_fold(iris, 5, m$fit, m$pred, "Species"))
str(res)
mat <- sapply(res, `[[`, "errors")
mat
round(apply(mat, 2, range), 4)
boxplot(mat, ylab = "error")
# paired comparison of the folds
with(as.data.frame(mat), t.test(svm, nb, paired = TRUE))$p.value
# repeated holdout
holdout <- replicate(20, {
  i <- sample(nrow(iris), 100)
  mean(predict(svm(Species ~ ., iris[i, ]), iris[-i, ]) == iris$Species[-i])
})
summary(holdout)
stem(holdout)
quantile(holdout, c(0.025, 0.975))
table(round(holdout, 2))
