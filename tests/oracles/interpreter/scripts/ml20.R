# Back-propagation by hand: XOR
set.seed(42)
X <- matrix(c(0, 0, 0, 1, 1, 0, 1, 1), ncol = 2, byrow = TRUE)
Y <- matrix(c(0, 1, 1, 0), ncol = 1)
colnames(X) <- c("x1", "x2")
sigmoid <- function(x) 1 / (1 + exp(-x))
dsigmoid <- function(a) a * (1 - a)
init <- function(ni, nh, no) list(W1 = matrix(runif((ni + 1) * nh, -1, 1), ni + 1, nh),
                                  W2 = matrix(runif((nh + 1) * no, -1, 1), nh + 1, no))
forward <- function(net, X) {
  A0 <- cbind(1, X)
  A1 <- sigmoid(A0 %*% net$W1)
  A1b <- cbind(1, A1)
  A2 <- sigmoid(A1b %*% net$W2)
  list(A0 = A0, A1 = A1, A1b = A1b, out = A2)
}
backward <- function(net, fw, Y, lr) {
  d2 <- (fw$out - Y) * dsigmoid(fw$out)
  d1 <- (d2 %*% t(net$W2[-1, , drop = FALSE])) * dsigmoid(fw$A1)
  net$W2 <- net$W2 - lr * t(fw$A1b) %*% d2
  net$W1 <- net$W1 - lr * t(fw$A0) %*% d1
  net
}
net <- init(2, 3, 1)
net
loss <- c()
for (epoch in 1:1500) {
  fw <- forward(net, X)
  loss <- c(loss, mean((fw$out - Y)^2))
  net <- backward(net, fw, Y, lr = 0.8)
  if (epoch %% 500 == 0) message("ignored on stdout")
  if (epoch %in% c(1, 10, 100, 1000, 1500))
    cat("Epoch", formatC(epoch, width = 5), "MSE:", formatC(loss[epoch], digits = 6, format = "f"), "\n")
}
out <- forward(net, X)$out
cbind(X, target = drop(Y), output = round(drop(out), 4), class = as.numeric(out > 0.5))
str(net)
plot(loss, type = "l", log = "y")
# numerical gradient check
small <- init(2, 2, 1)
f <- function(w) {
  n <- list(W1 = matrix(w[1:6], 3), W2 = matrix(w[7:9], 3))
  sum((forward(n, X)$out - Y)^2) / 2
}
w0 <- unlist(small)
names(w0)
num <- sapply(seq_along(w0), function(i) {
  e <- replace(numeric(9), i, 1e-5)
  (f(w0 + e) - f(w0 - e)) / 2e-5
})
stepped <- backward(small, forward(small, X), Y, 1)
ana <- w0 - unlist(stepped)
signif(rbind(numeric = num, analytic = unname(ana)), 4)
max(abs(num - ana)) < 1e-8
