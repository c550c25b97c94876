# Decision stumps, AdaBoost and entropy
entropy <- function(p) { p <- p[p > 0]; -sum(p * log2(p)) }
gini <- function(p) 1 - sum(p^2)
info_gain <- function(x, y, cut) {
  left <- y[x <= cut]; right <- y[x > cut]
  n <- length(y)
  entropy(prop.table(table(y))) -
    length(left) / n * entropy(prop.table(table(left))) -
    length(right) / n * entropy(prop.table(table(right)))
}
cuts <- sort(unique(iris$Petal.Length))
mids <- (head(cuts, -1) + tail(cuts, -1)) / 2
gains <- sapply(mids, info_gain, x = iris$Petal.Length, y = iris$Species)
best <- mids[which.max(gains)]
cat("Best cut on Petal.Length:", best, "gain:", max(gains), "\n")
best_cuts <- sapply(names(iris)[1:4], function(v) {
  u <- sort(unique(iris[[v]]))
  m <- (head(u, -1) + tail(u, -1)) / 2
  g <- sapply(m, function(c0) info_gain(iris[[v]], iris$Species, c0))
  c(cut = m[which.max(g)], gain = max(g))
})
best_cuts
round(t(best_cuts), 4)

stump <- function(X, y, w) {
  best <- list(err = Inf)
  for (j in seq_len(ncol(X))) {
    for (s in sort(unique(X[, j]))) {
      for (dir in c(1, -1)) {
        p <- ifelse(X[, j] > s, dir, -dir)
        e <- sum(w * (p != y))
        if (e < best$err) best <- list(err = e, var = j, split = s, dir = dir)
      }
    }
  }
  best
}
adaboost <- function(X, y, M) {
  n <- nrow(X); w <- rep(1 / n, n)
  stumps <- vector("list", M); alpha <- numeric(M)
  for (m in 1:M) {
    st <- stump(X, y, w)
    eps <- max(st$err, 1e-10)
    alpha[m] <- 0.5 * log((1 - eps) / eps)
    p <- ifelse(X[, st$var] > st$split, st$dir, -st$dir)
    w <- w * exp(-alpha[m] * y * p)
    w <- w / sum(w)
    stumps[[m]] <- st
  }
  list(stumps = stumps, alpha = alpha)
}
sub <- iris[51:150, ]
X <- as.matrix(sub[, 1:4]); y <- ifelse(sub$Species == "virginica", 1, -1)
ab <- adaboost(X, y, 8)
do.call(rbind, lapply(ab$stumps, as.data.frame))
round(ab$alpha, 4)
score <- Reduce(`+`, Map(function(st, a) a * ifelse(X[, st$var] > st$split, st$dir, -st$dir), ab$stumps, ab$alpha))
table(sign(score), y)
staged <- Reduce(`+`, Map(function(st, a) a * ifelse(X[, st$var] > st$split, st$dir, -st$dir), ab$stumps, ab$alpha), accumulate = TRUE)
sapply(staged, function(s) mean(sign(s) != y))
gini(c(0.5, 0.5)); entropy(c(0.25, 0.75)); entropy(rep(1/8, 8))
