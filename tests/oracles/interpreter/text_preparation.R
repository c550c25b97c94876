# Small tools of e1071, caTools and caret: arrays, paths, spectra, moving windows, preparation.
library(e1071); D <- matrix(c(0, 4, NA, 2, NA, 0, 3, NA, 1, NA, 0, 5, NA, NA, 1, 0), 4, byrow = TRUE)
z <- allShortestPaths(D); z
extractPath(z,1,3); extractPath(z,2,4); extractPath(z,1,1)
library(e1071); grid <- outer(1:3, 1:4); dimnames(grid) <- list(1:3, 1:4)
interpolate(rbind(c(1.5, 2), c(2.25, 3.5)), grid)
interpolate(c(1.5, 2), grid)
interpolate(rbind(c(1.5, 2), c(2.25, 3.5)), grid, method="constant")
interpolate(rbind(c(3,4)), grid)
try(interpolate(rbind(c(5, 2)), grid))
library(e1071); x <- sin((1:64) / 4); s <- stft(x, win = 16, inc = 8, coef = 8); str(s)
s$values[1:2,]
str(stft(sin(1:400/3)))
library(e1071);set.seed(1); m <- as.matrix(iris[,1:4]); cl <- cmeans(m,3)
fclustIndex(cl, m, "xie.beni"); fclustIndex(cl, m, "fukuyama.sugeno"); fclustIndex(cl, m, "partition.coefficient"); fclustIndex(cl, m, "partition.entropy")
fclustIndex(cl, m, index="foo")
library(e1071);element(array(1:24,2:4), c(2,1,3));element(array(1:24,2:4), c(2,1))
library(caTools)
x<-c(1,4,2,8,5,7,3)
for (e in c("mean","NA","trim","keep","constant","func")) { print(runmean(x,3,endrule=e)); print(runmax(x,3,endrule=if (e=="mean") "max" else e)) }
runmean(x,4); runmin(x,4); runmin(x,3); runsd(x,3); runsd(x,4)
runmean(cbind(a=1:5,b=5:1),3)
combs(1:4,2); combs(c("a","b"),1); combs(1:3,3)
trapz(1:3,c(1,4,9)); trapz(1:3,1:2)
suppressMessages(library(caret))
tr <- iris[c(1:40,51:90,101:140),]
pp <- preProcess(tr[,1:4], method=c("center","scale")); names(pp); pp$mean; pp$std; pp$method; pp$dim; class(pp); pp$call; pp$numComp
suppressMessages(library(caret));tr <- iris[c(1:40,51:90,101:140),]
pp2 <- preProcess(tr, method=c("range")); pp2; pp2$ranges; head(predict(pp2, tr),2); pp2$method
pp3 <- preProcess(tr, method=c("center","scale","pca")); pp3; head(predict(pp3,tr),3); pp3$rotation; names(pp3); pp3$method
suppressMessages(library(caret));tr <- iris[c(1:40,51:90,101:140),]
pp4 <- preProcess(tr[,1:4]); pp4; pp5 <- preProcess(tr[,1:4], method="pca", pcaComp=2); pp5; head(predict(pp5, iris[1:2,]))
pp6 <- preProcess(as.matrix(tr[,1:4]), method="center"); pp6; head(predict(pp6, as.matrix(tr[,1:4])),2)
suppressMessages(library(caret));tr <- iris[c(1:40,51:90,101:140),]
pp7 <- preProcess(cbind(tr[,1:4], k=1), method=c("zv","center","scale")); pp7; pp7$method; head(predict(pp7, cbind(tr[,1:4],k=1)),2)
pp8 <- preProcess(tr, method="range", rangeBounds=c(-1,1)); head(predict(pp8,tr),2); pp8
suppressMessages(library(caret)); aq <- airquality[1:30,]; pp9 <- preProcess(aq, method="medianImpute"); pp9; head(predict(pp9,aq),6)
pp13 <- preProcess(iris[,1,drop=FALSE], method=c("center","scale")); pp13
preProcess(iris, method="foo")
suppressMessages(library(caret))
nzv <- nearZeroVar(cbind(mtcars, k=1)); nzv; nearZeroVar(cbind(mtcars, k=1), names=TRUE); nearZeroVar(mtcars)
nearZeroVar(data.frame(a=c(rep(0,30),1,2), b=1:32, c=rep(c("x","y"),16), d=NA), saveMetrics=TRUE)
suppressMessages(library(caret))
findCorrelation(cor(mtcars), cutoff=.85); findCorrelation(cor(mtcars), cutoff=.8, names=TRUE); findCorrelation(cor(mtcars), cutoff=.7, verbose=TRUE); findCorrelation(cor(iris[,1:4]), cutoff=.9, exact=FALSE); findCorrelation(cor(swiss)); findCorrelation(cor(longley),0.9); findCorrelation(cor(longley),0.9,exact=FALSE)
findCorrelation(cor(mtcars),0.7,exact=FALSE); findCorrelation(cor(longley),0.9,exact=FALSE,verbose=TRUE); findCorrelation(cor(state.x77), 0.6)
suppressMessages(library(caret))
createTimeSlices(1:9, 5, horizon=2); createTimeSlices(1:9, 5, horizon = 1, fixedWindow = FALSE); str(createTimeSlices(1:12, 5, horizon = 2, skip = 1))
p <- factor(c("a","b","a","a"), levels=c("a","b")); t<- factor(c("a","b","b","a"), levels=c("a","b"))
defaultSummary(data.frame(obs=c(1,2,3),pred=c(1,2,4))); defaultSummary(data.frame(obs=t,pred=p))
