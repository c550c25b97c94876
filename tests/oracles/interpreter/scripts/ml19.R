# Gradient descent for linear and logistic regression
x <- scale(mtcars[, c("wt", "hp")])
X <- cbind(intercept = 1, x)
y <- mtcars$mpg
cost <- function(X, y, theta) sum((X %*% theta - y)^2) / (2 * length(y))
theta <- matrix(0, nrow = 3, ncol = 1)
alpha <- 0.1
iters <- 500
cost_history <- numeric(iters)
theta_history <- vector("list", iters)
for (i in 1:iters) {
  error <- X %*% theta - y
  delta <- t(X) %*% error / length(y)
  theta <- theta - alpha * delta
  cost_history[i] <- cost(X, y, theta)
  theta_history[[i]] <- theta
}
theta
coef(lm(mpg ~ scale(wt) + scale(hp), mtcars))
cost_history[c(1, 10, 100, 500)]
which(abs(diff(cost_history)) < 1e-6)[1]
theta_history[[1]]
solve(t(X) %*% X, t(X) %*% y)

# logistic regression, batch gradient ascent
sigmoid <- function(z) 1 / (1 + exp(-z))
ya <- mtcars$am
b <- rep(0, 3)
for (step in 1:5000) {
  g <- crossprod(X, ya - sigmoid(X %*% b)) / nrow(X)
  b <- b + 0.5 * drop(g)
  if (step %% 1000 == 0) {
    p <- sigmoid(X %*% b)
    ll <- sum(ya * log(p) + (1 - ya) * log(1 - p))
    cat(sprintf("step %4d  loglik %.6f  |grad| %.2e\n", step, ll, max(abs(g))))
  }
}
b
glm(am ~ scale(wt) + scale(hp), binomial, mtcars)
# Newton's method
newton <- function(X, y, tol = 1e-10) {
  b <- numeric(ncol(X))
  it <- 0
  repeat {
    it <- it + 1
    p <- drop(sigmoid(X %*% b))
    W <- diag(p * (1 - p))
    step <- solve(t(X) %*% W %*% X, t(X) %*% (y - p))
    b <- b + drop(step)
    if (max(abs(step)) < tol) break
  }
  list(b = b, it = it, cov = solve(t(X) %*% W %*% X))
}
nt <- newton(X, ya)
nt$it
round(cbind(estimate = nt$b, se = sqrt(diag(nt$cov))), 5)
pred <- as.integer(sigmoid(X %*% nt$b) > 0.5)
table(pred, ya)
optim(rep(0, 3), function(b) -sum(ya * plogis(X %*% b, log.p = TRUE) + (1 - ya) * plogis(-X %*% b, log.p = TRUE)), method = "BFGS")$value
