# Contrasts that a factor carries
f <- factor(c("a","b","c","a")); contrasts(f) <- contr.sum(3); contrasts(f); attributes(f)
contrasts(f) <- contr.sum; contrasts(f)
contrasts(f) <- "contr.helmert"; attributes(f); contrasts(f); contrasts(f, contrasts=FALSE)
contrasts(f, 1) <- cbind(c(1,-1,0)); contrasts(f)
contrasts(f) <- cbind(c(1,-1,0)); contrasts(f)
contrasts(f) <- cbind(u=c(1,-1,0),v=c(0,1,-1)); f
y <- c(1,3,2,5); d <- data.frame(y,f); lm(y~f,d); lm(y~f); model.matrix(~f); str(f); d[1:3,]; attributes(d$f[1:2])
f <- factor(c("a","b","c","a","d")); contrasts(f) <- contr.treatment(4, base=2); contrasts(f); coef(lm(c(1,2,3,4,5)~f)); contrasts(factor(f[1:4]))
m <- lm(c(1,2,3,4,5)~f); m$contrasts; predict(m, data.frame(f=c("a","d")))
d <- warpbreaks; contrasts(d$tension) <- contr.helmert(3); m <- lm(breaks~wool+tension,d); m; m$contrasts
suppressWarnings(predict(m, d[1:2,])); anova(m); summary(aov(breaks~tension,d)); coef(update(m,.~tension))
contrasts(d$wool) <- "contr.sum"; summary(glm(breaks~wool*tension,poisson,d))$coef; m2 <- lm(breaks~wool, d, subset=tension!="L"); coef(m2)
L <- cbind(c(1, 1, -1, -1, -1, 1) , c(1, -1, 0, 0, 0, 0)); i <- InsectSprays
contrasts(i$spray, 2) <- L
summary(aov(count ~ spray, i), split = list(spray = list("ABF vs CDE" = 1, "A vs B" = 2)))
tryCatch(predict(lm(breaks~tension,d), d[1:2,]), warning=function(w) cat(conditionMessage(w), "\n"))
# Further arguments and names in minimisers
optim(c(1,1), function(p, k) sum((p-k)^2), gr=function(p,k) 2*(p-k), k=2, method="BFGS")$par
x <- c(1,2,3); nll <- function(par, data) -sum(dgamma(data, shape = par[1], rate = par[2], log = TRUE))
fit <- optim(c(1, 1), nll, data = x, hessian = TRUE); round(fit$par,2)
optim(c(a=1,b=1), function(p, k) sum((p-k)^2), NULL, 2, method="L-BFGS-B")$par
optim(1, function(p, k) (p-k)^2, k=2, method="Brent", lower=0, upper=5)$par
set.seed(1); optim(c(1,1), function(p, data) sum((p-data)^2), method="SANN", data=3, control=list(maxit=20))$counts
optim(c(a=1,b=1), function(p) { (p["a"]-2)^2+(p["b"]-1)^2 })$par |> round(2)
round(optimHess(c(1,1), function(p, k) sum(k*(p)^2), k=2), 4)
nlminb(c(a=1,b=1), function(p, k) (p[["a"]]-k)^2+(p[["b"]]-1)^2, k=3)$par
