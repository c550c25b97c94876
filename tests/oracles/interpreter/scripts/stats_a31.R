# Homework: birth weights (MASS::birthwt)
library(MASS)
data(birthwt)
bwt <- with(birthwt, {
  race <- factor(race, labels = c("white", "black", "other"))
  ptd <- factor(ptl > 0)
  ftv <- factor(ftv)
  levels(ftv)[-(1:2)] <- "2+"
  data.frame(low = factor(low), age, lwt, race, smoke = (smoke > 0), ptd, ht = (ht > 0), ui = (ui > 0), ftv)
})
summary(bwt)
str(bwt)
options(contrasts = c("contr.treatment", "contr.poly"))
g <- glm(low ~ ., binomial, bwt)
summary(g)
g2 <- step(g, trace = 0)
g2$formula
g2$anova
or <- exp(cbind(OR = coef(g2), confint.default(g2)))
print(or, digits = 3)
anova(g2, g, test = "LRT")
table(bwt$race, bwt$low)
chisq.test(table(bwt$race, bwt$low))
with(bwt, tapply(lwt, race, function(x) round(c(mean(x), sd(x)), 1)))
mosaicplot(~ race + low, bwt)
pr <- fitted(g2)
cuts <- quantile(pr, seq(0, 1, .1))
grp <- cut(pr, cuts, include.lowest = TRUE, labels = FALSE)
obs <- tapply(as.numeric(bwt$low) - 1, grp, sum)
ex <- tapply(pr, grp, sum)
hl <- data.frame(n = as.vector(table(grp)), obs = as.vector(obs), exp = round(as.vector(ex), 2))
hl
X2 <- sum((obs - ex)^2 / (ex * (1 - ex / table(grp))))
c(X2 = X2, p = pchisq(X2, 8, lower.tail = FALSE))
# ROC by hand
th <- seq(0, 1, by = .1)
roc <- t(sapply(th, function(t) c(thr = t, tpr = mean(pr[bwt$low == 1] >= t), fpr = mean(pr[bwt$low == 0] >= t))))
round(roc, 3)
auc <- mean(outer(pr[bwt$low == 1], pr[bwt$low == 0], ">") + .5 * outer(pr[bwt$low == 1], pr[bwt$low == 0], "=="))
auc
wilcox.test(pr ~ bwt$low)$statistic / (sum(bwt$low == 1) * sum(bwt$low == 0))
lm1 <- lm(bwt ~ age + lwt + factor(race) + smoke, data = birthwt)
summary(lm1)
by(birthwt$bwt, birthwt$smoke, function(x) c(mean = mean(x), sd = sd(x)))
plot(g2, which = 2)
rstandard(g2)[1:4]
residuals(g2, "working")[1:4]
