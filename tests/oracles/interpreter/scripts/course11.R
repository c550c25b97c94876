# Simulation
set.seed(123)
rolls <- sample(1:6, 600, replace = TRUE)
table(rolls)
chisq.test(table(rolls))
mean(rolls)
coin <- rbinom(10, 1, 0.5); coin
runs <- rle(coin); runs
max(runs$lengths[runs$values == 1])
n <- 10000
x <- runif(n); y <- runif(n)
cat("pi is about", 4 * mean(x^2 + y^2 <= 1), "\n")
walk <- cumsum(sample(c(-1, 1), 100, TRUE))
summary(walk)
range(walk)
means <- replicate(1000, mean(rexp(30, 0.5)))
c(mean = mean(means), sd = sd(means))
hist(means, plot = FALSE)$counts
quantile(means, c(0.025, 0.975))
birthday <- function(k, reps = 2000) mean(replicate(reps, any(duplicated(sample(365, k, TRUE)))))
sapply(c(10, 23, 40), birthday)
set.seed(1)
boot <- replicate(500, { i <- sample(nrow(mtcars), replace = TRUE); cor(mtcars$mpg[i], mtcars$wt[i]) })
round(sd(boot), 4); quantile(boot, c(.05, .95))
monty <- function(switch) { prize <- sample(3, 1); pick <- sample(3, 1); if (switch) pick != prize else pick == prize }
set.seed(2); mean(replicate(1000, monty(TRUE))); mean(replicate(1000, monty(FALSE)))
sample(letters, 5); sample(5); sample(c("H", "T"), 8, TRUE, c(.8, .2))
rnorm(5); round(rnorm(3, 100, 15), 1); rpois(8, 3); rgamma(2, 2); rbeta(2, 1, 3); rt(2, 5); rchisq(2, 3); rgeom(4, .3)
P <- matrix(c(.9, .1, .5, .5), 2, byrow = TRUE, dimnames = list(c("sun", "rain"), c("sun", "rain")))
state <- "sun"; chain <- character(20)
for (i in 1:20) { chain[i] <- state; state <- sample(colnames(P), 1, prob = P[state, ]) }
chain
table(chain[-20], chain[-1])
queue <- cumsum(rexp(6, 1)); round(queue, 3)
m <- matrix(rnorm(6), 2); m
perm <- replicate(999, { z <- sample(sleep$extra); mean(z[1:10]) - mean(z[11:20]) })
obs <- diff(rev(tapply(sleep$extra, sleep$group, mean))); obs
mean(abs(perm) >= abs(obs))
sum(rmultinom(1, 10, c(.2, .3, .5)))
rhyper(5, 10, 7, 8); rweibull(2, 2, 1); rlogis(1); rcauchy(1); rlnorm(2)
stem(round(means[1:30] * 10))
