# Overfitting demonstration with nnet and early stopping by hand (continued training from Wts)
library(nnet)
set.seed(321)
f <- function(x) sin(2 * x) + 0.3 * x
x <- sort(runif(40, -2, 2)); y <- f(x) + rnorm(40, sd = 0.3)
xt <- runif(100, -2, 2); yt <- f(xt) + rnorm(100, sd = 0.3)
tr <- data.frame(x, y); te <- data.frame(x = xt, y = yt)
mse <- function(m, d) mean((predict(m, d) - d$y)^2)
fit <- nnet(y ~ x, tr, size = 10, linout = TRUE, maxit = 0, trace = FALSE)
errs <- data.frame(iter = integer(0), train = numeric(0), test = numeric(0))
for (k in 1:15) {
  fit <- nnet(y ~ x, tr, size = 10, linout = TRUE, maxit = 10, Wts = fit$wts, trace = FALSE)
  errs <- rbind(errs, data.frame(iter = 10 * k, train = mse(fit, tr), test = mse(fit, te)))
}
print(errs, digits = 4)
errs[which.min(errs$test), ]
matplot(errs$iter, errs[, -1], type = "l")
decays <- 10^(-4:0)
out <- t(sapply(decays, function(dc) { set.seed(11); m <- nnet(y ~ x, tr, size = 10, linout = TRUE, decay = dc, maxit = 500, trace = FALSE); c(decay = dc, train = mse(m, tr), test = mse(m, te), norm = sqrt(sum(m$wts^2))) }))
out
format(out, digits = 3)
signif(out, 3)
sizes <- 1:6
r <- lapply(sizes, function(s) { set.seed(5); nnet(y ~ x, tr, size = s, linout = TRUE, decay = 0.01, maxit = 300, trace = FALSE) })
data.frame(size = sizes, weights = sapply(r, function(m) length(m$wts)), value = sapply(r, `[[`, "value"), conv = sapply(r, `[[`, "convergence"))
best <- r[[which.min(sapply(r, mse, d = te))]]
best
grid <- data.frame(x = seq(-2, 2, 0.5))
cbind(grid, truth = f(grid$x), net = drop(predict(best, grid)))
boot <- replicate(5, { i <- sample(40, replace = TRUE); predict(nnet(y ~ x, tr[i, ], size = 3, linout = TRUE, decay = 0.01, trace = FALSE), grid) })
dim(boot)
round(apply(boot, c(1, 2), mean)[, 1], 3)
round(apply(boot[, 1, ], 1, sd), 3)
poly_fit <- lm(y ~ poly(x, 5), tr)
c(poly = mean((predict(poly_fit, te) - te$y)^2), net = mse(best, te))
