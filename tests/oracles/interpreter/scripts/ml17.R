# gmodels::CrossTable and the confusion matrix by hand
library(gmodels)
library(e1071)
library(MASS)
set.seed(300)
bio <- na.omit(biopsy[, -1])
nrow(bio)
table(bio$class)
round(prop.table(table(bio$class)) * 100, digits = 1)
tr <- sample(nrow(bio), 450)
m <- svm(class ~ ., data = bio[tr, ], kernel = "linear")
m
p <- predict(m, bio[-tr, ])
actual <- bio$class[-tr]
CrossTable(x = actual, y = p, prop.chisq = FALSE)
CrossTable(p, actual, prop.chisq = FALSE, prop.c = FALSE, prop.r = FALSE,
           dnn = c("predicted", "actual"))
metrics <- function(pred, truth, positive) {
  tp <- sum(pred == positive & truth == positive)
  tn <- sum(pred != positive & truth != positive)
  fp <- sum(pred == positive & truth != positive)
  fn <- sum(pred != positive & truth == positive)
  precision <- tp / (tp + fp)
  recall <- tp / (tp + fn)
  n <- tp + tn + fp + fn
  po <- (tp + tn) / n
  pe <- ((tp + fp) * (tp + fn) + (tn + fn) * (tn + fp)) / n^2
  c(accuracy = po, precision = precision, recall = recall,
    specificity = tn / (tn + fp), F1 = 2 * precision * recall / (precision + recall),
    kappa = (po - pe) / (1 - pe),
    MCC = (tp * tn - fp * fn) / sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)))
}
metrics(p, actual, "malignant")
nb <- naiveBayes(class ~ ., bio[tr, ])
l <- lda(class ~ ., bio[tr, ])
all <- rbind(svm = metrics(p, actual, "malignant"),
             nb = metrics(predict(nb, bio[-tr, ]), actual, "malignant"),
             lda = metrics(predict(l, bio[-tr, ])$class, actual, "malignant"))
round(all, 3)
classAgreement(table(p, actual))
tab <- table(p, actual)
names(dimnames(tab))
summary(tab)
CrossTable(bio$V1 > 5, bio$class, chisq = TRUE, format = "SPSS")
