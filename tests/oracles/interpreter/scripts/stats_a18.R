# Cross-validation by loops
set.seed(1234)
n <- nrow(mtcars); K <- 5
folds <- sample(rep(1:K, length.out = n))
table(folds)
forms <- list(m1 = mpg ~ wt, m2 = mpg ~ wt + hp, m3 = mpg ~ wt * hp, m4 = mpg ~ .)
mse <- matrix(NA, K, length(forms), dimnames = list(paste0("fold", 1:K), names(forms)))
for (k in 1:K) {
  tr <- mtcars[folds != k, ]; te <- mtcars[folds == k, ]
  for (j in seq_along(forms)) {
    f <- lm(forms[[j]], data = tr)
    mse[k, j] <- mean((te$mpg - predict(f, te))^2)
  }
}
mse
colMeans(mse)
names(which.min(colMeans(mse)))
round(sqrt(apply(mse, 2, mean)), 3)
apply(mse, 1, which.min)
# leave one out
loo <- sapply(forms, function(f) {
  fit <- lm(f, mtcars)
  mean((resid(fit) / (1 - hatvalues(fit)))^2)
})
loo
barplot(loo)
# polynomial degree
deg <- 1:5
cv <- numeric(length(deg))
for (d in deg) {
  err <- 0
  for (i in 1:nrow(cars)) {
    fit <- lm(dist ~ poly(speed, d), data = cars[-i, ])
    err <- err + (cars$dist[i] - predict(fit, cars[i, , drop = FALSE]))^2
  }
  cv[d] <- err / nrow(cars)
}
round(cv, 3)
cat("Best degree:", which.min(cv), "\n")
# knn by hand
idx <- sample(150, 100)
train <- iris[idx, ]; test <- iris[-idx, ]
knn1 <- function(x, train, k) {
  d <- sqrt(colSums((t(as.matrix(train[, 1:4])) - unlist(x[1:4]))^2))
  votes <- table(train$Species[order(d)[1:k]])
  names(votes)[which.max(votes)]
}
acc <- sapply(c(1, 5, 11), function(k) {
  pr <- apply(test[, 1:4], 1, knn1, train = train, k = k)
  mean(pr == test$Species)
})
names(acc) <- paste("k =", c(1, 5, 11))
acc
library(class)
kn <- knn(train[, 1:4], test[, 1:4], train$Species, k = 5)
table(kn, test$Species)
glmcv <- split(1:nrow(infert), sample(rep(1:4, length = nrow(infert))))
sapply(glmcv, length)
errs <- sapply(glmcv, function(h) {
  g <- glm(case ~ spontaneous + induced, binomial, infert[-h, ])
  mean((predict(g, infert[h, ], type = "response") > .5) != infert$case[h])
})
errs; mean(errs)
