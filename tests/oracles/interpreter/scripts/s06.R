# Logistic regression, confusion table, ROC by hand
data(mtcars)
fit <- glm(am ~ wt + hp, data = mtcars, family = binomial)
summary(fit)
p <- predict(fit, type = "response")
pred <- ifelse(p > 0.5, 1, 0)
tab <- table(Predicted = pred, Actual = mtcars$am)
tab
acc <- sum(diag(tab)) / sum(tab)
cat("Accuracy:", acc, "\n")
sens <- tab["1", "1"] / sum(tab[, "1"]); spec <- tab["0", "0"] / sum(tab[, "0"])
cat(sprintf("Sensitivity %.3f, specificity %.3f\n", sens, spec))
thr <- seq(0, 1, by = 0.1)
roc <- t(sapply(thr, function(th) {
  yhat <- p >= th
  c(threshold = th, tpr = mean(yhat[mtcars$am == 1]), fpr = mean(yhat[mtcars$am == 0]))
}))
roc
auc <- function(score, truth) { r <- rank(score); n1 <- sum(truth == 1); n0 <- sum(truth == 0); (sum(r[truth == 1]) - n1 * (n1 + 1) / 2) / (n1 * n0) }
auc(p, mtcars$am)
anova(fit, test = "Chisq")
exp(cbind(OR = coef(fit), confint.default(fit)))
null <- glm(am ~ 1, data = mtcars, family = binomial())
1 - logLik(fit) / logLik(null)
as.numeric(1 - deviance(fit) / fit$null.deviance)
fit2 <- update(fit, . ~ . - hp)
fit2
AIC(fit, fit2)
round(residuals(fit, "deviance")[1:4], 4)
pois <- glm(count ~ spray, data = InsectSprays, family = poisson)
summary(pois)
pois$family
anova(pois, test = "Chisq")
predict(pois, data.frame(spray = c("A", "C")), type = "response")
sum(residuals(pois, type = "pearson")^2) / df.residual(pois)
