# Fits and their parts: likelihood ratio tests, tune.control, scores, errors; names in data frames.
library(nnet)
f0 <- multinom(Species ~ 1, iris, trace=FALSE); f1 <- multinom(Species ~ Sepal.Width, iris, trace=FALSE); f2 <- multinom(Species ~ Sepal.Width + Sepal.Length, iris, trace=FALSE, maxit=300)
anova(f0, f1, f2); str(unclass(anova(f0,f1,f2))); anova(f2,f0); anova(f0,f1,test="none")
c2 <- multinom(factor(am) ~ wt, mtcars, trace=FALSE); c1 <- multinom(factor(am) ~ 1, mtcars, trace=FALSE); anova(c1,c2)
b <- anova(f1,f2); b$Df; class(b); attributes(b)$heading
library(nnet); f1 <- multinom(Species ~ Sepal.Width, iris, trace=FALSE); anova(f1)
library(MASS); library(nnet); f0 <- multinom(Species ~ 1, iris, trace=FALSE); f1 <- multinom(Species ~ Sepal.Width, iris, trace=FALSE); f2 <- multinom(Species ~ Sepal.Width + Sepal.Length, iris, trace=FALSE, maxit=300)
anova(f0, f1, f2); print(anova(f0,f1),digits=4)
anova(f0, f1, test="none")
library(e1071); tc <- tune.control(cross=5); names(tc); tc$cross; tc$random; tc$sampling; tc$nboot; tc$boot.size; tc$performances; tc$fix; tc$error.fun; class(tc); tc$repeat.aggregate(c(1,2,6)); is.function(tc$sampling.aggregate)
fit <- prcomp(USArrests, scale.=TRUE); predict(fit, data.frame(Murder = 10, Assault = 200, UrbanPop = 60, Rape = 20)); predict(fit, USArrests[1:2,]); pc <- princomp(USArrests); predict(pc, data.frame(Murder = 10, Assault = 200, UrbanPop = 60, Rape = 20)); head(predict(prcomp(iris[,1:4]), iris[1:3,1:4])); predict(prcomp(~Murder+Rape,USArrests), data.frame(Murder=1:2,Rape=2:3))
d <- data.frame(a=1:3,b=4:6,c=letters[1:3]); d[cbind(c(1,3),c(2,1))] <- NA; d; d[cbind(1:2,c(1,2))] <- c(10,20); d; d[is.na(d)] <- 0L; d
d <- data.frame(a=1:3,b=4:6); d[matrix(1:3,1)] <- 1
d <- data.frame(f=factor(c(a="x",b="y",c="x"))); str(d); d2 <- data.frame(m=1:3); d2$f <- factor(c(a="x",b="y",c="x")); str(d2); str(list(f=factor(c(a="u"))))
d2 <- data.frame(m=1:3); d2$f <- factor(c(a="x",b="y",c="x")); names(attributes(d2$f)); d2$x <- c(a=1,b=2,c=3); names(d2$x); str(d2)
d2[["g"]] <- factor(c(a="x",b="y",c="x")); names(attributes(d2$g)); d2["h"] <- factor(c(a="x",b="y",c="x"));names(attributes(d2$h))
m <- matrix(c("a","b","c","d"),2,dimnames=list(c("r","s"),c("u","v"))); d <- as.data.frame(m, stringsAsFactors=TRUE); str(d); attributes(d$u)
m <- matrix(1:4,2,dimnames=list(c("r","s"),c("u","v"))); str(as.data.frame(m));  d <- data.frame(m=c("a","b"), stringsAsFactors=TRUE); attributes(d$m); d <- data.frame(x=c(a="k",b="l"), stringsAsFactors=TRUE); attributes(d)
d <- as.data.frame(matrix(c("a","b","c","d"),2,dimnames=list(c("r","s"),c("u","v")))); attributes(d$u)
str(data.frame(k=factor(c(a="x",b="y",c="x"))))
d <- data.frame(m=1:3); d$x <- c(a=1,b=2,c=3); names(d$x); d[["y"]] <- c(a=1,b=2,c=3); names(d$y); d["z"] <- c(a=1,b=2,c=3); names(d$z); d[,"w"] <- c(a=1,b=2,c=3); names(d$w); d$l <- list(a=1,b=2,c=3); names(d$l); d$q <- c(a=5); names(d$q); d[2:3,"m"] <- c(u=9L,v=8L); names(d$m); str(d)
d <- data.frame(m=1:3); d[c("a","b")] <- list(c(x=1,y=2,z=3),c(x=1,y=2,z=3)); names(d$a); d <- within(d, k <- c(a=1,b=2,c=3)); names(d$k); d <- transform(d, k2=c(a=1,b=2,c=3)); names(d$k2); d <- cbind(d, k3=c(a=1,b=2,c=3)); names(d$k3)
d <- data.frame(m=1:3); d$D <- c(a=as.Date("2020-01-01"),b=as.Date("2020-01-02"),c=as.Date("2020-01-03")); names(d$D); d[[1]] <- c(a=1,b=2,c=3); names(d[[1]]); d[[2]] <- factor(c(a=1,b=2,c=3)); d; str(d)
m <- matrix(c("a","b","c","d"),2,dimnames=list(c("r","s"),c("u","v"))); d <- as.data.frame(m, stringsAsFactors=TRUE); d$u; d[2,]; table(d$u); levels(d$v); str(as.data.frame(m)); str(as.data.frame(matrix(c("a","b"),1), stringsAsFactors=TRUE)); d[["u"]][2]; tapply(1:2, d$u, sum); d
fit <- lm(Ozone ~ Wind, airquality[1:30,]); fit$na.action
fit <- glm(am ~ wt, binomial, transform(mtcars, wt=c(NA,wt[-1])), na.action=na.exclude); fit$na.action; str(fit$na.action)
library(e1071); aq <- svm(Ozone ~ Temp + Wind, data = airquality[1:30,]); aq$na.action; str(aq$na.action)
library(nnet); set.seed(1); aq <- nnet(Ozone ~ Temp + Wind, data = airquality[1:30,], size=1, trace=FALSE); aq$na.action; aq$call; set.seed(1); nnet(as.matrix(iris[,1:4]), class.ind(iris$Species), size=1, trace=FALSE)$call
f <- factor(c(a="x",b="y")); str(attributes(f)); f; str(f[1])
library(e1071); p <- fitted(svm(Species~.,iris)); str(attributes(p)); str(attributes(predict(naiveBayes(Species~.,iris),iris)))
library(e1071); library(nnet)
library(e1071); library(nnet); r <- try(nnet(Species ~ ., iris, trace = FALSE), silent = TRUE); cat(r)
r <- try(nnet(mpg ~ ., mtcars, trace = FALSE, size=500), silent = TRUE); cat(r)
r <- try(nnet(mtcars[1:3], mtcars$am, trace = FALSE, size=500), silent = TRUE); cat(r)
r <- try(svm(factor(am) ~ ., mtcars, type = "nu-classification", nu = 0.99), silent = TRUE); cat(r)
r <- try(svm(factor(am) ~ ., mtcars, kernel="foo"), silent = TRUE); cat(r)
r <- try(svm(factor(am) ~ ., mtcars, type="foo"), silent = TRUE); cat(r)
r <- try(svm(Species ~ ., iris, class.weights=c(a=1)), silent = TRUE); cat(r)
