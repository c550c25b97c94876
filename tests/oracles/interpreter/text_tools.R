# Reshaping, interpolation, complex numbers, periods of dates, small tools.
marks <- data.frame(sid = c(1, 1, 2, 3, 5), course = c("math", "art", "math", "bio", "art"), mark = c(90, 80, 70, 85, 60)); w <- reshape(marks, idvar = "sid", timevar = "course", direction = "wide"); w; attributes(w)$reshapeWide; names(w)
reshape(data.frame(id = 1:2, x1 = c(5, 6), x2 = c(7, 8)), direction = "long", varying = c("x1", "x2"), v.names = "x", timevar = "time", idvar = "id")
reshape(data.frame(g=c("a","b"), x.1 = c(5, 6), x.2 = c(7, 8), y.1=1:2, y.2=3:4), direction = "long", varying = 2:5)
l <- reshape(data.frame(id=c(10,20), g=c("a","b"), x.1 = c(5, 6), x.2 = c(7, 8)), direction = "long", varying = list(c("x.1","x.2")), v.names="score", idvar="id", timevar="when", times=c("pre","post")); l; rownames(l) <- NULL; l; l[order(l$id),]
head(reshape(Indometh, v.names = "conc", idvar = "Subject", timevar = "time", direction = "wide"),2)[,1:4]; df <- data.frame(id = rep(1:2, rep(3,2)), visit = I(rep(c("Baseline","Visit 1","Visit 2"),2)), x = 1:6, y = 11:16); reshape(df, timevar = "visit", idvar = "id", direction = "wide")
wide <- reshape(data.frame(id=rep(1:3,2), t=rep(1:2,each=3), v=1:6), idvar="id", timevar="t", direction="wide"); wide; reshape(wide); str(wide)
Re(polyroot(c(6, -5, 1))); Mod(complex(real=3,imaginary=4)); complex(real=1,imaginary=2); Conj(complex(real=1,imaginary=2)); Im(c(1,2)); round(Re(polyroot(c(-6,11,-6,1))),6); sqrt(as.complex(-1)); Arg(-1); (1+2i)*(3-1i); is.complex(1i); c(1+2i, 3); abs(3+4i);

x <- c(1, 2, 4, 7); y <- c(2, 4, 3, 8)
approx(x, y, xout = c(1.5, 3, 5)); approx(x, y, n = 4); f <- approxfun(x, y); f(c(0, 3, 8)); f(2:4); approx(x, y, xout = c(0, 8), rule = 2)$y; approxfun(x, y, method = "constant")(c(1.5, 4, 6)); approx(x,y,xout=c(1.5,3),method="constant",f=.5)$y; approx(c(1,1,2),c(3,5,6),xout=1:2); approx(c(3,1,2),c(1,NA,4),n=2); approx(list(x=1:3,y=4:6),xout=2.5); approx(c(5,6,7),xout=2.5); approx(x,y,xout=NA); approx(x,y,xout=c(0,9),yleft=-1,yright=99)$y
x <- c(1, 2, 4, 7); y <- c(2, 4, 3, 8)
spline(x, y, n = 5); sf <- splinefun(x, y); sf(c(1.5, 3)); sf(3, deriv = 1); sf(c(0,3,9),deriv=2); sf(5,deriv=3); splinefun(x, y, method = "natural")(c(0,1.5, 3, 6,9)); spline(1:3,c(1,4,2),n=4); spline(1:2,c(1,4),n=3)$y; splinefun(x,c(2,4,3,2),"periodic")(c(0,1.5,3,9)); spline(c(1,3,2,5),n=6)$y; sum(spline(1:10,sin(1:10))$y); spline(x,y,xout=c(2,3),method="natural"); splinefun(1:6,c(1,4,9,16,25,36))(c(2.5,7))
approx(1, 2, xout = 1)

as.hexmode(255); format(as.hexmode(10)); rev(as.integer(intToBits(5))[1:8]); ppoints(5); toeplitz(1:3); type.convert(c("1","2","x"), as.is=TRUE); type.convert(c("1","NA"),as.is=TRUE); mat.or.vec(2,2); pb <- txtProgressBar(max=3, style=3); for (i in 1:3) setTxtProgressBar(pb, i); close(pb); bitwNot(5L); bitwShiftL(1L,4L); hasName(list(a=1),"a"); set.seed(1); round(jitter(1:4),4); isa(1,"numeric"); nclass.Sturges(1:100); extendrange(1:5); trunc(as.Date("2024-05-17"),"months"); sqrt(as.complex(-4)); data.class(matrix(1:4,2)); asplit(matrix(1:4,2),1)[[2]]
print.foo <- function(x, ...) cat("foo\n"); as.numeric(c("NA","2")); x <- as.Date(c("2024-01-01",NA)); summary(x); lt <- as.POSIXlt("2024-02-29 13:45:30", tz = "UTC"); lt$hour; lt$year + 1900; format(lt,"%H"); strptime("10:20", "%H:%M", tz = "UTC")$min; trunc(as.POSIXct("2024-02-29 13:45:30", tz = "UTC"),"hours"); class(lt); as.POSIXct(lt); as.Date(lt); unlist(lapply(c("2024-01-01 10:00:00"), function(s) as.POSIXlt(s, tz="UTC")$wday))
pb <- txtProgressBar(0, 10, style=1); for (i in 1:10) setTxtProgressBar(pb, i); close(pb)
cut(as.Date(c("2024-05-17", "2023-11-02", "2024-01-30")),"month"); d<-as.Date(c("2024-05-17", "2024-05-02", "2024-01-30",NA)); table(cut(d,"week")); cut(d,"2 months"); cut(d, "year"); cut(d,"quarter"); cut(d, as.Date(c("2024-01-01","2024-03-01","2024-06-01"))); cut(d, as.Date(c("2024-01-01","2024-03-01","2024-06-01")), labels=c("a","b")); cut(d,"day")[1]; cut(d,"month",labels=FALSE); cut(d,"week",start.on.monday=FALSE)[1:2]; cut(d,"2 weeks")[1]; cut(d,"10 days")[1]
cut(as.Date("2024-05-17"),"foo")

