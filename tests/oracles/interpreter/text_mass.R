# Functions of MASS.
library(MASS); ginv(matrix(c(1,2,2,4),2)); ginv(matrix(1:6,3)); fractions(c(0.5,1/3,0.75)); x<-fractions(matrix(c(1/3,2/7,.25,1),2)); x; x+1; fractions(pi); rational(c(0.333333333,.2)); as.character(fractions(1/3)); class(x); fractions(3); fractions(solve(matrix(c(2,1,1,3),2))); fractions(c(-1.5,2)); x[1,2]; x*2; class(fractions(.5))
library(MASS); Null(matrix(c(1,2,2,4),2)); contr.sdif(3); bandwidth.nrd(mtcars$mpg); area(sin,0,pi); huber(chem); hubers(chem); huber(c(1,2,3,100), k=1)
library(MASS); b <- boxcox(mpg~wt,data=mtcars,plotit=FALSE); str(b); b$x[which.max(b$y)]; range(b$y); b2 <- boxcox(lm(mpg~wt,mtcars), lambda=seq(-1,1,.5)); str(b2); b <- boxcox(lm(mpg~wt,mtcars)); b$x[which.max(b$y)]
library(MASS); fit <- fitdistr(mtcars$mpg,"normal"); fit; str(fit); logLik(fit); coef(fit); vcov(fit); AIC(fit); BIC(fit); fit$estimate["mean"]
library(MASS); set.seed(1); x<-rexp(50,2); fitdistr(x,"exponential"); fitdistr(rpois(30,3),"poisson"); fitdistr(x,"lognormal"); fitdistr(rgeom(20,.3),"geometric")
library(MASS); studres(lm(mpg~wt,mtcars))[1:3]; stdres(lm(mpg~wt,mtcars))[1:3]; lm.ridge(mpg~wt+hp,mtcars,lambda=c(0,1)); lm.ridge(mpg~wt+hp,mtcars,lambda=.5); dose.p(glm(am~wt,binomial,mtcars)); kde2d(mtcars$wt, mtcars$mpg, n=4)

library(MASS); fit <- rlm(stack.loss ~ ., stackloss); fit; summary(fit); round(fit$w,4); rlm(stack.loss~., data = stackloss, psi=psi.bisquare); predict(fit)[1:2]; coef(summary(fit)); coef(fit); fitted(fit)[1:2]; resid(fit)[1]; fit$s; predict(fit, stackloss[1:2,]); summary(rlm(mpg~wt+factor(cyl), data=mtcars)); rlm(mpg~wt,mtcars,psi=psi.hampel); vcov(fit); rlm(mpg~wt,mtcars,psi=psi.huber,k=1)
library(MASS); set.seed(123); x <- rgamma(100, shape = 5, rate = 0.1); fitdistr(x, dgamma, list(shape = 1, rate = 0.1), lower = 0.001)