# The lecture: a network and a support vector machine on infert
# Run it with  rnet run vignettes/lecture.R  or, with the packages installed, Rscript.
library(neuralnet)
library(e1071)

head(infert[, c("case", "parity", "induced", "spontaneous")], 3)

# ---- the network: one hidden neuron, resilient backpropagation
set.seed(1)
fit <- neuralnet(case ~ parity + induced + spontaneous, infert)
fit$result.matrix
table(infert$case, fit$net.result[[1]] > 0.5)

# ---- the support vector machine
machine <- svm(case ~ parity + induced + spontaneous, infert)
print(machine)
table(infert$case, fitted(machine) > 0.5)

# ---- beside them: linear and logistic regression
linear <- lm(case ~ parity + induced + spontaneous, infert)
linear
logistic <- glm(case ~ parity + induced + spontaneous, family = binomial, data = infert)
summary(logistic)
table(infert$case, predict(logistic, type = "response") > 0.5)

# ---- how often is each right?
accuracy <- function(p) mean((p > 0.5) == infert$case)
models <- list(neuralnet = fit$net.result[[1]][, 1], svm = fitted(machine),
               lm = fitted(linear), glm = fitted(logistic))
round(sapply(models, accuracy), 4)
