# caret: folds, partitions, confusion matrices
suppressPackageStartupMessages(library(caret))
library(e1071)
set.seed(998)
inTraining <- createDataPartition(iris$Species, p = 0.75, list = FALSE)
head(inTraining)
training <- iris[inTraining, ]
testing <- iris[-inTraining, ]
table(training$Species); table(testing$Species)
fit <- svm(Species ~ ., data = training, kernel = "linear", cost = 1)
pred <- predict(fit, testing)
cm <- confusionMatrix(pred, testing$Species)
cm
cm$overall
round(cm$byClass, 3)
cm$table
cm$overall["Accuracy"]
set.seed(1)
folds <- createFolds(iris$Species, k = 5)
str(folds)
cv <- lapply(folds, function(x) {
  tr <- iris[-x, ]
  te <- iris[x, ]
  m <- naiveBayes(Species ~ ., data = tr)
  mean(predict(m, te) == te$Species)
})
unlist(cv)
mean(unlist(cv))
set.seed(2)
f2 <- createFolds(iris$Species, k = 3, list = FALSE)
table(f2, iris$Species)
set.seed(2)
f3 <- createFolds(iris$Species, k = 3, returnTrain = TRUE)
sapply(f3, length)
pp <- preProcess(training[, 1:4], method = c("center", "scale"))
pp
tr_s <- predict(pp, training[, 1:4])
round(colMeans(tr_s), 6)
apply(tr_s, 2, sd)
te_s <- predict(pp, testing[, 1:4])
head(te_s)
bin <- factor(ifelse(testing$Species == "virginica", "yes", "no"), levels = c("yes", "no"))
pbin <- factor(ifelse(pred == "virginica", "yes", "no"), levels = c("yes", "no"))
confusionMatrix(pbin, bin, positive = "yes")
sensitivity(pbin, bin)
specificity(pbin, bin)
