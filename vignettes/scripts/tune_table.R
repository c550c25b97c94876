# tune() over a grid with cross-validation, the best model, its confusion table
library(e1071)
set.seed(42)
x <- matrix(rnorm(80 * 2), ncol = 2)
y <- rep(c(-1, 1), each = 40)
x[y == 1, ] <- x[y == 1, ] + 1.5
dat <- data.frame(x = x, y = as.factor(y))
str(dat)
tuned <- tune(svm, y ~ ., data = dat, kernel = "linear",
              ranges = list(cost = c(0.01, 0.1, 1, 10, 100)))
summary(tuned)
best <- tuned$best.model
best$cost
length(best$index)
test <- data.frame(x = matrix(rnorm(40 * 2), ncol = 2))
names(test)
test$y <- factor(sample(c(-1, 1), 40, replace = TRUE))
test[test$y == 1, 1:2] <- test[test$y == 1, 1:2] + 1.5
confusion <- table(predict = predict(best, test), truth = test$y)
confusion
error <- 1 - sum(diag(confusion)) / sum(confusion)
if (error < 0.2) message("good enough") else message("try a radial kernel")
sprintf("error rate: %.1f %%", 100 * error)
