# Calls that only draw say nothing; devices are named.
library(MASS); pdf(NULL); monthplot(AirPassengers); lag.plot(lh); truehist(mtcars$mpg); parcoord(iris[,1:4]); plot(1:3); clip(0,1,0,1); rasterImage(matrix(0,1,1),1,1,2,2); Axis(1:3, side = 1); plot.design(warpbreaks); names(dev.cur()); invisible(dev.off())
f <- tempfile(); postscript(f); names(dev.cur()); plot(1); names(dev.off())
