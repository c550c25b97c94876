# Simulation and distributions, second sheet
set.seed(1)
x <- rnorm(100); y <- 2 * x + rnorm(100)
summary(lm(y ~ x)); summary(lm(y ~ x + 0)); cor.test(x, y)
x1 <- rnorm(50, mean = 10, sd = 2); t.test(x1, mu = 9.5)
boxplot(x1); summary(x1); sd(x1)/sqrt(50)
m <- matrix(rnorm(12), 3); m; apply(m, 2, mean); solve(m[, 1:3])
sample(10); sample(5, 3); sample(c(TRUE, FALSE), 5, rep = TRUE); rbinom(5, 10, .2); runif(3, 1, 6)
f <- function(n = 10) { u <- runif(n); list(mean = mean(u), var = var(u), range = range(u)) }
str(f(5)); f(20)$mean
sim <- replicate(3, f(4), simplify = FALSE); length(sim); sim[[2]]
sapply(sim, function(s) s$mean)
sims <- sapply(c(10, 100, 1000), function(n) { z <- rexp(n); c(n = n, mean = mean(z), sd = sd(z)) }); sims
t(sims)
rowMeans(matrix(rpois(20, 4), 4)); table(rpois(50, 2)); cumsum(rnorm(4)); round(rt(3, 4), 3)
w <- rgamma(200, 3, 2); c(mean(w), 3/2); c(var(w), 3/4); ks.test(w, "pgamma", 3, 2)
qq <- qqplot(w, rgamma(200, 3, 2)); length(qq$x)
d <- density(w, n = 16); round(d$y, 4); print(d)
h <- hist(w, breaks = 8, plot = FALSE); h$mids; h$density; class(h); h
ecdf(w)(c(.5, 1, 2)); quantile(ecdf(w), .5)
pn <- pnorm(seq(-3, 3, 1)); round(pn, 4); rev(pn); 1 - pn
dbinom(3, 5, .5); choose(5, 3) * .5^5; pbinom(2, 5, .5, lower.tail = FALSE); sum(dpois(0:3, 2)); ppois(3, 2)
integrate(function(x) x^2 * dnorm(x), -Inf, Inf); optimize(function(x) -dnorm(x, 2), c(0, 5))$maximum; optimize(dnorm, c(-1, 3), maximum = TRUE)$maximum
mu <- 100; sigma <- 15; 1 - pnorm(130, mu, sigma); qnorm(.9, mu, sigma); pnorm(110, mu, sigma) - pnorm(90, mu, sigma)
n <- 25; se <- sigma/sqrt(n); pnorm(103, mu, se, lower.tail = FALSE); mu + c(-1, 1) * qnorm(.975) * se
set.seed(2); a <- rnorm(5); set.seed(2); b <- rnorm(5); identical(a, b); all(a == b)
RNGkind(); set.seed(10, kind = "Mersenne-Twister"); runif(2)
arr <- array(sample(24), c(2, 3, 4)); dim(arr[, , 1]); arr[1, 2, 3]; apply(arr, 3, sum)
mc <- function(g, n, a = 0, b = 1) { u <- runif(n, a, b); v <- (b - a) * g(u); c(est = mean(v), se = sd(v) / sqrt(n)) }
mc(exp, 1000); exp(1) - 1; mc(function(x) x^2, 500, 0, 2)
invisible(gc()); Sys.sleep(0); nchar(date()) > 5
system.time(rnorm(10))[[1]] >= 0
