# Imbalanced classes: class.weights and one-class machines
library(e1071)
set.seed(7)
n1 <- 90; n2 <- 10
d <- data.frame(x1 = c(rnorm(n1), rnorm(n2, 1.5)), x2 = c(rnorm(n1), rnorm(n2, 1.5)),
                class = factor(c(rep("common", n1), rep("rare", n2))))
summary(d)
plain <- svm(class ~ ., data = d)
t0 <- table(pred = fitted(plain), true = d$class)
t0
wts <- 100 / table(d$class)
wts
weighted <- svm(class ~ ., data = d, class.weights = wts)
t1 <- table(pred = fitted(weighted), true = d$class)
t1
w2 <- svm(class ~ ., data = d, class.weights = c(common = 1, rare = 5))
w2
inv <- svm(class ~ ., data = d, class.weights = "inverse")
table(pred = fitted(inv), true = d$class)
recall <- function(tab, cls) tab[cls, cls] / sum(tab[, cls])
precision <- function(tab, cls) tab[cls, cls] / sum(tab[cls, ])
sapply(list(plain = t0, weighted = t1), recall, cls = "rare")
sapply(list(plain = t0, weighted = t1), precision, cls = "common")

oc <- svm(d[d$class == "common", 1:2], y = NULL, type = "one-classification", nu = 0.1)
oc
summary(oc)
inside <- predict(oc, d[, 1:2])
table(inside, d$class)
str(inside)
nuc <- svm(class ~ ., data = d, type = "nu-classification", nu = 0.15, kernel = "polynomial", degree = 2, coef0 = 1)
summary(nuc)
mean(fitted(nuc) == d$class)
res <- try(svm(class ~ ., data = d, type = "nu-classification", nu = 0.9), silent = TRUE)
cat(res)
