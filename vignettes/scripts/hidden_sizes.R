# for over hidden sizes: train and test error of nnet, written into a matrix
library(nnet)
set.seed(7)
n <- 200
x <- sort(runif(n, -3, 3))
y <- sin(x) + rnorm(n, sd = 0.2)
d <- data.frame(x, y)
train <- sample(n, 150)
sizes <- c(1, 2, 4, 8)
errors <- matrix(NA, nrow = length(sizes), ncol = 2,
                 dimnames = list(paste0("size", sizes), c("train", "test")))
rmse <- function(fit, d) sqrt(mean((predict(fit, d) - d$y)^2))
for (i in seq_along(sizes)) {
  best <- NULL
  for (k in 1:3) {
    fit <- nnet(y ~ x, d[train, ], size = sizes[i], linout = TRUE,
                decay = 1e-3, maxit = 300, trace = FALSE)
    if (is.null(best) || fit$value < best$value) best <- fit
  }
  errors[i, ] <- c(rmse(best, d[train, ]), rmse(best, d[-train, ]))
  cat(sprintf("%2d hidden: %d weights\n", sizes[i], length(best$wts)))
}
round(errors, 3)
winner <- rownames(errors)[which.min(errors[, "test"])]
winner
apply(errors, 2, range)
