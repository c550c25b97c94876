# Seasonal and trend decomposition; digits of summaries.
summary(data.frame(a=c(1.23456789,2.3456789), b=c("x","y")), digits=7); summary(c(1.23456,7.891234), digits=3); summary(c(1.23456,7.891234), digits=7); summary(mtcars[,1:2], digits=3)
s <- stl(nottem, "per"); names(s); s$win; s$jump; s$deg; print(s$time.series[1:3,],digits=12); s$weights[1:2]
s <- stl(log(co2), s.window = 21); print(s$time.series[1:3,],digits=9); s$time.series[200,]
stl(window(nottem,1920,c(1923,12)),"periodic",robust=TRUE)
stl(ldeaths,"periodic",t.window=21)$time.series[1:2,]; s <- stl(AirPassengers, s.window=7, robust=TRUE, outer=3); s$time.series[c(1,50,144),]; s$weights[1:3]; summary(factor(c("a","b")), digits=3); summary(c(TRUE,NA), digits=3)
HoltWinters(Nile, gamma = FALSE, beta = FALSE)$alpha
HoltWinters(Nile, gamma = FALSE)$alpha
HoltWinters(Nile, alpha = .3, gamma = FALSE)$beta
