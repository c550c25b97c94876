# e1071: svm tuning, naive Bayes on Titanic, misc
library(e1071)
data(Titanic)
df <- as.data.frame(Titanic); head(df)
rep_df <- df[rep(seq_len(nrow(df)), df$Freq), 1:4]; nrow(rep_df); rownames(rep_df) <- NULL
nb <- naiveBayes(Survived ~ ., data = rep_df); nb
tab <- table(predict(nb, rep_df[, 1:3]), rep_df$Survived); tab
cat("accuracy", round(sum(diag(tab)) / sum(tab), 3), "\n")
set.seed(5)
x <- matrix(rnorm(40), ncol = 2); y <- rep(c(-1, 1), each = 10); x[y == 1, ] <- x[y == 1, ] + 1.5
dat <- data.frame(x = x, y = as.factor(y))
fit <- svm(y ~ ., data = dat, kernel = "linear", cost = 10, scale = FALSE)
fit$index; summary(fit)
w <- t(fit$coefs) %*% fit$SV; w; fit$rho
tune.out <- tune(svm, y ~ ., data = dat, kernel = "linear", ranges = list(cost = c(0.01, 0.1, 1, 10)))
summary(tune.out)
bestmod <- tune.out$best.model; bestmod
table(predict = predict(bestmod, dat), truth = dat$y)
prob <- svm(y ~ ., dat, probability = TRUE); attr(predict(prob, dat[1:2, ], decision.values = TRUE), "decision.values")
skewness(mtcars$mpg); kurtosis(mtcars$mpg); moment(1:5, 2); hamming.distance(c(1, 0, 1), c(1, 1, 1)); bincombinations(2)
sigmoid(0); rectangle.window(3); impute(matrix(c(1, NA, 3, 4), 2)); 
cm <- cmeans(iris[, 1:2], 2, iter.max = 20); round(cm$centers[order(cm$centers[, 1]), ], 2)
matchClasses(table(c(1, 1, 2, 2), c("a", "a", "b", "a")))
plot(fit, dat)
permutations(3)

one <- svm(dat[, 1:2], type = "one-classification", nu = 0.2); sum(predict(one))
reg <- svm(mpg ~ wt, mtcars); round(sqrt(mean(residuals(reg)^2)), 3); head(predict(reg), 3)
tobj <- tune.svm(Species ~ ., data = iris[seq(1, 150, 3), ], gamma = 2^(-1:1), cost = 2^(2:3), tunecontrol = tune.control(sampling = "fix")); tobj$best.parameters
countpattern(matrix(c(0, 1, 1, 0, 1, 1), 3, byrow = TRUE))
