# Choosing models by steps
step(lm(mpg ~ wt + hp + qsec + factor(am), data = mtcars), direction = "both")
g1 <- glm(case ~ spontaneous * induced, binomial, infert)
step(g1, test = "Chisq")
m <- step(lm(mpg~wt+hp+qsec,mtcars), scope=.~.+drat, test="F"); m$anova; class(m$anova); anova(m)
step(lm(mpg~wt+hp+qsec+drat,mtcars), direction="both", k=log(32))$anova
step(lm(mpg ~ wt*hp*qsec, mtcars), direction="both")$call
# Names of data in tests that lapply and its kin call; lists of fits simplified
lapply(list(mpg~wt, mpg~hp), lm, data=mtcars)
lapply(split(mtcars, mtcars$cyl), lm, formula=mpg~wt)[[1]]
lapply(list(a=c(1,2,3.5,9)), shapiro.test)
apply(as.matrix(mtcars[,1:2]),2,shapiro.test)[[1]]
tapply(mtcars$mpg, mtcars$cyl, shapiro.test)
sapply(list(a=c(1,2,3.5,9)), t.test, mu=2)["data.name",]
Map(t.test, list(1:3), list(3:6))[[1]]$data.name
m <- sapply(list(1:3,2:9), t.test); dim(m); m["p.value",]
class(sapply(list(mpg~wt, mpg~hp+wt), lm, data=mtcars)); sapply(list(mpg~wt, mpg~hp+wt), lm, data=mtcars)["rank",]
# Normal plots, power of several, links without quotes, matrices of data frames
qqnorm(c(3,1,NA,2), plot.it=FALSE); str(qqnorm(1:20, plot.it=FALSE)); x <- qqnorm(c(a=1,b=2)); x
power.t.test(n=c(10,20), delta=1)
tt <- t.test(mpg~am,mtcars); power.t.test(n = 16, delta = diff(tt$estimate), sd = 5)
glm(am~wt, family=binomial(cloglog), data=mtcars)$family; poisson(log); poisson(sqrt); Gamma(inverse); quasi(link=log, variance=mu^2)
quasi(variance="mu(1-mu)", link=logit); f <- "probit"; binomial(f); quasibinomial(logit); Gamma(log)
scale(na.omit(airquality)[1:4,1:3]); scale(iris[1:2,1:2]); head(scale(iris[,1:4]),2); scale(mtcars[1:2,1:2])
mahalanobis(iris[1:3, 1:4], colMeans(iris[, 1:4]), cov(iris[, 1:4])); mahalanobis(c(1,2),c(0,0),diag(2)); mahalanobis(head(mtcars[,1:2],2), c(20,6), diag(2))
symnum(c(a=.001,b=.2,c=.03), corr = FALSE, cutpoints = c(0, .001, .01, .05, .1, 1), symbols = c("***", "**", "*", ".", " "))
class(ks.test(1:5,"pnorm")); class(t.test(1:5))
round(sapply(split(dbinom(0:5, 5, .5), c(0, 0, 1, 1, 0, 1)), sum), 4)
