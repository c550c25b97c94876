# Interpolation, splines, roots, numeric tools
x <- c(1, 2, 4, 7); y <- c(2, 4, 3, 8)
approx(x, y, xout = c(1.5, 3, 5))
approx(x, y, n = 4)
f <- approxfun(x, y); f(c(0, 3, 8)); f(2:4)
approx(x, y, xout = c(0, 8), rule = 2)$y
approxfun(x, y, method = "constant")(c(1.5, 4, 6))
s <- spline(x, y, n = 5); s
sf <- splinefun(x, y); sf(c(1.5, 3)); sf(3, deriv = 1)
splinefun(x, y, method = "natural")(c(1.5, 3, 6))

Re(polyroot(c(-1, 0, 1)))
round(Mod(polyroot(c(1, 0, 1))), 6)
newton <- function(f, df, x0, tol = 1e-10) { for (i in 1:100) { x1 <- x0 - f(x0) / df(x0); if (abs(x1 - x0) < tol) return(c(root = x1, iter = i)); x0 <- x1 }; stop("no convergence") }
newton(function(x) x^2 - 2, function(x) 2 * x, 1)
trap <- function(f, a, b, n) { h <- (b - a) / n; xs <- seq(a, b, by = h); h * (sum(f(xs)) - (f(a) + f(b)) / 2) }
trap(sin, 0, pi, 100)
D(quote(x^2 * sin(x)), "x")
eval(D(quote(x^3), "x"), list(x = 2))

integrate(function(x) exp(-x^2), -Inf, Inf)
outer(1:3, 1:3, "^")
choose(5, 2); factorial(5); gamma(5.5); beta(2, 3)
combn(4, 2); combn(c("a", "b", "c"), 2, paste, collapse = "-")
prod(1:6); exp(1); log(100, 10); log10(1000); log2(8); log1p(0)
5 %/% 2; -5 %/% 2; 5 %% -3; 5.5 %% 2
round(-2.5); round(0.5); round(2.567, 1); signif(123456, 2); ceiling(1.2); floor(-1.2); trunc(-1.7)
1e-20; 100000; 1e5; 123456789; 1234567890123; 0.1 + 0.2; 1/3; 2/3 * 100; 1e15; 1e16; 0.00001; 22/7
.Machine$integer.max; .Machine$double.eps
bitwAnd(12L, 10L); xor(TRUE, FALSE); isTRUE(c(TRUE, TRUE)); any(c(FALSE, NA, TRUE)); all(logical(0))
is.na(NA + 1); NaN == NaN; Inf - Inf; 0/0; 1/0; is.finite(c(1, Inf, NA))
seq(0, 1, 0.25); seq(10, 1, by = -3); seq_len(0); rev(seq(2, 8, length.out = 3)); 10:1
cor(1:10, (1:10)^2); var(c(1, 2, 3, 4)); sd(c(2, 4, 4, 4, 5, 5, 7, 9)); mad(c(1, 2, 3, 4, 100)); IQR(1:10); fivenum(c(1, 5, 2, 8)); range(c(3, 1, 2))
complex(real = 1, imaginary = 2)
sqrt(as.complex(-1))
as.hexmode(255); format(as.hexmode(10))
rev(as.integer(intToBits(5))[1:8])
cummax(c(1, 3, 2, 5)); cummin(c(5, 3, 4, 1)); which(c(F, T, T)); rank(c(10, 20, 10)); order(c(3, 1, 2), decreasing = TRUE)
crossprod(1:3); det(matrix(c(1, 2, 3, 4), 2)); sum(1:10 > 5); mean(c(TRUE, FALSE))
zapsmall(c(1e-20, 1)); all.equal(1, 1 + 1e-10); identical(1L, 1); isTRUE(all.equal(1, 1.1))
