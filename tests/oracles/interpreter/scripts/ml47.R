# Credit scoring with logistic regression, thresholds and costs
library(MASS)
data(Pima.tr)
library(ROCR)
tr <- Pima.tr; te <- Pima.te
fit <- glm(type ~ npreg + glu + bmi + ped, binomial, tr)
summary(fit)
anova(fit, test = "Chisq")
p <- predict(fit, te, type = "response")
thresholds <- seq(0.1, 0.9, by = 0.1)
res <- t(sapply(thresholds, function(th) {
  cls <- factor(p > th, levels = c(FALSE, TRUE), labels = c("No", "Yes"))
  tab <- table(cls, te$type)
  c(threshold = th, accuracy = sum(diag(tab)) / sum(tab),
    sensitivity = tab["Yes", "Yes"] / sum(tab[, "Yes"]),
    specificity = tab["No", "No"] / sum(tab[, "No"]),
    cost = 5 * tab["No", "Yes"] + tab["Yes", "No"])
}))
res
round(res, 3)
res[which.min(res[, "cost"]), ]
pred <- prediction(p, te$type)
pred
auc <- performance(pred, "auc")
auc@y.values
cat("AUC =", round(unlist(auc@y.values), 4), "\n")
pr <- performance(pred, "prec", "rec")
pr@y.name
summary(unlist(pr@x.values))
cost.perf <- performance(pred, "cost", cost.fp = 1, cost.fn = 5)
cut <- pred@cutoffs[[1]][which.min(cost.perf@y.values[[1]])]
unname(cut)
lift <- performance(pred, "lift", "rpp")
plot(lift)
ss <- performance(pred, "sens", "spec")
best <- which.max(ss@x.values[[1]] + ss@y.values[[1]])
round(c(ss@alpha.values[[1]][best], ss@x.values[[1]][best], ss@y.values[[1]][best]), 4)
f <- performance(pred, "f")
max(f@y.values[[1]], na.rm = TRUE)
dec <- cut(p, quantile(p, 0:5 / 5), include.lowest = TRUE)
cal <- data.frame(n = as.vector(table(dec)), mean.p = tapply(p, dec, mean), observed = tapply(te$type == "Yes", dec, mean))
print(cal, digits = 3)
OR <- exp(cbind(OR = coef(fit), confint.default(fit)))
round(OR, 3)
st <- stepAIC(glm(type ~ ., binomial, tr), trace = FALSE)
st$anova
drop1(fit, test = "Chisq")
