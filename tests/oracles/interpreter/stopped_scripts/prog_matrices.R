# Matrices
A <- matrix(c(2, 1, 1, 3, 2, 1, 1, 1, 4), nrow = 3, byrow = TRUE)
A
t(A); A %*% A; A * A; det(A); solve(A); round(solve(A) %*% A, 10)
solve(A, c(1, 2, 3))
diag(3); diag(c(1, 2)); diag(A); sum(diag(A))
dim(A); nrow(A); ncol(A)
rownames(A) <- c("r1", "r2", "r3"); colnames(A) <- c("a", "b", "c"); A
A["r2", ]; A[, "b"]; A[A > 1]; A[2, , drop = FALSE]; A[-1, c("a", "c")]
apply(A, 1, sum); apply(A, 2, range); apply(A, c(1, 2), function(x) x * 100)
sweep(A, 2, colMeans(A)); scale(A, scale = FALSE)
rbind(A, total = colSums(A)); cbind(A, sum = rowSums(A)); cbind(1:3, c("x", "y", "z"))
outer(1:9, 1:9)
kronecker(diag(2), matrix(1, 2, 2)); crossprod(A); upper.tri(A); A[upper.tri(A)]; lower.tri(A, diag = TRUE)
arr <- array(1:24, dim = c(2, 3, 4), dimnames = list(c("a", "b"), c("x", "y", "z"), paste0("k", 1:4)))
arr[, , "k2"]; arr["a", "y", ]; dim(arr[, 1, ]); arr[, , 1:2]
aperm(arr, c(2, 1, 3))[, , 1]
m <- matrix(rnorm(4) * 0 + c(1.5, NA, -3, 1e6), 2); m
matrix(1:40 * 12345.678, 2)
matrix(c(TRUE, FALSE, NA, TRUE), 2); matrix(c("a", "bb", NA, "d"), 2); matrix(list(1, "a", TRUE, NULL), 2)
matrix(c(1e-10, 1, 1000, 1e10), 2); matrix(c(0.001, 123.4, 5, 60), 2); matrix(numeric(0), 0, 3); matrix(1:6, 2, dimnames = list(NULL, c("p", "q", "r")))
which(A > 1, arr.ind = TRUE); which(matrix(c(TRUE, FALSE, TRUE, TRUE), 2), arr.ind = TRUE)
max.col(A); row(A)[1, ]; col(A)[1, ]; A[cbind(1:3, 3:1)]
identical(A, t(t(A))); isSymmetric(crossprod(A)); norm(A); norm(A, "F")
eigen(matrix(c(2, 0, 0, 3), 2)); qr(A)$rank
rotate <- function(x) t(apply(x, 2, rev)); rotate(matrix(1:6, 2))
spiral <- function(n) {
  m <- matrix(0, n, n); r1 <- 1; r2 <- n; c1 <- 1; c2 <- n; k <- 1
  while (r1 <= r2 && c1 <= c2) {
    for (j in c1:c2) { m[r1, j] <- k; k <- k + 1 }
    r1 <- r1 + 1
    if (r1 <= r2) for (i in r1:r2) { m[i, c2] <- k; k <- k + 1 }
    c2 <- c2 - 1
    if (r1 <= r2 && c1 <= c2) for (j in c2:c1) { m[r2, j] <- k; k <- k + 1 }
    r2 <- r2 - 1
    if (c1 <= c2 && r1 <= r2) for (i in r2:r1) { m[i, c1] <- k; k <- k + 1 }
    c1 <- c1 + 1
  }
  m
}
spiral(5)
write.table(spiral(3), row.names = FALSE, col.names = FALSE); print(A, digits = 2); noquote(matrix(letters[1:4], 2)); print(t(1:3)); summary(A)
as.vector(A); c(A); unlist(apply(A, 1, list)); mapply(function(i, j) A[i, j], 1:3, 1:3)
m %o% 1:2; A %*% c(1, 2, 3); c(1, 2, 3) %*% A; tryCatch(A %*% 1:2, error = function(e) print(conditionMessage(e)))
matrix(1:6, 4, 4)
A[5, 1]
