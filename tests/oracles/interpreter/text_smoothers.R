# Smoothers of Tukey, running medians, steps, Fourier transforms, complex numbers as text.
x3 <- c(4, 1, 3, 6, 6, 4, 1, 6, 2, 4, 2); smooth(x3); smooth(x3,"3R"); smooth(x3, "3RSR"); smooth(x3,"3RSS"); smooth(x3,"3"); smooth(x3,"S"); smooth(x3, twiceit=TRUE)
set.seed(1); x <- round(rnorm(40),1); for (k in c("3RS3R","3RSS","3RSR","3R","3","S")) {print(smooth(x,k)); print(summary(smooth(x,k)))}
smooth(lh)
set.seed(3); x <- rnorm(15); runmed(x,3); runmed(x,5); runmed(x,7,"keep"); runmed(x,5,endrule="constant"); runmed(1:10,4); smoothEnds(x,5)
deaths <- rbind(c(14,15,14),c( 7, 4, 7),c( 8, 2,10),c(15, 9,10),c( 0, 2, 0)); dimnames(deaths) <- list(c("1-24", "25-74", "75-199", "200++", "NA"),paste(1973:1975))
k <- with(cars, ksmooth(speed, dist, "normal", bandwidth = 2)); str(k); head(k$y); str(with(cars, ksmooth(speed, dist, "box", bandwidth = 5)))
y0 <- c(1., 2., 4., 3.)
str(qqplot(1:5, c(2,4,9), plot.it=FALSE))
fft(1:4); Mod(fft(c(1,2,3))); fft(fft(1:5), inverse=TRUE)/5; mvfft(matrix(1:6,3)); fft(matrix(1:4,2)); Re(fft(c(1,0,0)))
besselJ(1:3,0); besselI(1,1,TRUE); besselK(2,0.5); besselY(2,1); psigamma(2,2)
c(1+2i,1.5+0.333i); fft(c(1,5,2,7,3)); matrix(c(1+2i,1.5-1i,3i,NA),2); sqrt(as.complex(-2)); exp(1i*pi); print(exp(1i), digits=3); (1:3)*1i; 100.123456789+2.000001i; str(1+2.5i); paste(1.5+2i); format(1+2.333i); cat(1.23456789+2i,"\n"); data.frame(z=c(1+1i,2.5+3i))
eigen(matrix(c(0,1,-1,0),2)); eigen(matrix(c(2,1,0,-1,2,1,3,0,1),3))$values
exists("stl.of.nothing")
