# Factor analysis, rotations, canonical correlations, singular vectors.
svd(matrix(1:6,3),nu=0); svd(matrix(1:6,2), nv=3)$v; svd(matrix(1:4,2),0,0)
cancor(as.matrix(mtcars[,1:2]), as.matrix(mtcars[,3:4])); cancor(LifeCycleSavings[, 2:3], LifeCycleSavings[, -(2:3)])
p <- princomp(USArrests, cor=TRUE); loadings(p); print(loadings(p), cutoff=.3); l <- loadings(p); l[1,1]; p$loadings[,1:2]; summary(p, loadings=TRUE)
