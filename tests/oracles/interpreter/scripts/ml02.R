# SVM with a linear kernel: recover the separating hyperplane
library(e1071)
set.seed(10111)
x <- matrix(rnorm(40), 20, 2)
y <- rep(c(-1, 1), c(10, 10))
x[y == 1, ] <- x[y == 1, ] + 1
plot(x, col = y + 3, pch = 19)

dat <- data.frame(x, y = as.factor(y))
svmfit <- svm(y ~ ., data = dat, kernel = "linear", cost = 10, scale = FALSE)
print(svmfit)
plot(svmfit, dat)
svmfit$index

make.grid <- function(x, n = 75) {
  grange <- apply(x, 2, range)
  x1 <- seq(from = grange[1, 1], to = grange[2, 1], length = n)
  x2 <- seq(from = grange[1, 2], to = grange[2, 2], length = n)
  expand.grid(X1 = x1, X2 = x2)
}
xgrid <- make.grid(x)
xgrid[1:10, ]
dim(xgrid)
ygrid <- predict(svmfit, xgrid)
table(ygrid)
plot(xgrid, col = c("red", "blue")[as.numeric(ygrid)], pch = 20, cex = .2)
points(x, col = y + 3, pch = 19)
points(x[svmfit$index, ], pch = 5, cex = 2)

beta <- drop(t(svmfit$coefs) %*% x[svmfit$index, ])
beta
beta0 <- svmfit$rho
beta0
abline(beta0 / beta[2], -beta[1] / beta[2])
abline((beta0 - 1) / beta[2], -beta[1] / beta[2], lty = 2)
abline((beta0 + 1) / beta[2], -beta[1] / beta[2], lty = 2)

f <- x %*% beta - beta0
all.equal(as.vector(f), as.vector(attr(predict(svmfit, dat, decision.values = TRUE), "decision.values")))
margin <- 2 / sqrt(sum(beta^2))
cat("Margin width:", format(margin, digits = 5), "\n")
sv <- data.frame(svmfit$SV, coef = svmfit$coefs, row = svmfit$index)
sv
table(true = dat$y, fitted = fitted(svmfit))
coef(svmfit)
