# Linear algebra by hand: elimination, determinants, power iteration, Gram-Schmidt.
gauss <- function(A, b) {
  n <- nrow(A)
  M <- cbind(A, b)
  for (i in 1:n) {
    p <- which.max(abs(M[i:n, i])) + i - 1
    if (p != i) M[c(i, p), ] <- M[c(p, i), ]
    M[i, ] <- M[i, ] / M[i, i]
    for (j in setdiff(1:n, i)) M[j, ] <- M[j, ] - M[j, i] * M[i, ]
  }
  M[, n + 1]
}
A <- matrix(c(2, 1, -1, -3, -1, 2, -2, 1, 2), 3, byrow = TRUE)
b <- c(8, -11, -3)
x <- gauss(A, b)
print(x)
stopifnot(all.equal(as.vector(A %*% x), b))
det_rec <- function(M) {
  if (length(M) == 1) return(as.numeric(M))
  sum(sapply(seq_len(ncol(M)), function(j) (-1)^(1 + j) * M[1, j] * det_rec(M[-1, -j, drop = FALSE])))
}
cat("det:", det_rec(A), "and", det(A), "\n")
power_iteration <- function(M, tol = 1e-10, maxit = 1000) {
  v <- rep(1, ncol(M)) / sqrt(ncol(M))
  lambda <- 0
  for (k in seq_len(maxit)) {
    w <- M %*% v
    v <- w / sqrt(sum(w^2))
    new <- drop(t(v) %*% M %*% v)
    if (abs(new - lambda) < tol) break
    lambda <- new
  }
  list(value = new, vector = drop(v), iterations = k)
}
S <- crossprod(A)
p <- power_iteration(S)
str(p)
print(eigen(S)$values[1], digits = 6)
gs <- function(X) {
  Q <- X
  for (j in seq_len(ncol(X))) {
    if (j > 1) for (i in 1:(j - 1)) Q[, j] <- Q[, j] - sum(Q[, i] * X[, j]) * Q[, i]
    Q[, j] <- Q[, j] / sqrt(sum(Q[, j]^2))
  }
  Q
}
Q <- gs(A)
round(crossprod(Q), 10)
dimnames(A) <- list(paste0("r", 1:3), letters[1:3])
A
A["r2", "b"]
A[A > 0]
which(A < 0, arr.ind = TRUE)
kronecker(diag(2), matrix(1:4, 2))
outer(1:3, 1:4, function(i, j) i^2 + j)
sum(diag(A)); upper.tri(A)
A[upper.tri(A)] <- 0
A
apply(A, 1, function(r) paste(r, collapse = ","))
