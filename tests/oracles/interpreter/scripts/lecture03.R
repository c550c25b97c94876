# SVM on cats: linear and radial kernel
library(e1071)
data(cats, package = "MASS")
head(cats)
tapply(cats$Hwt, cats$Sex, mean)
m <- svm(Sex ~ ., data = cats)
m
summary(m)
plot(m, cats)
ct <- table(true = cats$Sex, pred = predict(m))
ct
index <- 1:nrow(cats)
set.seed(10)
testindex <- sample(index, trunc(length(index) / 3))
testset <- cats[testindex, ]
trainset <- cats[-testindex, ]
model <- svm(Sex ~ ., data = trainset)
prediction <- predict(model, testset[, -1])
tab <- table(pred = prediction, true = testset[, 1])
tab
classAgreement(tab)
tuned <- tune.svm(Sex ~ ., data = trainset, gamma = 10^(-3:-1), cost = 10^(0:2))
summary(tuned)
tuned$best.parameters
model <- svm(Sex ~ ., data = trainset, kernel = "radial", gamma = 0.1, cost = 1, probability = TRUE)
p <- predict(model, testset, decision.values = TRUE)
head(attr(p, "decision.values"), 4)
for (kern in c("linear", "polynomial", "radial", "sigmoid")) {
  mod <- svm(Sex ~ ., data = trainset, kernel = kern)
  acc <- mean(predict(mod, testset) == testset$Sex)
  cat(sprintf("%-12s nSV = %3d  accuracy = %.3f\n", kern, mod$tot.nSV, acc))
}
