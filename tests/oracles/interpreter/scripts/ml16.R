# ROC curves: by hand, with ROCR, with pROC and caTools
suppressPackageStartupMessages({
  library(pROC)
  library(ROCR)
  library(caTools)
})
library(MASS)
fit <- glm(low ~ age + lwt + factor(race) + smoke + ht, data = birthwt, family = binomial)
p <- fitted(fit)
y <- birthwt$low
roc_by_hand <- function(score, label) {
  th <- sort(unique(score), decreasing = TRUE)
  tpr <- sapply(th, function(t) sum(score >= t & label == 1) / sum(label == 1))
  fpr <- sapply(th, function(t) sum(score >= t & label == 0) / sum(label == 0))
  data.frame(threshold = th, tpr = tpr, fpr = fpr)
}
r <- roc_by_hand(p, y)
head(r)
dim(r)
fpr <- c(0, r$fpr); tpr <- c(0, r$tpr)
auc_hand <- sum(diff(fpr) * (head(tpr, -1) + tail(tpr, -1)) / 2)
auc_hand
trapz(fpr, tpr)
colAUC(p, y)
ro <- roc(y, p, quiet = TRUE)
ro
auc(ro)
ci(ro)
coords(ro, "best", ret = c("threshold", "sensitivity", "specificity"))
plot(ro, print.auc = TRUE)
pred <- prediction(p, y)
perf <- performance(pred, "tpr", "fpr")
plot(perf, colorize = TRUE)
performance(pred, "auc")@y.values[[1]]
class(perf)
slotNames(perf)
perf@x.name
head(perf@x.values[[1]])
acc <- performance(pred, measure = "acc")
i <- which.max(acc@y.values[[1]])
c(cutoff = acc@x.values[[1]][i], accuracy = acc@y.values[[1]][i])
w <- wilcox.test(p[y == 1], p[y == 0], exact = FALSE)
unname(w$statistic) / (sum(y == 1) * sum(y == 0))
set.seed(101)
split <- sample.split(birthwt$low, SplitRatio = 0.8)
table(split, birthwt$low)
f2 <- glm(low ~ lwt + smoke, data = birthwt, subset = split, family = binomial)
r2 <- roc(birthwt$low[!split], predict(f2, birthwt[!split, ], type = "response"))
r2$auc
r1 <- roc(birthwt$low[!split], predict(fit, birthwt[!split, ], type = "response"), quiet = TRUE)
roc.test(r1, r2)
