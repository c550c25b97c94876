# Statistical computing: functions, recursion, loops
my.mean <- function(x, na.rm = FALSE) { if (na.rm) x <- x[!is.na(x)]; sum(x) / length(x) }
my.var <- function(x) { m <- my.mean(x); sum((x - m)^2) / (length(x) - 1) }
x <- c(4, 8, 15, 16, 23, 42)
my.mean(x) == mean(x)
c(my.var(x), var(x))
weighted.mean(x, 6:1)
geo <- exp(mean(log(x))); harm <- 1 / mean(1 / x)
cat("Geometric:", geo, "Harmonic:", harm, "\n")
z <- (x - mean(x)) / sd(x); z
scale(x)
Mode <- function(v) { u <- unique(v); u[which.max(tabulate(match(v, u)))] }
Mode(c(1, 2, 2, 3, 3, 3))
fib <- function(n) if (n < 2) n else fib(n - 1) + fib(n - 2)
sapply(0:10, fib)
bisect <- function(f, a, b, tol = 1e-6) {
  i <- 0
  while (b - a > tol) { i <- i + 1; m <- (a + b) / 2; if (f(a) * f(m) <= 0) b <- m else a <- m }
  list(root = (a + b) / 2, iterations = i)
}
bisect(function(x) x^2 - 2, 0, 2)
str(bisect(cos, 1, 2))
trapz <- function(f, a, b, n = 100) { x <- seq(a, b, length.out = n + 1); h <- (b - a) / n; h * (sum(f(x)) - (f(a) + f(b)) / 2) }
trapz(dnorm, -2, 2)
simpson <- function(f, a, b, n = 10) { h <- (b - a) / n; x <- a + h * 0:n; w <- c(1, rep(c(4, 2), length = n - 1), 1); h / 3 * sum(w * f(x)) }
print(simpson(dnorm, -2, 2), digits = 10)
gd <- function(x, y, lr = 0.01, it = 1000) {
  b <- c(0, 0)
  for (i in seq_len(it)) {
    e <- y - (b[1] + b[2] * x)
    b <- b + lr * c(mean(e), mean(e * x))
  }
  b
}
set.seed(11); xx <- runif(50, 0, 3); yy <- 1 + 2 * xx + rnorm(50, 0, .2)
gd(xx, yy, .1, 2000)
coef(lm(yy ~ xx))
irls <- function(X, y, tol = 1e-10) {
  b <- rep(0, ncol(X))
  for (k in 1:25) {
    eta <- X %*% b; mu <- 1 / (1 + exp(-eta)); w <- as.vector(mu * (1 - mu))
    bn <- b + solve(t(X) %*% (w * X), t(X) %*% (y - mu))
    if (max(abs(bn - b)) < tol) break
    b <- bn
  }
  list(coef = drop(bn), iter = k)
}
irls(cbind(1, mtcars$wt), mtcars$am)
coef(glm(am ~ wt, binomial, mtcars))
collatz <- function(n) { s <- n; while (n != 1) { n <- if (n %% 2 == 0) n / 2 else 3 * n + 1; s <- c(s, n) }; s }
collatz(6)
primes <- Filter(function(n) n > 1 && all(n %% 2:max(2, floor(sqrt(n))) != 0 | n == 2:max(2, floor(sqrt(n)))), 1:30)
primes
acc <- Reduce(`+`, 1:5, accumulate = TRUE); acc
compose <- function(f, g) function(x) g(f(x))
compose(sqrt, round)(10)
counter <- function() { i <- 0; function() { i <<- i + 1; i } }
cn <- counter(); cn(); cn()
args <- list(1:10); do.call(mean, args)
sapply(list(a = 1:3, b = 4:6), range)
m <- sapply(1:3, function(i) sapply(1:3, function(j) i * j)); m
vec <- 1:10; vec[vec %% 2 == 0]
mat <- matrix(1:6, 2); for (i in 1:nrow(mat)) for (j in 1:ncol(mat)) mat[i, j] <- mat[i, j]^2
mat
system.time(for (i in 1:10) i)[["elapsed"]] >= 0
nchar(Sys.time()) > 0
stopifnot(is.numeric(x))
