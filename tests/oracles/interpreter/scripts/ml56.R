# Hidden Markov model: forward, Viterbi, and simulated sequences; string handling
A <- matrix(c(.7, .3, .4, .6), 2, byrow = TRUE, dimnames = list(c("Rain", "Sun"), c("Rain", "Sun")))
B <- matrix(c(.1, .4, .5, .6, .3, .1), 2, byrow = TRUE, dimnames = list(c("Rain", "Sun"), c("walk", "shop", "clean")))
init <- c(Rain = .6, Sun = .4)
obs <- c("walk", "shop", "clean", "clean", "walk")
forward <- function(obs) {
  f <- matrix(0, length(obs), 2, dimnames = list(obs, names(init)))
  f[1, ] <- init * B[, obs[1]]
  for (t in seq_along(obs)[-1]) f[t, ] <- (f[t - 1, ] %*% A) * B[, obs[t]]
  f
}
f <- forward(obs)
f
sum(f[nrow(f), ])
viterbi <- function(obs) {
  n <- length(obs); d <- matrix(-Inf, n, 2); psi <- matrix(0L, n, 2)
  d[1, ] <- log(init) + log(B[, obs[1]])
  for (t in 2:n) for (j in 1:2) {
    sc <- d[t - 1, ] + log(A[, j])
    psi[t, j] <- which.max(sc)
    d[t, j] <- max(sc) + log(B[j, obs[t]])
  }
  path <- integer(n); path[n] <- which.max(d[n, ])
  for (t in (n - 1):1) path[t] <- psi[t + 1, path[t + 1]]
  list(path = names(init)[path], logp = max(d[n, ]))
}
v <- viterbi(obs)
v
paste(substr(v$path, 1, 1), collapse = "")
all_paths <- do.call(expand.grid, rep(list(names(init)), 5))
dim(all_paths)
pp <- apply(all_paths, 1, function(s) { p <- init[s[1]] * B[s[1], obs[1]]; for (t in 2:5) p <- p * A[s[t - 1], s[t]] * B[s[t], obs[t]]; p })
unlist(all_paths[which.max(pp), ])
all.equal(sum(pp), sum(f[5, ]))
all.equal(log(max(pp)), v$logp)
set.seed(77)
sim <- function(n) { s <- character(n); o <- character(n); s[1] <- sample(names(init), 1, prob = init); for (t in 1:n) { if (t > 1) s[t] <- sample(colnames(A), 1, prob = A[s[t - 1], ]); o[t] <- sample(colnames(B), 1, prob = B[s[t], ]) }; data.frame(state = s, obs = o) }
d <- sim(200)
head(d)
table(d$state, d$obs)
prop.table(table(head(d$state, -1), tail(d$state, -1)), 1)
r <- rle(d$state)
r$lengths[1:10]
tapply(r$lengths, r$values, mean)
vit <- viterbi(d$obs)$path
mean(vit == d$state)
table(decoded = vit, true = d$state)
ev <- eigen(t(A)); stat <- ev$vectors[, 1] / sum(ev$vectors[, 1]); round(stat, 4)
Reduce(`%*%`, rep(list(A), 20))
# n-grams
txt <- "the cat sat on the mat the cat ran"
w <- strsplit(txt, " ")[[1]]
bi <- paste(head(w, -1), tail(w, -1))
sort(table(bi), decreasing = TRUE)
trans <- table(head(w, -1), tail(w, -1))
trans["the", ]
names(which.max(trans["the", ]))
chars <- table(strsplit(gsub(" ", "", txt), "")[[1]])
rev(sort(chars))[1:3]
