# Perceptron & gradient descent & backprop by hand
sigmoid <- function(z) 1 / (1 + exp(-z))
X <- cbind(bias = 1, x1 = c(0, 0, 1, 1), x2 = c(0, 1, 0, 1))
y_and <- c(0, 0, 0, 1); y_xor <- c(0, 1, 1, 0)
perceptron <- function(X, y, eta = 0.1, epochs = 20) {
  w <- rep(0, ncol(X)); errors <- integer(epochs)
  for (e in seq_len(epochs)) {
    for (i in seq_len(nrow(X))) {
      out <- as.numeric(X[i, ] %*% w >= 0)
      w <- w + eta * (y[i] - out) * X[i, ]
      errors[e] <- errors[e] + (y[i] != out)
    }
    if (errors[e] == 0) break
  }
  list(weights = w, errors = errors[seq_len(e)], epochs = e)
}
p <- perceptron(X, y_and); p
str(p)
as.vector(ifelse(X %*% p$weights >= 0, 1, 0))
gd <- function(f, grad, start, rate = 0.1, tol = 1e-6, maxit = 1000) {
  x <- start; it <- 0
  repeat {
    g <- grad(x); x_new <- x - rate * g; it <- it + 1
    if (sqrt(sum((x_new - x)^2)) < tol || it >= maxit) break
    x <- x_new
  }
  list(par = x_new, value = f(x_new), iterations = it)
}
gd(function(p) sum((p - c(1, 2))^2), function(p) 2 * (p - c(1, 2)), c(0, 0))
set.seed(7)
W1 <- matrix(rnorm(6), 3, 2); W2 <- matrix(rnorm(3), 3, 1)
loss <- numeric(0)
for (epoch in 1:3000) {
  H <- sigmoid(X %*% W1); Hb <- cbind(1, H); O <- sigmoid(Hb %*% W2)
  err <- y_xor - O
  dO <- err * O * (1 - O)
  dH <- (dO %*% t(W2[-1, , drop = FALSE])) * H * (1 - H)
  W2 <- W2 + 0.5 * t(Hb) %*% dO
  W1 <- W1 + 0.5 * t(X) %*% dH
  if (epoch %% 1000 == 0) { loss <- c(loss, mean(err^2)); cat("Epoch", epoch, "MSE", format(mean(err^2), digits = 5), "\n") }
}
round(O, 3)
dim(W1); W1
round(W2, 4)
softmax <- function(z) { e <- exp(z - max(z)); e / sum(e) }
softmax(c(1, 2, 3)); sum(softmax(c(1000, 1001)))
crossent <- function(y, p) -mean(y * log(p) + (1 - y) * log(1 - p))
crossent(c(1, 0, 1), c(0.9, 0.2, 0.7))
relu <- function(x) pmax(x, 0); relu(c(-1, 0, 2))
tanh(c(-1, 0, 1))
onehot <- function(f) { f <- factor(f); m <- sapply(levels(f), function(l) as.integer(f == l)); m }
onehot(c("a", "b", "a", "c"))
conf <- table(truth = c(1, 0, 1, 1), pred = c(1, 0, 0, 1)); conf
precision <- conf[2, 2] / sum(conf[, 2]); recall <- conf[2, 2] / sum(conf[2, ])
f1 <- 2 * precision * recall / (precision + recall)
cat(sprintf("P = %.2f R = %.2f F1 = %.2f\n", precision, recall, f1))
minmax <- function(x) (x - min(x)) / diff(range(x))
round(apply(iris[1:5, 1:4], 2, minmax), 2)
