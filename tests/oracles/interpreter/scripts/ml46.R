# multiclass strategies: one-vs-rest and one-vs-one by hand
library(e1071)
classes <- levels(iris$Species)
set.seed(64)
i <- unlist(lapply(classes, function(k) sample(which(iris$Species == k), 35)))
train <- iris[i, ]; test <- iris[-i, ]
ovr <- lapply(classes, function(k) {
  d <- train
  d$Species <- factor(ifelse(d$Species == k, k, "rest"), levels = c(k, "rest"))
  svm(Species ~ ., data = d, kernel = "radial")
})
names(ovr) <- classes
ovr$versicolor
dec <- sapply(classes, function(k) {
  p <- predict(ovr[[k]], test, decision.values = TRUE)
  dv <- attr(p, "decision.values")
  s <- if (startsWith(colnames(dv), k)) 1 else -1
  s * dv[, 1]
})
head(round(dec, 3))
sapply(ovr, function(m) colnames(m$decision.values))
ovr_pred <- factor(classes[max.col(dec)], levels = classes)
table(ovr_pred, test$Species)
pairs <- combn(classes, 2, simplify = FALSE)
pairs
ovo <- lapply(pairs, function(p) svm(Species ~ ., data = droplevels(train[train$Species %in% p, ])))
names(ovo) <- sapply(pairs, paste, collapse = "-")
votes <- sapply(ovo, function(m) as.character(predict(m, test)))
head(votes, 3)
ovo_pred <- apply(votes, 1, function(v) { t <- table(v); names(t)[which.max(t)] })
table(ovo_pred, test$Species)
direct <- predict(svm(Species ~ ., train), test)
c(ovr = mean(ovr_pred == test$Species), ovo = mean(ovo_pred == test$Species), direct = mean(direct == test$Species))
mapply(function(m, nm) sprintf("%s: %d SVs", nm, m$tot.nSV), ovo, names(ovo))
all(direct == ovo_pred)
combn(4, 2)
disagree <- which(as.character(ovr_pred) != ovo_pred)
if (length(disagree)) print(test[disagree, ]) else cat("no disagreement\n")
m <- svm(Species ~ ., train)
sapply(m[c("nclasses", "tot.nSV", "cost", "gamma")], identity)
m$nSV
matrix(m$rho, 1, dimnames = list(NULL, colnames(m$decision.values)))
head(m$coefs, 3)
str(m$SV)
