# Tuning everything: tune with svm regression, several error functions, plots, merging results
library(e1071)
data(swiss)
set.seed(100)
tn1 <- tune(svm, Fertility ~ ., data = swiss, ranges = list(epsilon = seq(0, 1, 0.5), cost = 2^(0:2)))
print(tn1)
plot(tn1)
tn1$performances
best <- tn1$best.model
pred <- predict(best, swiss)
rmse <- sqrt(mean((swiss$Fertility - pred)^2))
rmse
summary(best)
set.seed(101)
tn2 <- tune.svm(Fertility ~ ., data = swiss, kernel = "linear", cost = c(0.1, 1), tunecontrol = tune.control(sampling = "cross", cross = 5, error.fun = function(true, predictions) mean(abs(true - predictions))))
tn2
all <- rbind(data.frame(kernel = "radial", tn1$best.parameters, error = tn1$best.performance)[, c("kernel", "cost", "error")],
             data.frame(kernel = "linear", tn2$best.parameters, error = tn2$best.performance))
all
set.seed(102)
tn3 <- tune(nnet::nnet, Species ~ ., data = iris, size = 2, trace = FALSE, ranges = list(decay = c(0.01, 0.1)), predict.func = function(m, d) factor(predict(m, d, type = "class"), levels = levels(iris$Species)), tunecontrol = tune.control(cross = 3))
summary(tn3)
set.seed(103)
x <- as.matrix(iris[, 1:4]); y <- iris$Species
tn4 <- tune(svm, train.x = x, train.y = y, kernel = "radial", ranges = list(cost = 10^(-1:1), gamma = c(.5, 1, 2)))
tn4$best.parameters
xtabs(error ~ cost + gamma, tn4$performances)
round(tapply(tn4$performances$error, tn4$performances$gamma, min), 4)
set.seed(104)
idx <- sample(150, 100)
tn5 <- tune(svm, Species ~ ., data = iris[idx, ], ranges = list(cost = c(1, 10)), validation.x = iris[-idx, ], tunecontrol = tune.control(sampling = "fix"))
tn5
set.seed(105)
bm <- best.tune(svm, Species ~ ., data = iris, ranges = list(cost = c(1, 2)), tunecontrol = tune.control(cross = 3))
class(bm)
merge(tn4$performances, data.frame(gamma = c(.5, 2), label = c("half", "two")))[1:4, ]
tn4$performances[with(tn4$performances, order(error, cost)), c("cost", "gamma", "error")][1:3, ]
