# How flexible should the machine be? sapply over hyperparameters
library(e1071)
set.seed(31)
make_spiral <- function(n) {
  th <- seq(0.5, 2 * pi, length.out = n)
  a <- cbind(th * cos(th), th * sin(th)) + matrix(rnorm(2 * n, sd = 0.3), n)
  b <- cbind(-th * cos(th), -th * sin(th)) + matrix(rnorm(2 * n, sd = 0.3), n)
  data.frame(rbind(a, b), arm = factor(rep(c("A", "B"), each = n)))
}
train <- make_spiral(60)
test <- make_spiral(40)
head(train)
colnames(train)
gammas <- 10^(-2:2)
acc <- sapply(gammas, function(g) {
  m <- svm(arm ~ X1 + X2, data = train, gamma = g, cost = 5)
  c(train = mean(predict(m, train) == train$arm), test = mean(predict(m, test) == test$arm), sv = sum(m$nSV))
})
colnames(acc) <- paste0("g=", gammas)
acc
round(t(acc), 3)
g <- outer(c(0.1, 1, 10, 100), c(0.1, 1, 10), Vectorize(function(cost, gamma) {
  m <- svm(arm ~ ., train, cost = cost, gamma = gamma)
  sum(predict(m, test) != test$arm)
}))
dimnames(g) <- list(cost = c(0.1, 1, 10, 100), gamma = c(0.1, 1, 10))
g
which(g == min(g), arr.ind = TRUE)
for (deg in 1:5) {
  m <- svm(arm ~ ., data = train, kernel = "polynomial", degree = deg, coef0 = 1)
  cat("degree", deg, "-> errors", sum(fitted(m) != train$arm), "of", nrow(train), "\n")
}
invisible(sapply(c("linear", "sigmoid"), function(k) cat(sprintf("%10s: %5.1f%%\n", k, 100 * mean(fitted(svm(arm ~ ., train, kernel = k)) == train$arm)))))
report <- do.call(rbind, lapply(c(1, 10), function(C) {
  m <- svm(arm ~ ., data = train, cost = C, cross = 5)
  data.frame(cost = C, sv = m$tot.nSV, folds = length(m$accuracies))
}))
report
m <- svm(arm ~ ., data = train, cost = 10, gamma = 1)
grid <- expand.grid(X1 = seq(-6, 6, 2), X2 = seq(-6, 6, 3))
mat <- matrix(as.character(predict(m, grid)), nrow = 7)
mat
noquote(mat)
apply(mat, 2, paste, collapse = "")
