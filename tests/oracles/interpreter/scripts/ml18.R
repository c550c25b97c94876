# The perceptron
perceptron <- function(X, y, eta = 1, epochs = 20, verbose = TRUE) {
  w <- rep(0, ncol(X) + 1)
  errors <- integer(epochs)
  for (ep in 1:epochs) {
    for (i in 1:nrow(X)) {
      z <- sum(w[-1] * as.numeric(X[i, ])) + w[1]
      ypred <- if (z < 0) -1 else 1
      delta <- eta * (y[i] - ypred) * c(1, as.numeric(X[i, ]))
      w <- w + delta
      if (y[i] != ypred) errors[ep] <- errors[ep] + 1L
    }
    if (verbose) cat("epoch", ep, "errors", errors[ep], "weights", round(w, 3), "\n")
    if (errors[ep] == 0) break
  }
  structure(list(weights = w, errors = errors[1:ep], epochs = ep), class = "perceptron")
}
print.perceptron <- function(x, ...) {
  cat("Perceptron trained for", x$epochs, "epochs\n")
  cat("Weights:\n")
  print(setNames(x$weights, c("bias", paste0("w", seq_along(x$weights[-1])))))
  invisible(x)
}
predict.perceptron <- function(object, newdata, ...) {
  z <- cbind(1, as.matrix(newdata)) %*% object$weights
  ifelse(z >= 0, 1, -1)
}
summary.perceptron <- function(object, ...) {
  structure(list(err = object$errors), class = "summary.perceptron")
}
print.summary.perceptron <- function(x, ...) cat("Errors per epoch:", paste(x$err, collapse = " -> "), "\n")

irissub <- iris[1:100, c(1, 3, 5)]
names(irissub) <- c("sepal", "petal", "species")
head(irissub)
irissub[, 4] <- 1
irissub[irissub[, 3] == "setosa", 4] <- -1
table(irissub$species, irissub$V4)
p <- perceptron(irissub[, 1:2], irissub[, 4])
p
summary(p)
table(predict(p, irissub[, 1:2]), irissub[, 4])
# logic gates
gates <- list(AND = c(-1, -1, -1, 1), OR = c(-1, 1, 1, 1), XOR = c(-1, 1, 1, -1))
inputs <- expand.grid(a = 0:1, b = 0:1)
for (g in names(gates)) {
  f <- perceptron(inputs, gates[[g]], epochs = 10, verbose = FALSE)
  cat(g, ": errors", f$errors, "\n")
  print(cbind(inputs, target = gates[[g]], out = predict(f, inputs)))
}
