# Probability distributions
x <- 0:10
px <- dbinom(x, 10, 0.3)
data.frame(x, p = round(px, 4), F = round(cumsum(px), 4))
sum(x * px); sum(x^2 * px) - sum(x * px)^2
pbinom(3, 10, .3); 1 - pbinom(3, 10, .3)
qbinom(c(.25, .5, .75), 10, .3)
dpois(0:4, 2.5)
dgeom(0:3, 0.2)
dhyper(0:3, 5, 10, 4)
dnbinom(0:4, size = 3, prob = 0.5)
pnorm(75, mean = 70, sd = 5) - pnorm(65, 70, 5)
qnorm(c(0.005, 0.025, 0.05), lower.tail = FALSE)
pexp(2, rate = 1/3)
punif(0.3, 0, 2)
pt(2.1, df = 12, lower.tail = FALSE) * 2
pf(3.5, 2, 20, lower.tail = FALSE)
pchisq(9.2, df = 4, lower = F)
qgamma(0.5, shape = 3, scale = 2)
pbeta(0.4, 2, 3)
plnorm(1.5); pweibull(2, shape = 1.5, scale = 2); pcauchy(1); plogis(0.7)
ptukey(3.5, nmeans = 3, df = 20)
qtukey(0.95, 3, 20)
pwilcox(10, 5, 6); psignrank(10, 8)
choose(52, 5); factorial(6); gamma(5.5); beta(2, 3)
combn(4, 2)
expand.grid(d1 = 1:2, d2 = c("a", "b"))
dmultinom(c(1, 2, 1), prob = c(0.2, 0.5, 0.3))
set.seed(10)
rmultinom(3, 5, c(.2, .3, .5))
round(rnorm(5), 4); round(rt(3, 5), 4); round(rbeta(3, 2, 2), 4); round(rchisq(3, 4), 4)
rhyper(5, 5, 5, 3); rgeom(5, .3); rnbinom(5, 3, .5); round(rweibull(3, 2, 1), 3)
round(rlogis(3), 3); round(rcauchy(3), 3); round(rf(3, 2, 9), 3); round(rlnorm(3), 3)
rwilcox(3, 5, 5); rsignrank(3, 10)
Fn <- ecdf(c(3, 1, 2, 2, 5))
Fn
Fn(c(0, 2, 4))
summary(Fn)
knots(Fn)
den <- density(faithful$eruptions)
den
round(den$bw, 4)
density(faithful$eruptions, bw = 0.3, n = 64)$bw
curve(dnorm(x), -3, 3)
integrate(dnorm, -1.96, 1.96)
integrate(function(x) x * dexp(x, 2), 0, Inf)$value
birthday <- function(n) 1 - prod((365 - 0:(n - 1)) / 365)
sapply(c(10, 23, 50), birthday)
qqnorm(rnorm(10)); 
bayes <- c(prior = 0.01, sens = 0.95, spec = 0.9)
post <- with(as.list(bayes), prior * sens / (prior * sens + (1 - prior) * (1 - spec)))
post
