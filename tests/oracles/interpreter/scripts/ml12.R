# Multinomial logistic regression
library(nnet)
library(MASS)
m <- multinom(Species ~ Petal.Length + Petal.Width, data = iris, maxit = 50)
m2 <- multinom(Species ~ Sepal.Length + Sepal.Width, data = iris, trace = FALSE, maxit = 500)
m2
options(digits = 4)
bwt <- with(birthwt, {
  race <- factor(race, labels = c("white", "black", "other"))
  ptd <- factor(ptl > 0)
  ftv <- factor(ftv)
  levels(ftv)[-(1:2)] <- "2+"
  data.frame(low = factor(low), age, lwt, race, smoke = (smoke > 0), ptd, ht = (ht > 0), ui = (ui > 0), ftv)
})
bwt.mu <- multinom(low ~ ., bwt)
bwt.mu
summary(bwt.mu)
fit <- multinom(race ~ age + lwt + smoke, data = bwt)
s <- summary(fit)
s
z <- s$coefficients / s$standard.errors
z
p <- (1 - pnorm(abs(z))) * 2
round(p, 4)
exp(coef(fit))
head(pp <- fitted(fit))
table(bwt$race, predict(fit))
nd <- data.frame(age = 25, lwt = c(100, 130, 160), smoke = c(TRUE, FALSE, TRUE))
predict(fit, nd)
predict(fit, nd, "probs")
cbind(nd, round(predict(fit, nd, type = "probs"), 3))
fit0 <- multinom(race ~ 1, data = bwt, trace = FALSE)
anova(fit0, fit)
AIC(fit0, fit)
deviance(fit0) - deviance(fit)
logLik(fit)
confint(fit)
vcov(fit)[1:3, 1:3]
1 - as.numeric(logLik(fit) / logLik(fit0))
