# Train and test sets drawn with sample(), a support vector machine, a confusion table
library(e1071)
data(iris)
set.seed(123)
n <- nrow(iris)
train <- sample(1:n, size = round(0.7 * n))
iris.train <- iris[train, ]
iris.test <- iris[-train, ]
dim(iris.train)
table(iris.train$Species)

fit <- svm(Species ~ ., data = iris.train, kernel = "radial", cost = 10, gamma = 0.1)
summary(fit)
pred <- predict(fit, iris.test)
tab <- table(Predicted = pred, Actual = iris.test$Species)
tab
cat("Accuracy:", round(sum(diag(tab)) / sum(tab), 4), "\n")
prop.table(tab, margin = 2)
misclassified <- which(pred != iris.test$Species)
iris.test[misclassified, c("Petal.Length", "Petal.Width", "Species")]
