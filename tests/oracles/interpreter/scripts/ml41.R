# Self-made data sets: XOR, circles, moons; kernels by hand
set.seed(55)
xor <- data.frame(x = runif(100, -1, 1), y = runif(100, -1, 1))
xor$cls <- factor(ifelse(xor$x * xor$y > 0, "same", "diff"))
circle <- within(data.frame(a = rnorm(100), b = rnorm(100)), {
  r <- sqrt(a^2 + b^2)
  cls <- factor(r < 1, labels = c("outer", "inner"))
})
head(xor, 4); head(circle, 4)
t <- seq(0, pi, length.out = 50)
moons <- data.frame(x = c(cos(t), 1 - cos(t)), y = c(sin(t), 0.5 - sin(t)) + rnorm(100, sd = .1), cls = gl(2, 50, labels = c("up", "down")))
str(moons)
library(e1071)
sets <- list(xor = xor, circle = circle[, c("a", "b", "cls")], moons = moons)
acc <- sapply(sets, function(d) sapply(c(linear = "linear", radial = "radial", poly = "polynomial"),
  function(k) mean(fitted(svm(cls ~ ., data = d, kernel = k)) == d$cls)))
acc
# kernel functions by hand
rbf <- function(x, y, gamma = 1) exp(-gamma * sum((x - y)^2))
polyk <- function(x, y, d = 2, c = 1) (sum(x * y) + c)^d
X <- as.matrix(xor[1:5, 1:2])
K <- matrix(0, 5, 5)
for (i in 1:5) for (j in 1:5) K[i, j] <- rbf(X[i, ], X[j, ])
round(K, 4)
K2 <- exp(-as.matrix(dist(X))^2)
all.equal(K, K2, check.attributes = FALSE)
isSymmetric(K)
round(eigen(K, symmetric = TRUE)$values, 5)
gram <- apply(X, 1, function(a) apply(X, 1, polyk, y = a))
round(gram, 3)
# kernel perceptron
y <- ifelse(xor$cls == "same", 1, -1)
A <- as.matrix(xor[, 1:2])
G <- exp(-2 * as.matrix(dist(A))^2)
alpha <- numeric(100)
for (epoch in 1:10) {
  mistakes <- 0
  for (i in 1:100) {
    if (y[i] * sum(alpha * y * G[, i]) <= 0) { alpha[i] <- alpha[i] + 1; mistakes <- mistakes + 1 }
  }
  cat("epoch", epoch, "mistakes", mistakes, "\n")
  if (mistakes == 0) break
}
sum(alpha > 0)
m <- svm(cls ~ x + y, data = xor, kernel = "radial", gamma = 2, scale = FALSE)
# decision function by hand from the fitted object
sv <- m$SV
kx <- exp(-2 * (outer(rowSums(A[1:4, ]^2), rowSums(sv^2), "+") - 2 * A[1:4, ] %*% t(sv)))
dv <- kx %*% m$coefs - m$rho
cbind(hand = drop(dv), svm = attr(predict(m, xor[1:4, ], decision.values = TRUE), "decision.values")[, 1])
m$labels; m$nclasses; m$gamma; m$cost; m$degree; m$kernel; m$type
