# ROC by hand on birthwt, ROCR beside it
library(MASS)
suppressMessages(library(ROCR))
data(birthwt)
bwt <- with(birthwt, {
  race <- factor(race, labels = c("white", "black", "other"))
  ptd <- factor(ptl > 0)
  ftv <- factor(ftv)
  levels(ftv)[-(1:2)] <- "2+"
  data.frame(low = factor(low), age, lwt, race, smoke = (smoke > 0), ptd, ht = (ht > 0), ui = (ui > 0), ftv)
})
str(bwt)
summary(bwt)
options(contrasts = c("contr.treatment", "contr.poly"))
fit <- glm(low ~ ., binomial, bwt)
fit
birthwt.step <- step(fit)
birthwt.step$anova
p <- fitted(birthwt.step)
thresholds <- seq(0, 1, by = 0.1)
roc <- t(sapply(thresholds, function(t) {
  pred <- p >= t
  c(threshold = t, tpr = mean(pred[bwt$low == 1]), fpr = mean(pred[bwt$low == 0]))
}))
roc
pred <- prediction(p, bwt$low)
perf <- performance(pred, "tpr", "fpr")
plot(perf, colorize = TRUE)
abline(0, 1, lty = 2)
auc <- performance(pred, measure = "auc")
auc@y.values[[1]]
pairs <- outer(p[bwt$low == 1], p[bwt$low == 0], ">")
mean(pairs)
acc <- performance(pred, "acc")
acc@x.values[[1]][which.max(acc@y.values[[1]])]
