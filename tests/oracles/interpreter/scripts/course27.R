# Second-course regression and glm homework
set.seed(10)
n <- 40
d <- data.frame(hours = round(runif(n, 1, 10), 1), group = factor(sample(c("ctl", "trt"), n, TRUE)))
d$score <- 40 + 5 * d$hours + ifelse(d$group == "trt", 6, 0) + rnorm(n, 0, 5)
head(d)
summary(d)
tapply(d$score, d$group, summary)
m0 <- lm(score ~ 1, d); m1 <- lm(score ~ hours, d); m2 <- lm(score ~ hours + group, d); m3 <- lm(score ~ hours * group, d)
m2
summary(m2)
anova(m0, m1, m2, m3)
sapply(list(m0, m1, m2, m3), AIC)
AIC(m1, m2, m3)
contrasts(d$group); model.matrix(~ group, d)[1:3, ]
new <- expand.grid(hours = c(2, 8), group = levels(d$group)); cbind(new, fit = predict(m2, new)); predict(m2, new, interval = "confidence", level = .9)
cat("Slope:", round(coef(m2)["hours"], 3), "\n"); coef(m2)[[2]]; names(coef(m3)); summary(m2)$sigma; summary(m2)$adj.r.squared; summary(m2)$df
b <- cov(d$hours, d$score) / var(d$hours); a <- mean(d$score) - b * mean(d$hours); c(a = a, b = b); all.equal(unname(coef(m1)), c(a, b))
X <- cbind(1, d$hours); solve(t(X) %*% X, t(X) %*% d$score); drop(solve(crossprod(X), crossprod(X, d$score)))
d$pass <- d$score > 70; gl <- glm(pass ~ hours, binomial, d); summary(gl); round(predict(gl, data.frame(hours = c(3, 6)), type = "response"), 3); table(pred = fitted(gl) > .5, truth = d$pass); mean((fitted(gl) > .5) == d$pass); -coef(gl)[1] / coef(gl)[2]; deviance(gl); gl$null.deviance; with(gl, pchisq(null.deviance - deviance, df.null - df.residual, lower.tail = FALSE))
pg <- glm(breaks ~ wool + tension, poisson, warpbreaks); summary(pg); anova(pg, test = "Chisq"); exp(coef(pg)); sum(residuals(pg, "pearson")^2) / df.residual(pg); qp <- update(pg, family = quasipoisson); summary(qp)$dispersion; summary(qp)
res <- resid(m1); shapiro.test(res)$p.value; round(quantile(res), 2); qqnorm(res, plot.it = FALSE)$x[1:3]; durbin <- sum(diff(res)^2) / sum(res^2); durbin
aov2 <- aov(yield ~ block + N * P * K, npk); summary(aov2); aov3 <- aov(yield ~ N * P * K + Error(block), npk); summary(aov3); coef(aov2)[1:3]; TukeyHSD(aov(breaks ~ tension, warpbreaks)); kruskal.test(breaks ~ tension, warpbreaks)$p.value
l <- lm(cbind(mpg, hp) ~ wt, mtcars); l; coef(l); plm <- lm(mpg ~ wt + I(wt^2), mtcars); plm; anova(lm(mpg ~ wt, mtcars), plm); lm(mpg ~ factor(cyl) - 1, mtcars); lm(mpg ~ ., mtcars[1:4]); cor(mtcars[c("mpg", "wt", "hp")])[, 1]; lm(mpg ~ wt, mtcars, subset = cyl == 4); lm(mpg ~ wt, mtcars, weights = hp)$coefficients; lowess(cars)$y[1:3]; p <- prcomp(USArrests, scale. = TRUE); p; summary(p); k <- kmeans(c(1, 2, 10, 11), centers = c(1, 10)); k$cluster; k$centers; cutree(hclust(dist(c(1, 2, 10, 11))), 2); dist(matrix(1:4, 2)); median(d$score); t.test(score ~ group, d)$statistic; residuals(m2)[1:3]; print(anova(m2)); str(coef(m2)); plot(m1); abline(m1); class(m1); is.list(m1); names(m1); head(model.frame(m1), 2); terms(m1)[[3]]; alias(m1)$Model; extractAIC(m2); case.names(m1)[1:3]; variable.names(m2); simulate(m0, 1, seed = 1)[1:2, ]; relevel(d$group, "trt")[1:3]; optim(c(1, 1), function(p) sum((d$score - p[1] - p[2] * d$hours)^2))$convergence; nlm(function(x) (x - 3)^2, 1)$code; spline(1:3, c(1, 4, 9), n = 4); approx(1:3, c(10, 20, 30), xout = 2.5)$y; mahalanobis(c(1, 1), c(0, 0), diag(2)); cor.test(d$hours, d$score)$estimate
