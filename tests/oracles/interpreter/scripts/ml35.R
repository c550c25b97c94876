# Market of metrics: multi-class precision, recall, F1, macro and weighted averages
actual <- factor(c("cat","dog","bird","cat","dog","bird","cat","dog","cat","bird","dog","cat"))
pred <- factor(c("cat","dog","cat","cat","cat","bird","dog","dog","cat","bird","dog","bird"), levels = levels(actual))
cm <- as.matrix(table(Actual = actual, Predicted = pred))
cm
n <- sum(cm)
nc <- nrow(cm)
diag <- diag(cm)
rowsums <- apply(cm, 1, sum)
colsums <- apply(cm, 2, sum)
p <- rowsums / n
q <- colsums / n
accuracy <- sum(diag) / n
accuracy
precision <- diag / colsums
recall <- diag / rowsums
f1 <- 2 * precision * recall / (precision + recall)
data.frame(precision, recall, f1)
macroPrecision <- mean(precision)
macroRecall <- mean(recall)
macroF1 <- mean(f1)
data.frame(macroPrecision, macroRecall, macroF1)
oneVsAll <- lapply(1:nc, function(i) {
  v <- c(cm[i, i], rowsums[i] - cm[i, i], colsums[i] - cm[i, i], n - rowsums[i] - colsums[i] + cm[i, i])
  matrix(v, nrow = 2, byrow = TRUE, dimnames = list(c("yes", "no"), c("yes", "no")))
})
names(oneVsAll) <- rownames(cm)
oneVsAll
s <- Reduce("+", oneVsAll)
s
avgAccuracy <- sum(diag(s)) / sum(s)
avgAccuracy
micro_prf <- (diag(s) / apply(s, 1, sum))[1]
micro_prf
mcIndex <- which(rowsums == max(rowsums))[1]
mcAccuracy <- as.numeric(p[mcIndex])
mcAccuracy
expAccuracy <- sum(p * q)
kappa <- (accuracy - expAccuracy) / (1 - expAccuracy)
kappa
rmAccuracy <- (1 / nc) * sum(p)
cat("Weighted F1:", sum(f1 * p), "\n")
cat(sprintf("%-6s P=%.2f R=%.2f F1=%.2f\n", names(f1), precision, recall, f1), sep = "")
logloss <- function(y, P) -mean(log(P[cbind(seq_along(y), as.integer(y))]))
set.seed(1)
P <- matrix(runif(36), 12); P <- P / rowSums(P); colnames(P) <- levels(actual)
round(head(P, 3), 3)
logloss(actual, P)
brier <- mean(rowSums((P - model.matrix(~ actual - 1))^2))
brier
top2 <- t(apply(P, 1, function(r) names(sort(r, decreasing = TRUE))[1:2]))
mean(sapply(1:12, function(i) as.character(actual[i]) %in% top2[i, ]))
ftable(table(actual, pred, first = top2[, 1]))
heat <- prop.table(cm, 1)
print(heat, digits = 2)
image(heat)
mosaicplot(cm)
