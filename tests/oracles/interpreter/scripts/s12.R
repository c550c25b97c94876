# k-fold cross-validation loops
set.seed(1)
k <- 5
n <- nrow(mtcars)
folds <- cut(sample(seq_len(n)), breaks = k, labels = FALSE)
table(folds)
rmse <- numeric(k)
for (i in 1:k) {
  tr <- mtcars[folds != i, ]; te <- mtcars[folds == i, ]
  m <- lm(mpg ~ wt + hp, data = tr)
  p <- predict(m, newdata = te)
  rmse[i] <- sqrt(mean((te$mpg - p)^2))
  cat("Fold", i, "RMSE:", format(rmse[i], digits = 4), "\n")
}
cat("Mean RMSE:", mean(rmse), "SD:", sd(rmse), "\n")
models <- list(simple = mpg ~ wt, medium = mpg ~ wt + hp, big = mpg ~ .)
cv <- function(f, data, k = 5) {
  id <- rep(1:k, length.out = nrow(data))
  mean(sapply(1:k, function(j) { m <- lm(f, data[id != j, ]); mean((data$mpg[id == j] - predict(m, data[id == j, ]))^2) }))
}
scores <- sapply(models, cv, data = mtcars)
scores
names(which.min(scores))
loocv <- sapply(seq_len(n), function(i) { m <- lm(mpg ~ wt, mtcars[-i, ]); (mtcars$mpg[i] - predict(m, mtcars[i, ]))^2 })
mean(loocv)
head(loocv, 3)
boot <- replicate(200, { s <- sample(n, replace = TRUE); coef(lm(mpg ~ wt, mtcars[s, ]))[2] })
c(mean = mean(boot), se = sd(boot))
quantile(boot, c(0.025, 0.975))
split_idx <- split(seq_len(n), sample(rep(c("train", "valid", "test"), times = c(20, 6, 6))))
lengths(split_idx)
str(split_idx)
results <- data.frame(degree = integer(0), mse = numeric(0))
for (d in 1:4) {
  m <- lm(mpg ~ poly(hp, d), data = mtcars[split_idx$train, ])
  mse <- mean((mtcars[split_idx$valid, "mpg"] - predict(m, mtcars[split_idx$valid, ]))^2)
  results <- rbind(results, data.frame(degree = d, mse = mse))
}
results
results[which.min(results$mse), ]
confmat <- matrix(0, 2, 2, dimnames = list(pred = 0:1, true = 0:1))
for (i in 1:k) {
  g <- glm(am ~ wt, binomial, mtcars[folds != i, ])
  yhat <- as.integer(predict(g, mtcars[folds == i, ], type = "response") > 0.5)
  yt <- mtcars$am[folds == i]
  for (j in seq_along(yt)) confmat[yhat[j] + 1, yt[j] + 1] <- confmat[yhat[j] + 1, yt[j] + 1] + 1
}
confmat
library(class)
acc <- sapply(c(1, 3, 5), function(kk) mean(knn.cv(iris[, 1:4], iris$Species, k = kk) == iris$Species))
acc
