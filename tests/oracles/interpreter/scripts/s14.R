# Simulation: random walks, monte carlo, bootstrap, queue
set.seed(2024)
x <- rnorm(10); round(x, 3)
sample(1:6, 10, replace = TRUE)
mean(replicate(1000, mean(sample(1:6, 2, TRUE))))
inside <- 0; N <- 5000
for (i in 1:N) { u <- runif(2); if (sum(u^2) <= 1) inside <- inside + 1 }
4 * inside / N
walk <- cumsum(sample(c(-1, 1), 50, replace = TRUE)); range(walk); tail(walk, 1)
coin <- rbinom(5, 10, 0.5); coin
rpois(5, 3); round(rexp(3, 2), 4); round(rgamma(3, 2, 1), 4); round(rbeta(2, 1, 3), 4)
sample(c("H", "T"), 8, replace = TRUE, prob = c(0.7, 0.3))
b <- replicate(100, median(sample(mtcars$mpg, replace = TRUE))); sd(b)
dnorm(0); pnorm(1.96); qnorm(0.975); dbinom(3, 10, 0.5); pbinom(3, 10, 0.5); qt(0.975, 10); pchisq(3.84, 1, lower.tail = FALSE); ppois(2, 3)
m <- matrix(rnorm(6), 2); round(m, 2)
birthday <- function(n, sims = 500) mean(replicate(sims, any(duplicated(sample(365, n, TRUE)))))
birthday(23)
P <- matrix(c(0.9, 0.1, 0.5, 0.5), 2, byrow = TRUE, dimnames = list(c("sun", "rain"), c("sun", "rain")))
state <- "sun"; chain <- character(10)
for (i in 1:10) { state <- sample(colnames(P), 1, prob = P[state, ]); chain[i] <- state }
chain
table(factor(chain, levels = c("sun", "rain")))
Pn <- diag(2); for (i in 1:50) Pn <- Pn %*% P; round(Pn, 4)
w <- rnorm(3); w <- exp(w) / sum(exp(w)); sum(w)
rt(2, 5); rchisq(2, 3); rweibull(2, 1, 2); rlogis(1); rcauchy(1); rgeom(3, 0.3); rhyper(3, 5, 5, 3); rnbinom(3, 2, 0.5)
rmultinom(2, 5, c(0.2, 0.3, 0.5))
set.seed(1, kind = "Mersenne-Twister"); runif(2)
sample.int(20, 4); sample(letters, 4)
x <- runif(200); hist_counts <- hist(x, breaks = seq(0, 1, 0.2), plot = FALSE)$counts; hist_counts
integrate(dnorm, -1, 1)
optimize(function(z) (z - 2)^2, c(0, 5))$minimum
optim(c(1, 1), function(p) (p[1] - 3)^2 + (p[2] + 1)^2)$par |> round(2)
uniroot(function(z) z^3 - 2, c(0, 2))$root
ecdf(c(3, 1, 2))(2)
