# Matrix stats: covariance, PCA by hand, regression by normal equations, distances
set.seed(8)
X <- matrix(round(rnorm(20), 2), 5, 4, dimnames = list(paste0("obs", 1:5), paste0("v", 1:4))); X
S <- cov(X); round(S, 3); all.equal(S, t(S)); ev <- eigen(S); round(ev$values, 4); round(abs(ev$vectors), 3)
Xc <- scale(X, scale = FALSE); round(Xc, 2); attributes(Xc)$`scaled:center`
scores <- Xc %*% ev$vectors; round(apply(scores, 2, var), 4); p <- prcomp(X); round(p$sdev^2, 4); summary(p)$importance[2, ]
y <- c(1.2, 2.3, 3.1, 3.9, 5.2); A <- cbind(1, X[, 1]); b <- solve(t(A) %*% A, t(A) %*% y); b; coef(lm(y ~ X[, 1]))
H <- A %*% solve(crossprod(A)) %*% t(A); round(diag(H), 4); sum(diag(H)); round(hatvalues(lm(y ~ X[, 1])), 4)
D <- dist(X); round(D, 2); as.matrix(D)[1:2, 1:2]; dist(X[1:3, ], method = "manhattan"); hclust(D)$merge; cutree(hclust(D), 2)
mahalanobis(X[, 1:2], colMeans(X[, 1:2]), cov(X[, 1:2])); cor(X)[1:2, ]; cov2cor(S)[1, 2]
sv <- svd(X); sv$d; round(X - sv$u %*% diag(sv$d) %*% t(sv$v), 10)
Q <- qr(X); Q$rank; round(abs(qr.R(Q)), 3); round(qr.Q(Q) %*% qr.R(Q) - X, 8)
L <- chol(S + diag(4)); round(t(L) %*% L - S - diag(4), 10); det(S) > 0; outer(1:2, 1:2, "+") %*% c(1, 1); diag(4)[, 2]; rbind(colMeans(X), apply(X, 2, sd))
which(X == max(X), arr.ind = TRUE); X[order(X[, "v1"]), ][1:2, ]; apply(X, 1, function(r) names(r)[which.max(r)]); t(apply(X, 1, cumsum)); round(sweep(X, 1, rowSums(X), "/"), 2)
crossprod(1:3, 4:6); 1:3 %*% 4:6; 1:2 %o% 1:2; lower.tri(matrix(1:4, 2)); m <- matrix(0, 2, 2); m[cbind(1:2, 2:1)] <- 9; m; upper <- S[upper.tri(S)]; length(upper); matrix(1:6, ncol = 2, byrow = TRUE); rbind(1:2, c("a", "b")); cbind(a = 1, b = 2:3); dim(array(0, c(2, 3, 4))); rowsum(X, c(1, 1, 2, 2, 2)); aperm(array(1:6, c(1, 2, 3)))[, , 1]; max.col(X); mapply(identical, c(1, 2), c(1, 3)); identical(diag(2) %*% diag(2), diag(2)); range(X); quantile(X, 0.5); colnames(X)[colMeans(X) > 0]; is.numeric(X); mean(X); var(X[, 1]); median(X[, 2]); mode(X); object <- X; object[1, 1] <- NA; colSums(is.na(object)); cor(object, use = "complete.obs")[1, 2]; na.omit(object)[1:2, ]; complete.cases(object)
det(matrix(c(4, 3, 6, 3), 2)); solve(matrix(c(4, 3, 6, 3), 2)); tryCatch(solve(matrix(0, 2, 2)), error = function(e) cat("Error:", conditionMessage(e), "\n")); kronecker(1:2, diag(2)); expm <- Reduce(`+`, lapply(1:10, function(k) Reduce(`%*%`, rep(list(matrix(c(0, 1, 0, 0), 2)), k)) / factorial(k)), diag(2)); expm
