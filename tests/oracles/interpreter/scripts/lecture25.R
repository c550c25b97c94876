# Support vector regression and the epsilon tube
library(e1071)
x <- c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)
y <- c(3, 4, 5, 4, 8, 10, 10, 11, 14, 20, 23, 24, 32, 34, 35, 37, 42, 48, 53, 60)
train <- data.frame(x, y)
plot(train, pch = 16)
model <- lm(y ~ x, train)
abline(model)
model
rmse <- function(error) sqrt(mean(error^2))
error <- model$residuals
predictionRMSE <- rmse(error)
predictionRMSE
model_svm <- svm(y ~ x, train)
pred <- predict(model_svm, train)
points(train$x, pred, col = "blue", pch = 4)
pred
error_2 <- train$y - pred
svm_error <- rmse(error_2)
svm_error
set.seed(1)
svm_tune <- tune(svm, y ~ x, data = train, ranges = list(epsilon = seq(0, 1, 0.25), cost = 2^(2:5)))
print(svm_tune)
best_mod <- svm_tune$best.model
best_mod
best_mod_pred <- predict(best_mod, train)
best_mod_RMSE <- rmse(train$y - best_mod_pred)
best_mod_RMSE
summary(best_mod)
W <- t(model_svm$coefs) %*% model_svm$SV
b <- model_svm$rho
W; b
model_svm$index
data.frame(eps = c(0.1, 0.5, 1), nsv = sapply(c(0.1, 0.5, 1), function(e) svm(y ~ x, train, epsilon = e)$tot.nSV))
lin <- svm(y ~ x, train, kernel = "linear")
coef(lin)
svm(y ~ x, train, type = "nu-regression", nu = 0.4)
