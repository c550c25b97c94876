# A network class of one's own with closures, several layers and softmax
softmax <- function(Z) { E <- exp(Z - apply(Z, 1, max)); E / rowSums(E) }
relu <- function(Z) pmax(Z, 0)
make_net <- function(sizes, seed = 1) {
  set.seed(seed)
  W <- lapply(seq_len(length(sizes) - 1), function(l)
    matrix(rnorm(sizes[l] * sizes[l + 1], sd = sqrt(2 / sizes[l])), sizes[l], sizes[l + 1]))
  b <- lapply(sizes[-1], numeric)
  L <- length(W)
  forward <- function(X) {
    A <- list(X)
    for (l in seq_len(L)) {
      Z <- sweep(A[[l]] %*% W[[l]], 2, b[[l]], "+")
      A[[l + 1]] <- if (l < L) relu(Z) else softmax(Z)
    }
    A
  }
  train <- function(X, Y, epochs, lr, batch = 25) {
    n <- nrow(X)
    for (e in seq_len(epochs)) {
      perm <- sample(n)
      for (s in seq(1, n, by = batch)) {
        i <- perm[s:min(s + batch - 1, n)]
        A <- forward(X[i, , drop = FALSE])
        D <- (A[[L + 1]] - Y[i, , drop = FALSE]) / length(i)
        for (l in L:1) {
          gW <- crossprod(A[[l]], D)
          gb <- colSums(D)
          if (l > 1) D <- (D %*% t(W[[l]])) * (A[[l]] > 0)
          W[[l]] <<- W[[l]] - lr * gW
          b[[l]] <<- b[[l]] - lr * gb
        }
      }
      if (e %% 20 == 0) {
        P <- forward(X)[[L + 1]]
        cat(sprintf("epoch %3d: cross entropy %.4f\n", e, -mean(log(rowSums(P * Y)))))
      }
    }
    invisible(NULL)
  }
  predict <- function(X) max.col(forward(X)[[L + 1]], "first")
  list(train = train, predict = predict, weights = function() W, sizes = sizes)
}
X <- scale(as.matrix(iris[, 1:4]))
Y <- diag(3)[as.integer(iris$Species), ]
net <- make_net(c(4, 8, 3), seed = 9)
sapply(net$weights(), dim)
net$train(X, Y, epochs = 100, lr = 0.1)
p <- net$predict(X)
table(predicted = levels(iris$Species)[p], actual = iris$Species)
mean(p == as.integer(iris$Species))
round(net$weights()[[2]], 3)
str(net$weights())
n_par <- sum(sapply(net$weights(), length)) + sum(net$sizes[-1])
n_par
rowSums(softmax(matrix(1:6, 2)))
softmax(rbind(c(1, 2, 3), c(1000, 1000, 1000)))
relu(matrix(c(-1, 2, -3, 4), 2))
