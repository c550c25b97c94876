# Logistic regression on Pima
library(MASS)
data(Pima.tr)
data(Pima.te)
str(Pima.tr)
summary(Pima.tr)
model <- glm(type ~ ., data = Pima.tr, family = binomial(link = "logit"))
summary(model)
anova(model, test = "Chisq")
step.model <- step(model, trace = 0)
step.model
prob <- predict(step.model, newdata = Pima.te, type = "response")
head(prob)
pred <- ifelse(prob > 0.5, "Yes", "No")
tab <- table(Predicted = pred, Actual = Pima.te$type)
tab
TP <- tab["Yes", "Yes"]; TN <- tab["No", "No"]
FP <- tab["Yes", "No"]; FN <- tab["No", "Yes"]
cat("Accuracy   :", (TP + TN) / sum(tab), "\n")
cat("Sensitivity:", TP / (TP + FN), "\n")
cat("Specificity:", TN / (TN + FP), "\n")
exp(cbind(OR = coef(step.model), confint.default(step.model)))
library(pROC)
r <- roc(Pima.te$type, prob, quiet = TRUE)
r
auc(r)
coords(r, "best", ret = c("threshold", "sensitivity", "specificity"))
ci.auc(r)
