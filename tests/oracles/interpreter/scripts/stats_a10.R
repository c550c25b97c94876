# Bootstrap and permutation
set.seed(42)
x <- c(8.2, 9.1, 7.7, 10.3, 8.9, 9.9, 12.4, 7.1, 8.8, 9.4)
B <- 2000
boot.means <- numeric(B)
for (b in 1:B) boot.means[b] <- mean(sample(x, replace = TRUE))
mean(boot.means)
sd(boot.means)
quantile(boot.means, c(0.025, 0.975))
boot.med <- replicate(B, median(sample(x, length(x), TRUE)))
table(boot.med)[1:5]
c(bias = mean(boot.med) - median(x), se = sd(boot.med))
# bootstrap of a regression slope
n <- nrow(cars)
slopes <- sapply(1:200, function(i) {
  idx <- sample(n, n, replace = TRUE)
  coef(lm(dist ~ speed, data = cars[idx, ]))[2]
})
summary(slopes)
quantile(slopes, c(.025, .975))
str(slopes)
# permutation test
chk <- subset(chickwts, feed %in% c("linseed", "soybean"))
chk$feed <- droplevels(chk$feed)
obs <- diff(tapply(chk$weight, chk$feed, mean))
obs
perm <- replicate(999, {
  g <- sample(chk$feed)
  mean(chk$weight[g == "soybean"]) - mean(chk$weight[g == "linseed"])
})
pval <- (sum(abs(perm) >= abs(obs)) + 1) / 1000
pval
cat("Observed difference:", format(obs, digits = 4), "\n")
cat("Permutation p-value:", pval, "\n")
t.test(weight ~ feed, data = chk)$p.value
# jackknife
theta <- function(v) sd(v) / mean(v)
jack <- sapply(seq_along(x), function(i) theta(x[-i]))
round(jack, 4)
sqrt((length(x) - 1) / length(x) * sum((jack - mean(jack))^2))
# Monte Carlo pi
u <- runif(10000); v <- runif(10000)
4 * mean(u^2 + v^2 <= 1)
integrate(function(t) sqrt(1 - t^2), 0, 1)
est <- mean(exp(-rnorm(1e4)^2))
print(est, digits = 4)
