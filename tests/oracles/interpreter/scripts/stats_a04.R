# Simple linear regression: cars
fit <- lm(dist ~ speed, data = cars)
fit
summary(fit)
anova(fit)
confint(fit)
confint(fit, level = 0.99)
coef(fit)
coef(summary(fit))
head(residuals(fit))
head(fitted(fit), 3)
new <- data.frame(speed = c(5, 10, 15, 20))
predict(fit, new)
predict(fit, new, interval = "confidence")
predict(fit, newdata = new, interval = "prediction", level = 0.9)
p <- predict(fit, new, se.fit = TRUE)
p
vcov(fit)
deviance(fit)
df.residual(fit)
logLik(fit)
AIC(fit); BIC(fit)
nobs(fit)
formula(fit)
s <- summary(fit)
s$r.squared
s$adj.r.squared
s$sigma
s$fstatistic
h <- hatvalues(fit)
which(h > 2 * mean(h))
round(sort(cooks.distance(fit), decreasing = TRUE)[1:5], 4)
rs <- rstandard(fit)
rs[abs(rs) > 2]
tail(rstudent(fit))
shapiro.test(resid(fit))
fit2 <- lm(dist ~ speed + I(speed^2), data = cars)
anova(fit, fit2)
fit3 <- lm(sqrt(dist) ~ speed, cars)
summary(fit3)$coefficients
fit0 <- update(fit, . ~ . - 1)
fit0
# by hand
X <- cbind(1, cars$speed); y <- cars$dist
b <- solve(t(X) %*% X) %*% t(X) %*% y
b
e <- y - X %*% b
s2 <- sum(e^2) / (nrow(X) - 2)
se <- sqrt(diag(s2 * solve(crossprod(X))))
cbind(Estimate = drop(b), SE = se, t = drop(b) / se)
plot(dist ~ speed, data = cars, main = "Stopping distance")
abline(fit, col = "red")
influence.measures(fit)$is.inf[1:3, ]
head(lm.influence(fit)$hat)
