# Bias and variance with polynomial regression
set.seed(4)
f <- function(x) sin(2 * pi * x)
n <- 25
x <- seq(0, 1, length.out = n)
sims <- 100
degrees <- c(1, 3, 5, 9)
x0 <- 0.35
est <- sapply(degrees, function(d) {
  replicate(sims, {
    y <- f(x) + rnorm(n, sd = 0.3)
    predict(lm(y ~ poly(x, d)), data.frame(x = x0))
  })
})
dim(est)
colnames(est) <- paste("degree", degrees)
bias2 <- (colMeans(est) - f(x0))^2
variance <- apply(est, 2, var)
round(rbind(bias2, variance, mse = bias2 + variance), 5)
# training and test errors
set.seed(5)
tr <- data.frame(x = runif(30)); tr$y <- f(tr$x) + rnorm(30, sd = 0.25)
te <- data.frame(x = runif(200)); te$y <- f(te$x) + rnorm(200, sd = 0.25)
errs <- t(sapply(1:8, function(d) {
  m <- lm(y ~ poly(x, d), data = tr)
  c(degree = d, train = mean(residuals(m)^2), test = mean((predict(m, te) - te$y)^2), AIC = AIC(m))
}))
print(errs, digits = 4)
best <- errs[which.min(errs[, "test"]), "degree"]
best
matplot(errs[, 1], errs[, 2:3], type = "b")
# ridge regression by hand
X <- poly(tr$x, 8, raw = TRUE)
ridge <- function(X, y, lambda) {
  Xs <- scale(X); ys <- y - mean(y)
  drop(solve(crossprod(Xs) + lambda * diag(ncol(Xs)), crossprod(Xs, ys)))
}
lambdas <- c(0.001, 0.1, 1, 10)
B <- sapply(lambdas, function(l) ridge(X, tr$y, l))
colnames(B) <- lambdas
round(B, 4)
colSums(B^2)
# leave-one-out through the hat matrix
m3 <- lm(y ~ poly(x, 3), tr)
loo <- mean((residuals(m3) / (1 - hatvalues(m3)))^2)
loo_slow <- mean(sapply(1:30, function(i) (tr$y[i] - predict(lm(y ~ poly(x, 3), tr[-i, ]), tr[i, ]))^2))
c(loo, loo_slow)
isTRUE(all.equal(loo, loo_slow))
anova(lm(y ~ x, tr), lm(y ~ poly(x, 2), tr), m3)
# bootstrap of the slope
set.seed(6)
bs <- replicate(200, { i <- sample(30, replace = TRUE); coef(lm(y ~ x, tr[i, ]))[2] })
cat("slope", round(coef(lm(y ~ x, tr))[2], 4), "boot se", round(sd(bs), 4), "\n")
round(quantile(bs, c(.025, .975)), 3)
