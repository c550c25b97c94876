# swiss: variable selection and a network
data(swiss)
head(swiss)
summary(swiss)
pairs(swiss, panel = panel.smooth)
lm1 <- lm(Fertility ~ ., data = swiss)
summary(lm1)
slm1 <- step(lm1)
summary(slm1)
slm1$anova
add1(lm(Fertility ~ 1, swiss), ~ Agriculture + Education + Catholic, test = "F")
vif <- function(m) {
  X <- model.matrix(m)[, -1]
  sapply(colnames(X), function(v) 1 / (1 - summary(lm(X[, v] ~ X[, colnames(X) != v]))$r.squared))
}
vif(lm1)
maxs <- apply(swiss, 2, max)
mins <- apply(swiss, 2, min)
rbind(mins, maxs)
sc <- as.data.frame(scale(swiss, center = mins, scale = maxs - mins))
set.seed(12)
i <- sample(nrow(sc), 35)
library(nnet)
f <- as.formula(paste("Fertility ~", paste(setdiff(names(sc), "Fertility"), collapse = " + ")))
f
class(f)
all.vars(f)
for (size in 1:4) {
  set.seed(size)
  nn <- nnet(f, data = sc[i, ], size = size, linout = TRUE, decay = 0.01, trace = FALSE)
  pr <- predict(nn, sc[-i, ])
  cat("size", size, "weights", length(nn$wts), "test MSE", round(mean((pr - sc$Fertility[-i])^2), 4), "\n")
}
cooks <- cooks.distance(slm1)
head(sort(cooks, decreasing = TRUE), 3)
round(hatvalues(slm1)[1:4], 4)
rstandard(slm1)["Porrentruy"]
influence.measures(lm(Fertility ~ Education, swiss))$is.inf[1:3, ]
