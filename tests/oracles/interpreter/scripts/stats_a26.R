# Simulation study: bias of estimators
set.seed(314)
nsim <- 500; n <- 10
sim <- matrix(rnorm(nsim * n, 5, 2), nrow = nsim)
v1 <- apply(sim, 1, var)
v2 <- apply(sim, 1, function(x) mean((x - mean(x))^2))
res <- rbind(unbiased = c(mean = mean(v1), bias = mean(v1) - 4, mse = mean((v1 - 4)^2)),
             mle = c(mean(v2), mean(v2) - 4, mean((v2 - 4)^2)))
res
round(res, 4)
est <- t(apply(sim, 1, function(x) c(mean = mean(x), median = median(x), trimmed = mean(x, trim = .2))))
head(est, 3)
round(apply(est, 2, sd), 4)
eff <- apply(est, 2, var)
eff["mean"] / eff
sc <- expand.grid(n = c(10, 50), sd = c(1, 3))
sc$se <- mapply(function(n, s) sd(replicate(200, mean(rnorm(n, 0, s)))), sc$n, sc$sd)
sc$theory <- with(sc, sd / sqrt(n))
sc
print(sc, digits = 3)
# regression simulation
b <- replicate(200, {
  x <- runif(25, 0, 10)
  y <- 2 + 0.5 * x + rnorm(25)
  coef(lm(y ~ x))
})
dim(b)
rowMeans(b)
apply(b, 1, quantile, c(.05, .95))
# heavy tails
tt <- replicate(300, t.test(rt(10, 2))$p.value)
mean(tt < .05)
hist(tt, plot = FALSE)$counts
# buffon
nb <- 5000; th <- runif(nb, 0, pi / 2); dd <- runif(nb, 0, .5)
2 / mean(dd <= sin(th) / 2)
# inverse transform
u <- runif(5); round(-log(1 - u) / 2, 4)
# rejection sampling
k <- 0; acc <- c()
while (length(acc) < 100) {
  k <- k + 1
  y <- runif(1); if (runif(1) < 4 * y * (1 - y) * .25 * 4) acc <- c(acc, y)
}
k; summary(acc)
# Metropolis
chain <- numeric(1000); chain[1] <- 0
for (i in 2:1000) {
  prop <- chain[i - 1] + rnorm(1, 0, 1)
  if (log(runif(1)) < dnorm(prop, 2, 1, log = TRUE) - dnorm(chain[i - 1], 2, 1, log = TRUE)) chain[i] <- prop else chain[i] <- chain[i - 1]
}
round(c(mean = mean(chain[-(1:100)]), sd = sd(chain[-(1:100)])), 3)
acf(chain, plot = FALSE, lag.max = 3)$acf[2]
length(unique(chain))
invisible(lapply(1:3, function(i) cat("Run", i, ":", round(mean(rnorm(5)), 3), "\n")))
message("done")
