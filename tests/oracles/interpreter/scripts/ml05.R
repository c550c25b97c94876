# Support vector regression
library(e1071)
set.seed(2020)
x <- seq(0.1, 5, by = 0.05)
y <- log(x) + rnorm(x, sd = 0.2)
m <- svm(x, y)
new <- predict(m, x)
print(m)
plot(x, y)
points(x, log(x), col = 2)
points(x, new, col = 4)
rmse <- function(error) sqrt(mean(error^2))
rmse(y - new)
summary(m)

lin <- lm(y ~ x)
cat("lm RMSE: ", rmse(residuals(lin)), "\n", sep = "")
cat("svm RMSE: ", rmse(residuals(m)), "\n", sep = "")

for (eps in c(0, 0.1, 0.3, 0.5)) {
  fit <- svm(x, y, epsilon = eps)
  cat(sprintf("epsilon = %.1f  nSV = %3d  rmse = %.5f\n", eps, fit$tot.nSV, rmse(y - predict(fit, x))))
}
nu <- svm(x, y, type = "nu-regression", nu = 0.3)
nu
head(fitted(nu))
head(nu$residuals)

data(cars)
fit <- svm(dist ~ speed, data = cars, cross = 5, kernel = "linear")
fit$y.scale
predict(fit, data.frame(speed = c(5, 10, 15, 20)))
set.seed(5)
fit2 <- svm(dist ~ speed, cars, cost = 4, gamma = 0.25, cross = 10)
summary(fit2)
round(fit2$MSE, 3)
round(fit2$tot.MSE, 4)
round(fit2$scorrcoeff, 4)
set.seed(99)
tr <- tune.svm(dist ~ speed, data = cars, cost = 2^(0:4), epsilon = seq(0, 0.4, 0.2))
print(tr)
head(tr$performances)
best <- tr$best.model
cat("best epsilon:", best$epsilon, " best cost:", best$cost, "\n")
