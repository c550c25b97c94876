# Bootstrap loops: mean, correlation, regression; percentile and normal intervals.
set.seed(42)
x <- c(12.1, 9.8, 11.4, 13.9, 10.2, 8.7, 15.3, 11.1, 12.6, 9.9)
B <- 500
boot_means <- numeric(B)
for (b in seq_len(B)) {
  idx <- sample(seq_along(x), replace = TRUE)
  boot_means[b] <- mean(x[idx])
}
cat("Mean:", mean(x), "\n")
cat("Bootstrap SE:", sd(boot_means), "\n")
cat("Bias:", format(mean(boot_means) - mean(x), digits = 3), "\n")
quantile(boot_means, c(0.025, 0.975))
mean(x) + c(-1, 1) * qnorm(0.975) * sd(boot_means)
summary(boot_means)
stat <- function(d, i) coef(lm(mpg ~ wt, data = d[i, ]))
boots <- t(replicate(100, stat(mtcars, sample(nrow(mtcars), replace = TRUE))))
head(boots, 3)
apply(boots, 2, sd)
apply(boots, 2, quantile, probs = c(.025, .5, .975))
jack <- sapply(seq_along(x), function(i) mean(x[-i]))
n <- length(x)
sqrt((n - 1) / n * sum((jack - mean(jack))^2))
perm <- replicate(199, { g <- sample(mtcars$am); diff(tapply(mtcars$mpg, g, mean)) })
obs <- diff(tapply(mtcars$mpg, mtcars$am, mean))
obs
(sum(abs(perm) >= abs(obs)) + 1) / (length(perm) + 1)
cor.test(mtcars$mpg, mtcars$wt)$estimate
stem(boot_means)
hist(boot_means, plot = FALSE)$counts
