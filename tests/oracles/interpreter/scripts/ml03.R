# Tuning an SVM by cross validation
library(e1071)
set.seed(1)
x <- matrix(rnorm(200 * 2), ncol = 2)
x[1:100, ] <- x[1:100, ] + 2
x[101:150, ] <- x[101:150, ] - 2
y <- c(rep(1, 150), rep(2, 50))
dat <- data.frame(x = x, y = as.factor(y))
str(dat)
train <- sample(200, 100)
svmfit <- svm(y ~ ., data = dat[train, ], kernel = "radial", gamma = 1, cost = 1)
summary(svmfit)

set.seed(1)
tune.out <- tune(svm, y ~ ., data = dat[train, ], kernel = "radial",
                 ranges = list(cost = c(0.1, 1, 10, 100, 1000), gamma = c(0.5, 1, 2, 3, 4)))
summary(tune.out)
tune.out
tune.out$best.parameters
tune.out$best.performance
perf <- tune.out$performances
perf[which.min(perf$error), ]
aggregate(error ~ cost, data = perf, FUN = mean)
bestmod <- tune.out$best.model
bestmod
tab <- table(true = dat[-train, "y"], pred = predict(bestmod, newdata = dat[-train, ]))
tab
cat("Test error:", 1 - sum(diag(tab)) / sum(tab), "\n")
plot(tune.out)
names(tune.out)
tune.out$method
tune.out$nparcomb
tune.out$sampling
length(tune.out$train.ind)
sapply(tune.out$train.ind, length)
