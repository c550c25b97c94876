# Linear algebra of learning: least squares by QR and SVD, whitening, Mahalanobis, Fisher
A <- cbind(1, c(1, 2, 3, 4, 5), c(2, 1, 4, 3, 6))
b <- c(3, 4, 8, 9, 13)
solve(crossprod(A), crossprod(A, b))
q <- qr(A)
q$rank
qr.coef(q, b)
R <- qr.R(q); Q <- qr.Q(q)
round(Q %*% R - A, 12)
backsolve(R, t(Q) %*% b)
s <- svd(A)
s$d
x_svd <- s$v %*% (t(s$u) %*% b / s$d)
x_svd
library(MASS)
ginv(A) %*% b
ginv(matrix(1:4, 2))
kappa(A, exact = TRUE)
H <- A %*% solve(crossprod(A)) %*% t(A)
sum(diag(H))
round(H %*% H - H, 10)
# whitening
X <- as.matrix(iris[, 1:4])
S <- cov(X)
L <- chol(solve(S))
L
W <- scale(X, scale = FALSE) %*% t(L)
round(cov(W), 8)
ev <- eigen(S)
Wp <- scale(X, scale = FALSE) %*% ev$vectors %*% diag(1 / sqrt(ev$values))
zapsmall(cov(Wp))
md <- mahalanobis(X, colMeans(X), S)
summary(md)
which(md > qchisq(0.99, 4))
# Fisher's discriminant for two groups
X1 <- X[51:100, ]; X2 <- X[101:150, ]
m1 <- colMeans(X1); m2 <- colMeans(X2)
Sw <- crossprod(sweep(X1, 2, m1)) + crossprod(sweep(X2, 2, m2))
w <- solve(Sw, m1 - m2)
w / sqrt(sum(w^2))
proj <- drop(rbind(X1, X2) %*% w)
cut <- mean(c(sum(m1 * w), sum(m2 * w)))
table(proj > cut, rep(c("versicolor", "virginica"), each = 50))
det(Sw)
norm(Sw); norm(Sw, "F")
kronecker(diag(2), matrix(1, 1, 2))
outer(1:3, 1:3, function(i, j) 1 / (i + j - 1))
max(abs(eigen(Sw)$vectors %*% t(eigen(Sw)$vectors) - diag(4))) < 1e-12
upper <- S; upper[lower.tri(upper)] <- NA
print(upper, na.print = "", digits = 3)
crossprod(1:3)
