# neural network with nnet on iris
library(nnet)
ir <- rbind(iris3[, , 1], iris3[, , 2], iris3[, , 3])
targets <- class.ind(c(rep("s", 50), rep("c", 50), rep("v", 50)))
head(targets)
set.seed(1)
samp <- c(sample(1:50, 25), sample(51:100, 25), sample(101:150, 25))
ir1 <- nnet(ir[samp, ], targets[samp, ], size = 2, rang = 0.1, decay = 5e-4, maxit = 200)
ir1
test.cl <- function(true, pred) {
  true <- max.col(true)
  cres <- max.col(pred)
  table(true, cres)
}
test.cl(targets[-samp, ], predict(ir1, ir[-samp, ]))
ird <- data.frame(rbind(iris3[, , 1], iris3[, , 2], iris3[, , 3]),
                  species = factor(c(rep("s", 50), rep("c", 50), rep("v", 50))))
ir.nn2 <- nnet(species ~ ., data = ird, subset = samp, size = 2, rang = 0.1,
               decay = 5e-4, maxit = 200, trace = FALSE)
table(ird$species[-samp], predict(ir.nn2, ird[-samp, ], type = "class"))
summary(ir.nn2)
mult <- multinom(species ~ ., data = ird, maxit = 500)
summary(mult)
z <- summary(mult)$coefficients / summary(mult)$standard.errors
p <- (1 - pnorm(abs(z), 0, 1)) * 2
round(p, 3)
head(round(fitted(mult), 3), 3)
table(predict(mult), ird$species)
