# Breast-cancer style project: missing values, several learners, one table
library(MASS)
library(e1071)
library(nnet)
data(biopsy)
str(biopsy)
colSums(is.na(biopsy))
biopsy$ID <- NULL
names(biopsy) <- c("thick", "u.size", "u.shape", "adhsn", "s.size", "nucl", "chrom", "n.nuc", "mit", "class")
head(biopsy)
v2 <- na.omit(biopsy)
dim(v2)
round(cor(v2[, 1:9])[1:3, ], 2)
sapply(split(v2[, 1:9], v2$class), function(d) round(sapply(d, median), 1))
set.seed(123)
ind <- sample(2, nrow(v2), replace = TRUE, prob = c(0.7, 0.3))
train <- v2[ind == 1, ]
test <- v2[ind == 2, ]
table(train$class); table(test$class)
full.fit <- glm(class ~ ., family = binomial, data = train)
summary(full.fit)
round(exp(coef(full.fit)), 3)
test.probs <- predict(full.fit, newdata = test, type = "response")
contrasts(test$class)
glm.pred <- factor(ifelse(test.probs > 0.5, "malignant", "benign"))
lda.fit <- lda(class ~ ., data = train)
svm.fit <- svm(class ~ ., data = train, kernel = "radial", cost = 1, gamma = 0.1)
nb.fit <- naiveBayes(class ~ ., data = train)
set.seed(1)
nn.fit <- nnet(class ~ ., data = train, size = 3, decay = 0.1, trace = FALSE)
preds <- list(glm = glm.pred, lda = predict(lda.fit, test)$class, svm = predict(svm.fit, test),
              nb = predict(nb.fit, test), nnet = factor(predict(nn.fit, test, type = "class")))
tabs <- lapply(preds, function(p) table(p, truth = test$class))
tabs$svm
comparison <- data.frame(
  model = names(preds),
  accuracy = sapply(tabs, function(t) sum(diag(t)) / sum(t)),
  fn = sapply(tabs, function(t) t["benign", "malignant"]),
  fp = sapply(tabs, function(t) t["malignant", "benign"]))
print(comparison, digits = 4, row.names = FALSE)
comparison
votes <- sapply(preds, function(p) p == "malignant")
ens <- ifelse(rowMeans(votes) > 0.5, "malignant", "benign")
mean(ens == test$class)
table(rowSums(votes), test$class)
step.fit <- step(full.fit, trace = 0)
formula(step.fit)
AIC(full.fit, step.fit)
