# neuralnet-free multi-class with nnet and own evaluation functions
library(nnet)
set.seed(100)
n <- 60
d <- data.frame(x1 = rnorm(n), x2 = rnorm(n)); d$y <- factor(ifelse(d$x1 + d$x2 + rnorm(n, sd = .3) > 0, "pos", "neg"))
tr <- sample(n, 40)
net <- nnet(y ~ x1 + x2, data = d, subset = tr, size = 2, decay = 5e-3, maxit = 100)
summary(net)
p <- predict(net, d[-tr, ])
dim(p); head(round(p, 4), 4)
cls <- predict(net, d[-tr, ], type = "class"); table(cls, d$y[-tr])
confusion <- function(pred, true) { t <- table(pred, true); list(table = t, acc = sum(diag(t)) / sum(t), err = 1 - sum(diag(t)) / sum(t)) }
confusion(cls, d$y[-tr])
net$n; net$nunits; net$convergence; length(net$wts); round(net$value, 4)
roc <- function(score, lab) { o <- order(score, decreasing = TRUE); l <- lab[o] == "pos"; data.frame(fpr = cumsum(!l) / sum(!l), tpr = cumsum(l) / sum(l)) }
r <- roc(p[, 1], d$y[-tr]); head(r); auc <- sum(diff(c(0, r$fpr)) * r$tpr); auc
plot(r, type = "l"); abline(0, 1, lty = 2)
sizes <- 1:3; errs <- sapply(sizes, function(s) { set.seed(1); f <- nnet(y ~ ., d[tr, ], size = s, maxit = 60, trace = FALSE); mean(predict(f, d[-tr, ], type = "class") != d$y[-tr]) })
data.frame(size = sizes, error = errs)
reg <- nnet(mpg ~ wt + hp, data = as.data.frame(scale(mtcars)), size = 2, linout = TRUE, trace = FALSE, maxit = 30)
round(sum(residuals(reg)^2), 2)
class(reg); is.list(reg); names(reg)[1:5]
mm <- multinom(Species ~ Sepal.Length, iris); summary(mm)
head(fitted(mm), 2); predict(mm, iris[c(1, 60, 120), ]); AIC(mm)
model.matrix(~ factor(c("a", "b", "c")))
x <- as.matrix(d[1:3, 1:2]); x %*% c(1, -1)
