# Factor analysis, rotations, canonical correlations, singular vectors.
factanal(mtcars[,1:6], 2)
factanal(mtcars[,1:6],2,rotation="promax")
f <- factanal(factors=1, covmat=cov(mtcars[,1:5])); f; names(f)
f <- factanal(mtcars[,1:6],2); print(round(f$uniquenesses,4)); names(f); f$dof; f$converged; loadings(f); round(f$PVAL,5); svd(matrix(1:6,3),nu=0); svd(matrix(1:6,2), nv=3)$v; svd(matrix(1:4,2),0,0)
f <- factanal(~mpg+cyl+disp+hp+drat+wt, 2, data=mtcars, scores="regression"); round(f$scores[1:3,],3); f; round(factanal(mtcars[,1:6],2,scores="Bartlett")$scores[1:3,],4);round(factanal(mtcars[,1:6],2,scores="regression",rotation="promax")$scores[1:3,],2)
factanal(mtcars[,1:7], 3, rotation="none"); print(factanal(mtcars[,1:6],2), digits=2, cutoff=.5, sort=TRUE)
cancor(as.matrix(mtcars[,1:2]), as.matrix(mtcars[,3:4])); cancor(LifeCycleSavings[, 2:3], LifeCycleSavings[, -(2:3)])
varimax(factanal(mtcars[,1:6],2,rotation="none")$loadings)$loadings; varimax(prcomp(USArrests,scale=TRUE)$rotation[,1:2])
p <- princomp(USArrests, cor=TRUE); loadings(p); print(loadings(p), cutoff=.3); l <- loadings(p); l[1,1]; p$loadings[,1:2]; summary(p, loadings=TRUE); print(p$loadings, sort=TRUE); varimax(loadings(p)[,1:2])$rotmat
