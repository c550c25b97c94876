# Time to compare activation functions and learning rates, then nnet on a spiral
sigmoid <- function(x) 1 / (1 + exp(-x))
relu <- function(x) pmax(0, x)
x <- seq(-3, 3, by = 1.5)
act <- data.frame(x = x, sigmoid = sigmoid(x), tanh = tanh(x), relu = relu(x))
act
matplot(act$x, act[, -1], type = "l")
signif(act, 3)
softmax <- function(z) { e <- exp(z - max(z)); e / sum(e) }
softmax(c(2, 1, 0.1))
N <- 100; K <- 3
set.seed(308)
X <- data.frame(); y <- c()
for (j in 1:K) {
  r <- seq(0.05, 1, length.out = N)
  t <- seq((j - 1) * 4.7, j * 4.7, length.out = N) + rnorm(N, sd = 0.3)
  X <- rbind(X, data.frame(x1 = r * sin(t), x2 = r * cos(t)))
  y <- c(y, rep(j, N))
}
data <- cbind(X, label = factor(y))
dim(data); tail(data, 2)
library(nnet)
for (h in c(2, 6, 10)) {
  set.seed(h)
  fit <- nnet(label ~ x1 + x2, data, size = h, maxit = 60, trace = FALSE, decay = 1e-3)
  acc <- mean(predict(fit, data, type = "class") == data$label)
  cat(sprintf("hidden %2d: %3d weights, accuracy %5.1f%%\n", h, length(fit$wts), 100 * acc))
}
lin <- multinom(label ~ x1 + x2, data)
lin
print(table(linear = predict(lin), label = data$label))
library(e1071)
s <- svm(label ~ ., data = data, gamma = 10, cost = 10, cross = 5)
s$nSV
class(s)
head(round(predict(lin, data, type = "probs"), 3), 2)
eta <- c(0.1, 0.5, 1.1)
path <- sapply(eta, function(e) Reduce(function(w, i) w - e * 2 * w, 1:4, accumulate = TRUE, 1))
dimnames(path) <- list(step = 0:4, eta = eta)
path
