# Matrices
A <- matrix(c(2, 1, -1, -3, -1, 2, -2, 1, 2), nrow = 3, byrow = TRUE)
b <- c(8, -11, -3)
A
solve(A, b)
det(A)
solve(A)
A %*% solve(A)
round(A %*% solve(A), 10)
t(A)
dim(A); nrow(A); ncol(A)
diag(3)
diag(A); sum(diag(A))
upper.tri(A)
A[upper.tri(A)] <- 0
A
dimnames(A) <- list(letters[1:3], LETTERS[1:3])
A["b", ]; A[, "C", drop = FALSE]
rbind(A, total = colSums(A))
cbind(A, mean = rowMeans(A))
M <- matrix(1:6, 2)
M * 2; M %*% t(M); crossprod(M)
apply(M, c(1, 2), function(v) v^2)
sweep(M, 2, colMeans(M))
scale(M)
which(M > 3, arr.ind = TRUE)
M[M > 2]
e <- eigen(matrix(c(2, 1, 1, 3), 2)); e
e$values
svd(matrix(c(3, 0, 0, 4), 2))$d
arr <- array(1:24, dim = c(2, 3, 4))
arr[, , 1]
dim(arr[, 1, ])
apply(arr, 3, sum)
identical(t(t(M)), M)
rot <- function(m) t(m[nrow(m):1, ])
rot(M)
matpow <- function(m, k) if (k == 1) m else m %*% matpow(m, k - 1)
matpow(matrix(c(1, 1, 1, 0), 2), 10)
board <- matrix(".", 3, 3); board[2, 2] <- "X"; board[1, 3] <- "O"
board
for (i in 1:3) cat(board[i, ], "\n")
print(board, quote = FALSE)
write.table(board, quote = FALSE, row.names = FALSE, col.names = FALSE)
m2 <- matrix(c(1.5, NA, 3, 4), 2, dimnames = list(NULL, c("x", "y"))); m2
colMeans(m2, na.rm = TRUE); is.na(m2)
str(M); summary(m2)
