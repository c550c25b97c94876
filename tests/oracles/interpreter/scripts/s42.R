# Monte Carlo pi, Markov chains, random walks.
set.seed(1)
n <- 10000
inside <- runif(n)^2 + runif(n)^2 <= 1
cat("pi is about", 4 * mean(inside), "\n")
running <- 4 * cumsum(inside) / seq_len(n)
running[10^(1:4)]
P <- matrix(c(.9, .1, 0, .2, .6, .2, 0, .3, .7), 3, byrow = TRUE, dimnames = list(c("sun", "cloud", "rain"), c("sun", "cloud", "rain")))
P
rowSums(P)
mat_pow <- function(M, k) Reduce(`%*%`, replicate(k, M, simplify = FALSE))
round(mat_pow(P, 20), 4)
e <- eigen(t(P))
stat <- Re(e$vectors[, 1]); stat <- stat / sum(stat)
setNames(round(stat, 4), rownames(P))
state <- "sun"
path <- character(15)
for (i in seq_along(path)) {
  path[i] <- state
  state <- sample(colnames(P), 1, prob = P[state, ])
}
path
table(path)
rle(path)
table(from = head(path, -1), to = tail(path, -1))
walk <- cumsum(sample(c(-1, 1), 30, replace = TRUE))
walk
range(walk); which.max(walk)
integrate(dnorm, -1.96, 1.96)
f <- function(x) exp(-x^2)
mean(f(runif(1000, 0, 1)))
dice <- replicate(1000, sum(sample(6, 2, TRUE)))
round(prop.table(table(dice)), 3)
barplot(table(dice))
birthday <- sapply(c(10, 23, 40), function(k) mean(replicate(200, any(duplicated(sample(365, k, TRUE))))))
birthday
