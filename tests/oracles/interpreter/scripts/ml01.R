# Lab 1: support vector machines on the iris data
library(e1071)
data(iris)
set.seed(123)
n <- nrow(iris)
train_idx <- sample(1:n, size = round(0.7 * n))
train <- iris[train_idx, ]
test <- iris[-train_idx, ]
cat("Training rows:", nrow(train), " Test rows:", nrow(test), "\n")
table(train$Species)

model <- svm(Species ~ ., data = train)
print(model)
summary(model)

pred <- predict(model, test)
head(pred)
conf <- table(Predicted = pred, Actual = test$Species)
conf
accuracy <- sum(diag(conf)) / sum(conf)
cat(sprintf("Accuracy: %.4f\n", accuracy))

# the kernels side by side
kernels <- c("linear", "polynomial", "radial", "sigmoid")
results <- data.frame(kernel = kernels, train = NA_real_, test = NA_real_, nSV = NA_integer_)
for (i in seq_along(kernels)) {
  m <- svm(Species ~ ., data = train, kernel = kernels[i])
  results$train[i] <- mean(predict(m, train) == train$Species)
  results$test[i] <- mean(predict(m, test) == test$Species)
  results$nSV[i] <- m$tot.nSV
}
results
results[order(-results$test), ]
best <- results$kernel[which.max(results$test)]
cat("Best kernel:", best, "\n")

# a two-dimensional look
m2 <- svm(Species ~ Petal.Length + Petal.Width, data = train, cost = 10, gamma = 0.5)
plot(m2, train, Petal.Width ~ Petal.Length)
m2$nSV
m2$labels
m2$levels
m2$index
head(m2$SV)
dim(m2$coefs)
round(m2$rho, 5)
class(m2)
setdiff(names(m2), "xlevels")[25:28]
