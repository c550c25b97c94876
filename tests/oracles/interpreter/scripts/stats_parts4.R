# Offsets as arguments, products of arrays of one dimension
rate <- data.frame(ev = c(5, 9, 12), py = c(100, 150, 120), g = c("a", "b", "c")); r <- glm(ev ~ g, poisson, rate, offset = log(py)); exp(coef(r)); predict(r, data.frame(g = "b", py = 1), type = "response"); r; r$offset; predict(r)
lp <- log(c(100,150,120)); ev <- c(5,9,12); x <- 1:3; m <- glm(ev ~ x, poisson, offset = lp); m; f <- function() { off <- c(1,2,4); lm(ev ~ x, offset = off) }; f(); d <- data.frame(y=1:4,x=c(2,1,4,3),w=1:4); lm(y~x,d,offset=d$w); lm(y~x,d,offset=w,subset=x>1); lapply(1:2, function(k) coef(lm(y~x,d,offset=k*w)))
a <- as.array(c(a=1,b=2)); b <- as.table(c(x=1,y=2)); a %*% t(b); b %*% t(b); matrix(1:4,2) %*% b; c(a=1,b=2) %*% t(c(1,2)); b %*% matrix(1:4,2)
model.tables(aov(yield~block+N,npk), "means", digits=3)
