# Central limit theorem and sampling distributions
set.seed(2024)
x <- rexp(1000, rate = 0.5)
summary(x)
mean(x); var(x)
means <- replicate(1000, mean(rexp(30, rate = 0.5)))
summary(means)
sd(means)
2 / sqrt(30)
quantile(means, c(.025, .975))
hist(means, breaks = 20, main = "Sampling distribution")
h <- hist(means, plot = FALSE)
h$breaks
h$counts
shapiro.test(means[1:500])
covers <- replicate(500, {
  s <- rnorm(15, mean = 10, sd = 3)
  ci <- t.test(s)$conf.int
  ci[1] < 10 && ci[2] > 10
})
mean(covers)
table(covers)
# sample sizes
for (n in c(5, 20, 80)) {
  m <- replicate(400, mean(runif(n)))
  cat(sprintf("n = %3d  mean = %.4f  sd = %.4f  theory = %.4f\n", n, mean(m), sd(m), sqrt(1 / 12 / n)))
}
dice <- sample(1:6, 60, replace = TRUE)
table(dice)
prop.table(table(dice))
chisq.test(table(dice))
rolls <- matrix(sample(6, 40, TRUE), ncol = 2)
sums <- rowSums(rolls)
table(factor(sums, levels = 2:12))
coin <- rbinom(10, size = 1, prob = 0.5)
coin
rle(coin)
max(rle(coin)$lengths)
cumsum(coin) / seq_along(coin)
walk <- cumsum(sample(c(-1, 1), 20, replace = TRUE))
walk
round(pnorm(c(-1.96, 0, 1.96)), 4)
dbinom(0:5, 5, 0.3)
ppois(3, lambda = 2, lower.tail = FALSE)
qt(0.975, df = c(1, 5, 10, 30, Inf))
qchisq(c(0.95, 0.99), 4)
x <- rbinom(8, 10, .4); y <- rpois(8, 3); z <- round(rgamma(8, 2, 1), 3)
rbind(x, y, z)
sample(letters, 5)
sample(c("H", "T"), 10, replace = TRUE, prob = c(0.7, 0.3))
