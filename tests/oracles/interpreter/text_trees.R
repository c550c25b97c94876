# Cophenetic distances, log-linear tables, several series side by side.
x <- hclust(dist(USArrests[1:6,])); cophenetic(x); class(as.hclust(x)); cophenetic(hclust(dist(c(1,3,7,20)),"average"))
loglin(HairEyeColor, list(c(1,2), c(1,3), c(2,3))); str(loglin(HairEyeColor, list(1,2,3), fit=TRUE, print=FALSE)); loglin(HairEyeColor, list(1,2,3), param=TRUE, print=FALSE)$param; fm <- loglin(Titanic, list(c(1,2),c(3,4)), print=FALSE); 1 - pchisq(fm$lrt, fm$df); fm$df
acf(ts.union(mdeaths,fdeaths), plot=FALSE, lag.max=4); ccf(mdeaths, fdeaths, plot=FALSE, lag.max=3)
eval.parent(quote(1+1)); f <- function() { x <- 5; g() }; g <- function() eval.parent(quote(x)); f()
