# nnet: trace output, skip layers, linear output, Hessian
library(nnet)
set.seed(1)
x <- seq(-3, 3, length.out = 60)
d <- data.frame(x = x, y = sin(x) + rnorm(60, sd = 0.1))
fit <- nnet(y ~ x, data = d, size = 3, linout = TRUE, maxit = 100)
fit
summary(fit)
sqrt(mean(residuals(fit)^2))
set.seed(2)
fit2 <- nnet(y ~ x, data = d, size = 3, linout = TRUE, decay = 0.01, maxit = 500, trace = FALSE, Hess = TRUE)
dim(fit2$Hessian)
all(eigen(fit2$Hessian, only.values = TRUE)$values > 0)
predict(fit2, data.frame(x = c(-1, 0, 1)))
predict(fit2, data.frame(x = 0))[1, 1]
set.seed(3)
fit3 <- nnet(y ~ x, data = d, size = 2, skip = TRUE, linout = TRUE, trace = FALSE, maxit = 200)
summary(fit3)
# weights and starting values
w0 <- seq(-0.3, 0.3, length.out = 10)
fit4 <- nnet(y ~ x, data = d, size = 3, linout = TRUE, Wts = w0, trace = FALSE)
fit4$value
fit4$convergence
# entropy fitting
set.seed(4)
d2 <- data.frame(a = rnorm(80), b = rnorm(80))
d2$cls <- factor(ifelse(d2$a^2 + d2$b^2 > 1.2, "out", "in"))
table(d2$cls)
e1 <- nnet(cls ~ a + b, data = d2, size = 3, decay = 0.01, maxit = 60)
e1
table(predict(e1, type = "class"), d2$cls)
range(predict(e1))
e1$call
e1$lev
e1$entropy
e1$softmax
e1$coefnames
e1$terms
set.seed(5)
m3 <- nnet(Species ~ ., iris, size = 1, maxit = 20, trace = FALSE)
p <- try(nnet(Species ~ ., iris, trace = FALSE), silent = TRUE)
cat(p)
r <- try(nnet(y ~ x, d, size = 400), silent = TRUE)
cat(r)
cat(geterrmessage())
vals <- sapply(1:5, function(s) { set.seed(s); nnet(y ~ x, d, size = 2, linout = TRUE, trace = FALSE)$value })
round(vals, 4)
cat("best start:", which.min(vals), "\n")
nnetHess(fit2, d$x, d$y)[1:2, 1:2]
which.is.max(c(1, 5, 5, 2)) %in% 2:3
