# Count data and glm extras
ins <- InsectSprays; m0 <- glm(count ~ 1, poisson, ins); m1 <- glm(count ~ spray, poisson, ins)
anova(m0, m1, test = "Chisq"); m1; c(deviance(m1), df.residual(m1)); deviance(m1) / df.residual(m1)
1 - pchisq(deviance(m1), df.residual(m1)); exp(coef(m1)); round(exp(cbind(est = coef(m1), confint.default(m1))), 2)
q1 <- glm(count ~ spray, quasipoisson, ins); summary(q1); summary(q1)$dispersion; anova(q1, test = "F")
tapply(ins$count, ins$spray, function(v) c(mean = mean(v), var = var(v)))
t(sapply(split(ins$count, ins$spray), function(v) c(mean = mean(v), var = var(v), n = length(v))))
plot(m1, which = 1); residuals(m1)[1:4]; rstandard(m1)[1:3]; head(predict(m1), 3); head(predict(m1, type = "response"), 3); predict(m1, data.frame(spray = "C"), type = "link", se.fit = TRUE)
dose <- c(0, 10, 20, 50, 100); dead <- c(1, 3, 9, 16, 20); n <- rep(20, 5)
b1 <- glm(cbind(dead, n - dead) ~ dose, family = binomial); summary(b1); b2 <- glm(dead / n ~ dose, family = binomial, weights = n); all.equal(coef(b1), coef(b2))
b3 <- glm(cbind(dead, n - dead) ~ log1p(dose), family = binomial(link = probit)); b3$coefficients; AIC(b1, b3); ld50 <- -coef(b1)[[1]] / coef(b1)[[2]]; ld50
data.frame(dose, obs = dead / n, fit = round(fitted(b1), 3)); predict(b1, list(dose = 30), type = "response"); xs <- seq(0, 100, 25); round(plogis(coef(b1)[1] + coef(b1)[2] * xs), 3)
pearson <- sum(residuals(b1, "pearson")^2); pearson; b1$null.deviance - b1$deviance; b1$family$link; b1$formula; b1$df.null; b1$aic; logLik(b1); nobs(b1); family(b1)$variance(.2); b1$y; b1$weights; model.matrix(b1)
g <- glm(dist ~ speed, Gamma(link = "identity"), data = cars[-1, ], start = c(-10, 3)); round(coef(g), 3); gl2 <- glm(log(dist) ~ log(speed), data = cars); gl2; summary(gl2)$coefficients
wb <- glm(breaks ~ wool + tension, poisson(link = "log"), warpbreaks); step(wb, trace = FALSE); drop1(wb, test = "Chisq"); add1(wb, ~ .^2, test = "Chisq"); update(wb, . ~ wool * tension)$deviance; vcov(wb); round(summary(wb)$cov.scaled, 4); summary(wb, correlation = TRUE)
rate <- data.frame(ev = c(5, 9, 12), py = c(100, 150, 120), g = c("a", "b", "c")); r <- glm(ev ~ g, poisson, rate, offset = log(py)); exp(coef(r)); predict(r, data.frame(g = "b", py = 1), type = "response"); rate$rate <- with(rate, 1000 * ev / py); rate; r$offset
poisson.test(9, 150)$conf.int; ppois(4, 3); with(warpbreaks, tapply(breaks, list(wool, tension), var)); table(cut(fitted(wb), 3)); quantile(resid(wb, "pearson")); which.max(cooks.distance(wb)); influence(wb)$hat[1:3]
by(warpbreaks$breaks, warpbreaks$tension, function(b) round(c(m = mean(b), v = var(b)), 1)); glm(am ~ 1, binomial, mtcars)$coefficients; qlogis(mean(mtcars$am)); coef(summary(glm(am ~ mpg, binomial, mtcars)))["mpg", "Pr(>|z|)"]; print(summary(glm(am ~ mpg, binomial, mtcars)), digits = 3, signif.stars = FALSE); printCoefmat(coef(summary(wb)), digits = 3); exp(confint.default(glm(am ~ mpg, binomial, mtcars)))["mpg", ]
