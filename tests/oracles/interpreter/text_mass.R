# Functions of MASS.
library(MASS); ginv(matrix(c(1,2,2,4),2)); ginv(matrix(1:6,3)); fractions(c(0.5,1/3,0.75)); x<-fractions(matrix(c(1/3,2/7,.25,1),2)); x; x+1; fractions(pi); rational(c(0.333333333,.2)); as.character(fractions(1/3)); class(x); fractions(3); fractions(solve(matrix(c(2,1,1,3),2))); fractions(c(-1.5,2)); x[1,2]; x*2; class(fractions(.5))
library(MASS)
library(MASS)
library(MASS)
library(MASS); set.seed(1); x<-rexp(50,2)
library(MASS); studres(lm(mpg~wt,mtcars))[1:3]; stdres(lm(mpg~wt,mtcars))[1:3]; dose.p(glm(am~wt,binomial,mtcars))
library(MASS)
library(MASS); set.seed(123); x <- rgamma(100, shape = 5, rate = 0.1)