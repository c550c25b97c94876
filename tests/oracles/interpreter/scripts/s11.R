# Neural network and svm course work
library(nnet); library(e1071)
set.seed(42)
data(iris)
idx <- sample(1:nrow(iris), 100)
train <- iris[idx, ]; test <- iris[-idx, ]
fit <- nnet(Species ~ ., data = train, size = 3, decay = 0.01, maxit = 200, trace = FALSE)
fit
pred <- predict(fit, test, type = "class")
cm <- table(pred, test$Species)
cm
cat("Accuracy:", round(sum(diag(cm)) / sum(cm), 4), "\n")
head(round(predict(fit, test), 3), 3)
summary(fit)
sv <- svm(Species ~ ., data = train, kernel = "radial", cost = 1, gamma = 0.25)
print(sv)
summary(sv)
table(predict(sv, test), test$Species)
tuned <- tune(svm, Species ~ ., data = train, ranges = list(cost = c(0.1, 1, 10), gamma = c(0.1, 0.5)))
summary(tuned)
best <- tuned$best.model
mean(predict(best, test) == test$Species)
nb <- naiveBayes(Species ~ ., data = train)
nb$apriori
nb$tables$Petal.Length
table(predict(nb, test), test$Species)
classAgreement(table(predict(nb, test), test$Species))
mn <- multinom(Species ~ Petal.Length + Petal.Width, data = train, trace = FALSE)
mn
round(coef(mn), 2)
svr <- svm(Sepal.Length ~ Petal.Length, data = train, type = "eps-regression")
sqrt(mean((predict(svr, test) - test$Sepal.Length)^2))
dim(sv$SV); sv$nSV; sv$tot.nSV; levels(sv$fitted); head(sv$index)
targets <- class.ind(train$Species)
colSums(targets)
errs <- sapply(1:3, function(h) { set.seed(1); m <- nnet(Species ~ ., train, size = h, trace = FALSE, maxit = 50); mean(predict(m, test, type = "class") != test$Species) })
names(errs) <- paste0("h", 1:3); errs
