# Matrix algebra for regression
X <- cbind(Intercept = 1, wt = mtcars$wt, hp = mtcars$hp)
y <- mtcars$mpg
XtX <- t(X) %*% X
XtX
solve(XtX)
beta <- solve(XtX, t(X) %*% y)
beta
H <- X %*% solve(XtX) %*% t(X)
round(H[1:4, 1:4], 4)
sum(diag(H))
yhat <- H %*% y
res <- y - yhat
SSE <- sum(res^2); SST <- sum((y - mean(y))^2)
R2 <- 1 - SSE / SST
n <- nrow(X); p <- ncol(X)
sigma2 <- SSE / (n - p)
V <- sigma2 * solve(XtX)
se <- sqrt(diag(V))
tval <- beta / se
pval <- 2 * pt(abs(tval), n - p, lower.tail = FALSE)
out <- cbind(beta, se, tval, pval)
colnames(out) <- c("Estimate", "Std. Error", "t value", "Pr(>|t|)")
out
printCoefmat(out)
c(R2 = R2, adjR2 = 1 - (1 - R2) * (n - 1) / (n - p), sigma = sqrt(sigma2))
all.equal(c(beta), unname(coef(lm(mpg ~ wt + hp, mtcars))))
qrX <- qr(X)
qrX$rank
qr.coef(qrX, y)
qr.R(qrX)
ch <- chol(XtX)
ch
backsolve(ch, forwardsolve(t(ch), t(X) %*% y))
s <- svd(scale(X[, -1], scale = FALSE))
s$d
kappa(XtX) > 1e5
det(XtX)
A <- matrix(c(2, 1, 1, 3), 2, byrow = TRUE)
A; t(A); A %*% A; A * A; solve(A); det(A); diag(2)
eigen(A)
ev <- eigen(A, symmetric = TRUE)
round(ev$vectors %*% diag(ev$values) %*% t(ev$vectors), 10)
crossprod(1:3); tcrossprod(1:2)
outer(1:3, 1:3); 1:3 %o% 1:2
kronecker(diag(2), matrix(1, 1, 2))
rbind(A, colSums(A)); cbind(A, rowSums(A))
upper.tri(A); A[upper.tri(A)] <- 0; A
identical(t(t(A)), A)
lambda <- 10
ridge <- solve(XtX + lambda * diag(p), t(X) %*% y)
round(ridge, 4)
rowMeans(A); apply(A, c(1, 2), function(z) z^2)
