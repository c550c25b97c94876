# tune.svm, best.svm and tune.control
library(e1071)
data(infert)
inf <- transform(infert, case = factor(case))
set.seed(42)
obj <- tune.svm(case ~ parity + induced + spontaneous, data = inf,
                gamma = 2^(-2:1), cost = 2^(0:3),
                tunecontrol = tune.control(sampling = "fix"))
obj
summary(obj)
obj$performances[order(obj$performances$error), ][1:5, ]

set.seed(42)
obj2 <- tune.svm(case ~ spontaneous + induced, data = inf, cost = c(0.5, 1, 2),
                 tunecontrol = tune.control(sampling = "cross", cross = 5))
print(obj2)
round(obj2$performances, 4)

set.seed(42)
obj3 <- tune.svm(case ~ spontaneous + induced, data = inf, cost = c(0.5, 1, 2),
                 tunecontrol = tune.control(sampling = "bootstrap", nboot = 5, boot.size = 0.8))
summary(obj3)

set.seed(7)
b <- best.svm(case ~ spontaneous + induced, data = inf, cost = c(0.1, 1, 5),
              tunecontrol = tune.control(cross = 4))
b
class(b)
table(predict(b), inf$case)

# own error measure
set.seed(3)
err <- function(true, pred) mean(true == "1" & pred == "0") / mean(true == "1")
obj4 <- tune(svm, case ~ spontaneous + induced + age, data = inf,
             ranges = list(cost = c(1, 4)),
             tunecontrol = tune.control(error.fun = err, cross = 3))
obj4
obj4$performances
tc <- tune.control()
tc$cross
tc$sampling
names(tc)
