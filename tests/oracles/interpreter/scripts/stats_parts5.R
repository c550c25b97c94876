# Log-linear models
loglin(HairEyeColor, list(c(1,2), c(1,3), c(2,3)))
library(MASS); hec <- margin.table(HairEyeColor, c(1,2)); m <- loglm(~Hair+Eye, hec); m; names(m); class(m); loglm(~Hair*Eye+Sex, HairEyeColor); fitted(m); residuals(m); coef(m); m$call;m$param;loglm(Freq~Hair+Eye,as.data.frame(hec)); m$lrt; deviance(m)
l <- loglin(UCBAdmissions, list(c(1,3),c(2,3)), fit=TRUE, param=TRUE, print=FALSE); l$lrt; l$df; l$param; round(l$fit[,,1],3)
library(MASS); loglm(~Hair:Eye+Sex, HairEyeColor)
