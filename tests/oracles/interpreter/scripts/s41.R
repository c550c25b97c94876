# Gradient descent, a perceptron, logistic regression by Newton-Raphson, k-means: all by hand.
gd <- function(X, y, rate = 0.1, steps = 200) {
  X <- cbind(1, scale(X))
  theta <- rep(0, ncol(X))
  cost <- numeric(steps)
  for (i in 1:steps) {
    e <- X %*% theta - y
    cost[i] <- sum(e^2) / (2 * length(y))
    theta <- theta - rate * crossprod(X, e) / length(y)
  }
  list(theta = theta, cost = cost)
}
fit <- gd(as.matrix(mtcars[, c("wt", "hp")]), mtcars$mpg)
fit$theta
print(head(fit$cost), digits = 5)
tail(fit$cost, 2)
perceptron <- function(X, y, epochs = 20, eta = 1) {
  w <- numeric(ncol(X) + 1)
  for (e in seq_len(epochs)) {
    errors <- 0
    for (i in seq_len(nrow(X))) {
      out <- if (sum(w * c(1, X[i, ])) >= 0) 1 else -1
      if (out != y[i]) { w <- w + eta * y[i] * c(1, X[i, ]); errors <- errors + 1 }
    }
    cat("epoch", e, "errors", errors, "\n")
    if (errors == 0) break
  }
  w
}
X <- as.matrix(iris[1:100, c(1, 3)])
y <- ifelse(iris$Species[1:100] == "setosa", 1, -1)
w <- perceptron(X, y)
print(w)
newton <- function(X, y, tol = 1e-8) {
  X <- cbind(`(Intercept)` = 1, X)
  beta <- setNames(rep(0, ncol(X)), colnames(X))
  it <- 0
  repeat {
    it <- it + 1
    p <- drop(1 / (1 + exp(-X %*% beta)))
    step <- solve(t(X) %*% (X * (p * (1 - p))), t(X) %*% (y - p))
    beta <- beta + drop(step)
    if (max(abs(step)) < tol) break
  }
  list(coefficients = beta, iterations = it, loglik = sum(y * log(p) + (1 - y) * log(1 - p)))
}
nr <- newton(as.matrix(mtcars[c("wt")]), mtcars$am)
nr
all.equal(nr$coefficients, coef(glm(am ~ wt, binomial, mtcars)), tolerance = 1e-6)
km <- function(X, k, iter = 50) {
  centers <- X[seq(1, nrow(X), length.out = k), , drop = FALSE]
  for (i in 1:iter) {
    d <- sapply(1:k, function(j) rowSums(sweep(X, 2, centers[j, ])^2))
    cl <- max.col(-d, ties.method = "first")
    new <- t(sapply(split(as.data.frame(X), cl), colMeans))
    if (isTRUE(all.equal(new, centers, check.attributes = FALSE))) break
    centers <- new
  }
  list(cluster = cl, centers = centers, iter = i)
}
k <- km(as.matrix(iris[1:4]), 3)
k$centers
table(k$cluster, iris$Species)
k$iter
