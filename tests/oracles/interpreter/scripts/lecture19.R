# tune nnet and svm, fgl glass data
library(MASS); library(e1071)
data(fgl)
str(fgl)
levels(fgl$type)
table(fgl$type)
set.seed(71)
index <- sample(1:nrow(fgl), round(nrow(fgl) * 0.66))
train <- fgl[index, ]; test <- fgl[-index, ]
svm.model <- svm(type ~ ., data = train, cost = 100, gamma = 0.1)
summary(svm.model)
svm.pred <- predict(svm.model, test[, -10])
table(pred = svm.pred, true = test[, 10])
obj <- tune(svm, type ~ ., data = train,
            ranges = list(gamma = 2^(-3:0), cost = 2^(0:3)),
            tunecontrol = tune.control(sampling = "cross", cross = 5))
obj
summary(obj)
obj$best.model
plot(obj)
head(obj$performances[order(obj$performances$error), ], 3)
pred <- predict(obj$best.model, test)
conf <- table(pred, test$type)
addmargins(conf)
class.err <- 1 - diag(conf) / colSums(conf)
round(class.err, 3)
library(nnet)
set.seed(3)
mn <- multinom(type ~ ., data = train, maxit = 200, trace = FALSE)
mn$AIC
mean(predict(mn, test) == test$type)
aggregate(cbind(RI, Na, Mg) ~ type, data = fgl, FUN = mean)
