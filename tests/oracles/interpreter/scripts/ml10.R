# nnet on iris: the classic class.ind example
library(nnet)
ir <- rbind(iris3[,,1], iris3[,,2], iris3[,,3])
targets <- class.ind(c(rep("s", 50), rep("c", 50), rep("v", 50)))
head(targets, 3)
set.seed(17)
samp <- c(sample(1:50, 25), sample(51:100, 25), sample(101:150, 25))
ir1 <- nnet(ir[samp, ], targets[samp, ], size = 2, rang = 0.1, decay = 5e-4, maxit = 200)
test.cl <- function(true, pred) {
  true <- max.col(true)
  cres <- max.col(pred)
  table(true, cres)
}
test.cl(targets[-samp, ], predict(ir1, ir[-samp, ]))
ir1
summary(ir1)

ird <- data.frame(rbind(iris3[,,1], iris3[,,2], iris3[,,3]),
                  species = factor(c(rep("s", 50), rep("c", 50), rep("v", 50))))
set.seed(3)
ir.nn2 <- nnet(species ~ ., data = ird, subset = samp, size = 2, rang = 0.1,
               decay = 5e-4, maxit = 200, trace = FALSE)
table(ird$species[-samp], predict(ir.nn2, ird[-samp, ], type = "class"))
print(ir.nn2)
head(predict(ir.nn2, ird[-samp, ], type = "raw"))
ir.nn2$value
ir.nn2$convergence
round(ir.nn2$wts, 3)
ir.nn2$n
length(ir.nn2$wts) == (4 + 1) * 2 + (2 + 1) * 3
names(ir.nn2)
coef(ir.nn2)
dim(residuals(ir.nn2))
head(fitted(ir.nn2), 2)
