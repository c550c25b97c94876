# Regression homework
fit <- lm(mpg ~ wt + hp, data = mtcars)
fit
summary(fit)
anova(fit)
confint(fit)
round(coef(summary(fit)), 3)
predict(fit, data.frame(wt = 3, hp = 110), interval = "prediction")
predict(fit, data.frame(wt = c(2, 3), hp = c(100, 150)), se.fit = TRUE)$se.fit
head(residuals(fit), 3); head(fitted(fit), 3)
cat("R squared:", round(summary(fit)$r.squared, 4), "\n")
AIC(fit); BIC(fit); logLik(fit); deviance(fit); df.residual(fit); nobs(fit); formula(fit)
fit2 <- update(fit, . ~ . + factor(cyl))
anova(fit, fit2)
summary(fit2)$coefficients
plot(fit, which = 1)
vcov(fit)
head(model.matrix(fit2), 3)
fit3 <- lm(log(mpg) ~ poly(wt, 2), mtcars); summary(fit3)
aov1 <- aov(weight ~ group, PlantGrowth); summary(aov1); aov1
TukeyHSD(aov1)
model.tables(aov1, "means")
a2 <- aov(len ~ supp * factor(dose), ToothGrowth); summary(a2)
g <- glm(am ~ wt, data = mtcars, family = binomial); g
summary(g)
exp(cbind(OR = coef(g), confint.default(g)))
p <- predict(g, type = "response"); table(mtcars$am, p > .5, dnn = c("actual", "predicted"))
anova(g, test = "Chisq")
gp <- glm(count ~ spray, InsectSprays, family = poisson); coef(gp)
drop1(fit2, test = "F")
step(lm(mpg ~ wt + hp + qsec, mtcars), trace = 0)
cooks.distance(fit)[1:3]; hatvalues(fit)[1:2]; rstandard(fit)[1:2]
sum(residuals(fit)^2)
nls(mpg ~ a * exp(b * wt), mtcars, start = list(a = 50, b = -.3))
str(summary(fit)$fstatistic)
influence.measures(lm(dist ~ speed, cars[1:8, ]))
