# A perceptron and gradient descent by hand
set.seed(1)
X <- as.matrix(iris[1:100, c(1, 3)])
y <- ifelse(iris$Species[1:100] == "setosa", -1, 1)
perceptron <- function(X, y, eta = 0.1, niter = 10) {
  weight <- rep(0, ncol(X) + 1)
  errors <- rep(0, niter)
  for (jj in 1:niter) {
    for (ii in 1:length(y)) {
      z <- sum(weight[-1] * as.numeric(X[ii, ])) + weight[1]
      ypred <- if (z < 0) -1 else 1
      weightdiff <- eta * (y[ii] - ypred) * c(1, as.numeric(X[ii, ]))
      weight <- weight + weightdiff
      if ((y[ii] - ypred) != 0.0) errors[jj] <- errors[jj] + 1
    }
  }
  list(weight = weight, errors = errors)
}
err <- perceptron(X, y, 1, 10)
err
str(err)
# logistic regression by gradient descent
sigmoid <- function(z) 1 / (1 + exp(-z))
Xs <- cbind(Intercept = 1, scale(X))
yy <- (y + 1) / 2
theta <- rep(0, 3)
alpha <- 0.5
m <- length(yy)
cost <- function(theta) {
  h <- sigmoid(Xs %*% theta)
  -mean(yy * log(h) + (1 - yy) * log(1 - h))
}
for (it in 1:200) {
  grad <- t(Xs) %*% (sigmoid(Xs %*% theta) - yy) / m
  theta <- theta - alpha * grad
  if (it %% 50 == 0) cat("Iteration", it, "cost", format(cost(theta), digits = 6), "\n")
}
theta
print(t(theta), digits = 4)
op <- optim(rep(0, 3), function(b) cost(b) + 0.01 * sum(b^2), method = "BFGS")
round(op$par, 4)
op$convergence
attributes(Xs)$dim
head(Xs, 2)
table(sigmoid(Xs %*% theta) > 0.5, iris$Species[1:100])
