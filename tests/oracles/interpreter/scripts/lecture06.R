# Linear regression on Boston
library(MASS)
str(Boston)
set.seed(1234)
n <- nrow(Boston)
train <- sample(1:n, n * 0.8)
lm.fit <- lm(medv ~ lstat, data = Boston, subset = train)
summary(lm.fit)
confint(lm.fit)
predict(lm.fit, data.frame(lstat = c(5, 10, 15)), interval = "confidence")
predict(lm.fit, data.frame(lstat = c(5, 10, 15)), interval = "prediction")
lm.fit2 <- lm(medv ~ lstat + I(lstat^2), data = Boston, subset = train)
summary(lm.fit2)
anova(lm.fit, lm.fit2)
lm.fit5 <- lm(medv ~ poly(lstat, 5), data = Boston[train, ])
round(coef(summary(lm.fit5)), 4)
lm.all <- lm(medv ~ . - age, data = Boston[train, ])
summary(lm.all)$r.sq
mse <- function(m) mean((Boston$medv[-train] - predict(m, Boston[-train, ]))^2)
results <- data.frame(model = c("linear", "quadratic", "poly5", "all"),
                      mse = c(mse(lm.fit), mse(lm.fit2), mse(lm.fit5), mse(lm.all)))
results
results[order(results$mse), ]
cv.error <- rep(0, 4)
folds <- sample(rep(1:10, length.out = n))
for (d in 1:4) {
  e <- 0
  for (k in 1:10) {
    fit <- lm(medv ~ poly(lstat, d), data = Boston[folds != k, ])
    e <- e + sum((Boston$medv[folds == k] - predict(fit, Boston[folds == k, ]))^2)
  }
  cv.error[d] <- e / n
}
cv.error
plot(1:4, cv.error, type = "b", xlab = "Degree", ylab = "CV error")
