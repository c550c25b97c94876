# Bootstrap and permutation homework
set.seed(2024)
x <- c(12.1, 14.3, 9.8, 11.5, 13.7, 10.2, 15.9, 12.8)
B <- 2000
bm <- numeric(B)
for (b in seq_len(B)) bm[b] <- mean(sample(x, replace = TRUE))
cat("Mean:", mean(x), " SE:", round(sd(bm), 4), "\n")
quantile(bm, c(.025, .975))
bias <- mean(bm) - mean(x); signif(bias, 3)
boot_fun <- function(data, stat, R = 999, ...) {
  t0 <- stat(data, ...)
  t <- replicate(R, stat(sample(data, replace = TRUE), ...))
  structure(list(t0 = t0, t = t, R = R), class = "myboot")
}
print.myboot <- function(x, ...) {
  cat("Bootstrap with", x$R, "replicates\n")
  print(c(original = x$t0, bias = mean(x$t) - x$t0, std.error = sd(x$t)))
}
boot_fun(x, median)
boot_fun(x, mean, trim = 0.1)
jack <- sapply(seq_along(x), function(i) mean(x[-i])); jack
n <- length(x); sqrt((n - 1) / n * sum((jack - mean(jack))^2)); sd(x) / sqrt(n)
a <- c(88, 92, 79, 95, 85); b <- c(78, 81, 90, 75, 70)
obs <- mean(a) - mean(b)
all <- c(a, b)
combs <- combn(10, 5)
dim(combs)
d <- apply(combs, 2, function(i) mean(all[i]) - mean(all[-i]))
mean(abs(d) >= abs(obs))
combn(4, 2); combn(c("x", "y", "z"), 2, paste, collapse = "-")
power_sim <- function(n, delta, reps = 400) mean(replicate(reps, t.test(rnorm(n), rnorm(n, delta))$p.value < 0.05))
round(sapply(c(10, 20, 40), power_sim, delta = 0.8), 2)
coverage <- mean(replicate(300, { s <- rnorm(15, 5, 2); ci <- t.test(s)$conf.int; ci[1] < 5 && 5 < ci[2] })); coverage
lmboot <- t(replicate(200, { i <- sample(nrow(cars), replace = TRUE); coef(lm(dist ~ speed, cars[i, ])) }))
head(lmboot, 3)
apply(lmboot, 2, sd)
summary(lm(dist ~ speed, cars))$coefficients[, 2]
apply(lmboot, 2, quantile, probs = c(.025, .5, .975))
e <- replicate(5, { u <- runif(12); sum(u) - 6 }); e
integrand <- function(x) exp(-x^2); mean(integrand(runif(1e4))); integrate(integrand, 0, 1)
inv <- -log(runif(5)) / 2; inv
table(cut(rnorm(200), -3:3))
ar <- numeric(5); for (t in 2:5) ar[t] <- 0.5 * ar[t - 1] + rnorm(1); round(ar, 3)
sapply(split(x, rep(1:2, 4)), mean)
str(boot_fun(x, mean, R = 10))
acc <- 0; tries <- 0
while (acc < 5) { tries <- tries + 1; u <- runif(1); if (runif(1) < 4 * u * (1 - u)) acc <- acc + 1 }
tries
cor(sample(10), 1:10)
crossval <- function(k) { f <- sample(rep(1:k, length.out = nrow(mtcars))); mean(sapply(1:k, function(j) { m <- lm(mpg ~ wt, mtcars[f != j, ]); mean((mtcars$mpg[f == j] - predict(m, mtcars[f == j, ]))^2) })) }
crossval(5)
hist(rnorm(50), breaks = 5, plot = FALSE)
