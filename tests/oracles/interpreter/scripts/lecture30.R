# Confusion matrices in depth, cost-sensitive thresholds, class weights
library(e1071); library(MASS)
cm <- matrix(c(50, 10, 5, 35), 2, dimnames = list(Predicted = c("pos", "neg"), Actual = c("pos", "neg")))
cm
as.table(cm)
metrics <- function(cm) {
  TP <- cm[1, 1]; FP <- cm[1, 2]; FN <- cm[2, 1]; TN <- cm[2, 2]
  n <- sum(cm)
  pe <- sum(rowSums(cm) * colSums(cm)) / n^2
  po <- (TP + TN) / n
  list(accuracy = po, sensitivity = TP / (TP + FN), specificity = TN / (TN + FP),
       ppv = TP / (TP + FP), kappa = (po - pe) / (1 - pe),
       mcc = (TP * TN - FP * FN) / sqrt((TP + FP) * (TP + FN) * (TN + FP) * (TN + FN)))
}
m <- metrics(cm)
str(m)
unlist(m)
for (nm in names(m)) cat(format(nm, width = 12), ":", formatC(m[[nm]], digits = 4, format = "f"), "\n")
mcnemar.test(cm)
binom.test(85, 100, 0.5)
chisq.test(cm)
fisher.test(cm)$p.value
set.seed(5)
i <- sample(nrow(Pima.tr), 150)
w <- c(No = 1, Yes = 3)
plain <- svm(type ~ ., Pima.tr[i, ])
heavy <- svm(type ~ ., Pima.tr[i, ], class.weights = w)
heavy
table(plain = predict(plain, Pima.tr[-i, ]), heavy = predict(heavy, Pima.tr[-i, ]))
fit <- glm(type ~ glu + bmi + ped, binomial, Pima.tr[i, ])
p <- predict(fit, Pima.tr[-i, ], "response")
truth <- Pima.tr$type[-i]
cost <- function(t, fp = 1, fn = 5) sum(fp * (p > t & truth == "No")) + sum(fn * (p <= t & truth == "Yes"))
th <- seq(0.1, 0.9, 0.2)
(costs <- sapply(th, cost))
setNames(costs, th)
th[which.min(costs)]
optimize(function(t) (t - 0.3)^2, c(0, 1))$minimum
deciles <- cut(p, quantile(p, seq(0, 1, 0.25)), include.lowest = TRUE, labels = paste0("Q", 1:4))
tapply(truth == "Yes", deciles, mean)
table(deciles, truth)
round(prop.table(table(truth)) * 100, 1)
