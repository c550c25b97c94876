# Numerical methods: bisection, Newton, Simpson, Runge-Kutta, Lagrange, interpolation, sieve.
bisect <- function(f, a, b, tol = 1e-8) { n <- 0; while (b - a > tol) { m <- (a + b) / 2; n <- n + 1; if (f(a) * f(m) <= 0) b <- m else a <- m }; c(root = (a + b) / 2, steps = n) }
bisect(function(x) x^3 - x - 2, 1, 2)
newton <- function(f, df, x, n = 6) { for (i in seq_len(n)) { x <- x - f(x) / df(x); cat(i, format(x, digits = 12), "\n") }; invisible(x) }
newton(function(x) x^2 - 2, function(x) 2 * x, 1)
f <- expression(x^2 * exp(-x)); df <- D(f, "x"); df
x <- 1.5; eval(df); eval(f[[1]])
simpson <- function(f, a, b, n = 100) { h <- (b - a) / n; x <- a + h * 0:n; w <- c(1, rep(c(4, 2), length.out = n - 1), 1); h / 3 * sum(w * f(x)) }
simpson(sin, 0, pi); integrate(sin, 0, pi)
euler <- function(f, y, t0, t1, h) { t <- seq(t0, t1, h); out <- numeric(length(t)); out[1] <- y; for (i in seq_along(t)[-1]) out[i] <- out[i - 1] + h * f(t[i - 1], out[i - 1]); data.frame(t = t, y = out) }
e <- euler(function(t, y) -2 * y, 1, 0, 1, .25); e$exact <- exp(-2 * e$t); e$error <- e$y - e$exact
e; print(e, digits = 3); colnames(e)
rk4 <- function(f, y, t, h) { k1 <- f(t, y); k2 <- f(t + h / 2, y + h / 2 * k1); k3 <- f(t + h / 2, y + h / 2 * k2); k4 <- f(t + h, y + h * k3); y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4) }
y <- c(1, 0); for (i in 1:10) y <- rk4(function(t, y) c(y[2], -y[1]), y, 0, .1); y; c(cos(1), -sin(1))
lagrange <- function(xs, ys) function(x) sapply(x, function(z) sum(sapply(seq_along(xs), function(i) ys[i] * prod((z - xs[-i]) / (xs[i] - xs[-i])))))
p <- lagrange(c(0, 1, 3), c(1, 3, 2)); p(c(0, .5, 2))
optimize(function(x) (x - 2)^2 + 1, c(0, 5))$minimum
o <- optim(c(-1, 1), function(p) (1 - p[1])^2 + 100 * (p[2] - p[1]^2)^2, method = "BFGS"); round(o$par, 4); o$convergence
uniroot(function(x) cos(x) - x, c(0, 1))$root
sieve <- function(n) { ok <- rep(TRUE, n); ok[1] <- FALSE; for (i in 2:floor(sqrt(n))) if (ok[i]) ok[seq(i * i, n, by = i)] <- FALSE; which(ok) }
sieve(60)
factorise <- function(n) { out <- c(); d <- 2; while (n > 1) { while (n %% d == 0) { out <- c(out, d); n <- n / d }; d <- d + 1 }; out }
factorise(360); table(factorise(360))
horner <- function(a, x) Reduce(function(acc, k) acc * x + k, rev(a)); horner(c(1, 2, 3), 2)
round(Re(polyroot(c(6, -5, 1))), 6); Re(polyroot(c(-1, 0, 1)))
jacobi <- function(A, b, n = 25) { x <- 0 * b; for (i in 1:n) x <- (b - (A - diag(diag(A))) %*% x) / diag(A); drop(x) }
jacobi(matrix(c(4, 1, 2, 5), 2), c(1, 2)); solve(matrix(c(4, 1, 2, 5), 2), c(1, 2))
.Machine$integer.max; .Machine$double.eps; sqrt(2)^2 == 2; isTRUE(all.equal(sqrt(2)^2, 2))
5 %/% 2; -5 %/% 2; -5 %% 3; 5L / 2L; 1e-300 * 1e-300; 2^1023 * 2; 0 / 0; is.nan(NaN)
round(-2.5); round(0.5); round(2.567, 1); signif(123456, 2); ceiling(1.2); trunc(-1.7)
format(1e6, big.mark = ","); format(123.456, nsmall = 2); format(TRUE); format(c(1, 10, 100)); prettyNum(1234567, big.mark = ",")
options(digits = 4); pi * 1000; 22 / 7; options(digits = 7)
cumprod(1:8); diff(c(1, 4, 9, 16), lag = 2); rev(cummax(c(1, 3, 2, 5, 4)))
