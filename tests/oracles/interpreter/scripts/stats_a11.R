# Maximum likelihood
set.seed(7)
x <- rgamma(100, shape = 2, rate = 0.5)
nll <- function(par, data) -sum(dgamma(data, shape = par[1], rate = par[2], log = TRUE))
fit <- optim(c(1, 1), nll, data = x, hessian = TRUE)
round(fit$par, 3)
fit$convergence
fit$counts
round(fit$value, 4)
se <- sqrt(diag(solve(fit$hessian)))
round(se, 3)
fit2 <- optim(c(1, 1), nll, data = x, method = "BFGS")
round(fit2$par, 3)
fit3 <- optim(c(shape = 1, rate = 1), nll, data = x, method = "L-BFGS-B", lower = 1e-3)
round(fit3$par, 2)
fit3$message
# Poisson with optimize
y <- c(2, 4, 3, 0, 1, 5, 2, 2)
ll <- function(lambda) sum(dpois(y, lambda, log = TRUE))
optimize(ll, c(0.1, 10), maximum = TRUE)
mean(y)
o <- optimise(function(l) -ll(l), lower = .1, upper = 10)
round(o$minimum, 3)
# uniroot
f <- function(x) x^3 - 2 * x - 5
r <- uniroot(f, c(1, 3))
round(r$root, 4)
r$iter
names(r)
uniroot(f, c(1, 3), tol = 1e-9)$root
# likelihood interval
lhat <- ll(mean(y))
g <- function(l) 2 * (lhat - ll(l)) - qchisq(0.95, 1)
ci <- c(uniroot(g, c(0.5, mean(y)))$root, uniroot(g, c(mean(y), 6))$root)
round(ci, 2)
# nlm
fr <- function(x) sum((x - c(1, 2))^2)
nl <- nlm(fr, c(0, 0))
round(nl$estimate, 4)
nl$code
nlminb(c(0, 0), fr)$par
# Newton's method by hand
lam <- 1; it <- 0
repeat {
  step <- (sum(y) / lam - length(y)) / (-sum(y) / lam^2)
  lam <- lam - step; it <- it + 1
  if (abs(step) < 1e-8) break
}
cat("lambda =", lam, "after", it, "iterations\n")
fr2 <- function(x) 100 * (x[2] - x[1]^2)^2 + (1 - x[1])^2
grr <- function(x) c(-400 * x[1] * (x[2] - x[1]^2) - 2 * (1 - x[1]), 200 * (x[2] - x[1]^2))
optim(c(-1.2, 1), fr2, grr, method = "BFGS")
optim(c(-1.2, 1), fr2)$counts
D(expression(lambda^3 * exp(-lambda)), "lambda")
deriv(~ x^2 + sin(x), "x")
