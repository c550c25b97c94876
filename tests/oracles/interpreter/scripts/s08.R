# Matrix algebra
A <- matrix(c(2, 1, 1, 3, 2, 1, 1, 1, 4), nrow = 3, byrow = TRUE)
A
t(A); dim(A); diag(A); det(A)
solve(A)
A %*% solve(A)
round(A %*% solve(A), 10)
b <- c(4, 5, 6)
solve(A, b)
e <- eigen(matrix(c(2, 1, 1, 2), 2))
e
s <- svd(matrix(1:6, 2))
s$d
round(s$u %*% diag(s$d) %*% t(s$v), 8)
qr(A)$rank
chol(matrix(c(4, 2, 2, 3), 2))
crossprod(A)
outer(1:3, 1:3)
kronecker(diag(2), matrix(1, 1, 2))
rbind(A, 1:3); cbind(A, new = 7:9)
rownames(A) <- c("r1", "r2", "r3"); colnames(A) <- c("x", "y", "z")
A
A["r2", "y"]; A[, "z"]; A[A[, "x"] > 1, ]
apply(A, 1, sum); apply(A, 2, range); apply(A, c(1, 2), function(v) v^2)
sweep(A, 2, colMeans(A))
scale(A)
upper.tri(A); A[upper.tri(A)]
lower <- A; lower[upper.tri(lower)] <- 0; lower
which(A == 1, arr.ind = TRUE)
A %o% 1:2
identical(A, t(t(A)))
array(1:24, dim = c(2, 3, 4))[2, 3, 4]
arr <- array(1:8, c(2, 2, 2), dimnames = list(a = c("a1", "a2"), b = c("b1", "b2"), c = c("c1", "c2")))
arr
apply(arr, 3, sum); aperm(arr, c(2, 1, 3))[, , 1]
max.col(matrix(c(1, 9, 3, 4, 5, 6), 2))
rowSums(A); colMeans(A); rowsum(c(1, 2, 3), c("a", "b", "a"))
norm(A); norm(A, "F")
matrix(1:4, 2) * matrix(1:4, 2); matrix(1:4, 2) %*% matrix(1:4, 2)
mat <- matrix(c("a", "b", "c", "d"), 2); mat
diag(3); diag(c(1, 2)); diag(2) * 5
is.matrix(A); nrow(A); NCOL(1:3)
head(matrix(1:40, 10), 3); tail(matrix(1:40, 10), 2)
backsolve(chol(crossprod(A)), c(1, 2, 3))
rcond(A) > 0
matrix(list(1, "a", TRUE, NULL), 2)
