# caret workflow
suppressPackageStartupMessages(library(caret))
library(e1071)
data(iris)
set.seed(42)
inTrain <- createDataPartition(y = iris$Species, p = 0.75, list = FALSE)
head(inTrain)
training <- iris[inTrain, ]
testing <- iris[-inTrain, ]
dim(training); dim(testing)
preProc <- preProcess(training[, -5], method = c("center", "scale"))
preProc
trainX <- predict(preProc, training[, -5])
testX <- predict(preProc, testing[, -5])
colMeans(trainX)
apply(trainX, 2, sd)
fit <- svm(x = trainX, y = training$Species)
pred <- predict(fit, testX)
confusionMatrix(pred, testing$Species)
cm <- confusionMatrix(pred, testing$Species)
cm$overall["Accuracy"]
round(cm$byClass[, c("Sensitivity", "Specificity", "F1")], 3)
folds <- createFolds(iris$Species, k = 5)
str(folds)
accs <- sapply(folds, function(i) {
  m <- svm(Species ~ ., data = iris[-i, ])
  mean(predict(m, iris[i, ]) == iris$Species[i])
})
accs
cat("Mean CV accuracy:", round(mean(accs), 4), "+/-", round(sd(accs), 4), "\n")
RMSE(c(1, 2, 3), c(1, 2.5, 2))
R2(c(1, 2, 3), c(1, 2.5, 2))
