# Bayesian computations and discrete probability
prior <- rep(1, 11) / 11
theta <- seq(0, 1, .1)
lik <- dbinom(7, 10, theta)
post <- prior * lik / sum(prior * lik)
cbind(theta, prior = round(prior, 4), lik = round(lik, 4), post = round(post, 4))
theta[which.max(post)]
sum(theta * post)
a <- 2 + 7; b <- 2 + 3
c(mean = a / (a + b), mode = (a - 1) / (a + b - 2), sd = sqrt(a * b / ((a + b)^2 * (a + b + 1))))
qbeta(c(.025, .5, .975), a, b)
set.seed(77)
draws <- rbeta(1000, a, b)
quantile(draws, c(.025, .975))
mean(draws > .5); 1 - pbeta(.5, a, b)
# Gibbs sampler for normal data
y <- c(9.1, 10.4, 8.7, 11.2, 9.9, 10.8)
n <- length(y); mu <- mean(y); tau <- 1 / var(y)
keep <- matrix(NA_real_, 500, 2, dimnames = list(NULL, c("mu", "sigma")))
for (i in 1:500) {
  mu <- rnorm(1, mean(y), sqrt(1 / (n * tau)))
  tau <- rgamma(1, n / 2, rate = sum((y - mu)^2) / 2)
  keep[i, ] <- c(mu, 1 / sqrt(tau))
}
summary(keep)
apply(keep, 2, quantile, probs = c(.05, .5, .95))
head(keep, 3)
# Markov chain
P <- matrix(c(.7, .2, .1, .3, .4, .3, .2, .3, .5), 3, byrow = TRUE, dimnames = list(c("sun", "cloud", "rain"), c("sun", "cloud", "rain")))
P
P %*% P
Pn <- diag(3); for (i in 1:50) Pn <- Pn %*% P
round(Pn, 4)
e <- eigen(t(P)); st <- Re(e$vectors[, 1]); st / sum(st)
rowSums(P)
states <- character(20); states[1] <- "sun"
for (i in 2:20) states[i] <- sample(colnames(P), 1, prob = P[states[i - 1], ])
states
table(states)
table(head(states, -1), tail(states, -1))
# Monty Hall
wins <- replicate(1000, { car <- sample(3, 1); pick <- sample(3, 1); car != pick })
mean(wins)
# gambler's ruin
ruin <- function(k, N, p = .5) { while (k > 0 && k < N) k <- k + sample(c(1, -1), 1, prob = c(p, 1 - p)); k == 0 }
mean(replicate(200, ruin(3, 10)))
# joint distribution
joint <- matrix(c(.1, .2, .1, .3, .1, .2), 2, byrow = TRUE, dimnames = list(X = 0:1, Y = 1:3))
joint
margin.table(joint, 1); margin.table(joint, 2)
addmargins(joint)
EX <- sum(as.numeric(rownames(joint)) * rowSums(joint)); EY <- sum(1:3 * colSums(joint))
EXY <- sum(outer(0:1, 1:3) * joint); c(EX = EX, EY = EY, cov = EXY - EX * EY)
sweep(joint, 1, rowSums(joint), "/")
any(duplicated(sample(365, 23, TRUE)))
dpois(0:3, 1.2) / sum(dpois(0:3, 1.2))
round(sapply(split(dbinom(0:5, 5, .5), c(0, 0, 1, 1, 0, 1)), sum), 4)
