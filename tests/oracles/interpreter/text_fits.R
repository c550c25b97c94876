# Fits and their parts: likelihood ratio tests, tune.control, scores, errors; names in data frames.
library(nnet)
f0 <- multinom(Species ~ 1, iris, trace=FALSE); f1 <- multinom(Species ~ Sepal.Width, iris, trace=FALSE); f2 <- multinom(Species ~ Sepal.Width + Sepal.Length, iris, trace=FALSE, maxit=300)
anova(f0, f1, f2); str(unclass(anova(f0,f1,f2))); anova(f2,f0); anova(f0,f1,test="none")
c2 <- multinom(factor(am) ~ wt, mtcars, trace=FALSE); c1 <- multinom(factor(am) ~ 1, mtcars, trace=FALSE); anova(c1,c2)
b <- anova(f1,f2); b$Df; class(b); attributes(b)$heading
library(nnet); f1 <- multinom(Species ~ Sepal.Width, iris, trace=FALSE); anova(f1)
library(MASS); library(nnet); f0 <- multinom(Species ~ 1, iris, trace=FALSE); f1 <- multinom(Species ~ Sepal.Width, iris, trace=FALSE); f2 <- multinom(Species ~ Sepal.Width + Sepal.Length, iris, trace=FALSE, maxit=300)
anova(f0, f1, f2); print(anova(f0,f1),digits=4)
anova(f0, f1, test="none")
library(e1071); tc <- tune.control(cross=5); names(tc); tc$cross; tc$random; tc$sampling; tc$nboot; tc$boot.size; tc$performances; tc$fix; tc$error.fun; class(tc); tc$repeat.aggregate(c(1,2,6)); is.function(tc$sampling.aggregate)
fit <- prcomp(USArrests, scale.=TRUE); predict(fit, data.frame(Murder = 10, Assault = 200, UrbanPop = 60, Rape = 20)); predict(fit, USArrests[1:2,]); pc <- princomp(USArrests); predict(pc, data.frame(Murder = 10, Assault = 200, UrbanPop = 60, Rape = 20)); head(predict(prcomp(iris[,1:4]), iris[1:3,1:4])); predict(prcomp(~Murder+Rape,USArrests), data.frame(Murder=1:2,Rape=2:3))
d <- data.frame(a=1:3,b=4:6,c=letters[1:3]); d[cbind(c(1,3),c(2,1))] <- NA; d; d[cbind(1:2,c(1,2))] <- c(10,20); d; d[is.na(d)] <- 0L; d
d <- data.frame(a=1:3,b=4:6); d[matrix(1:3,1)] <- 1
d <- data.frame(f=factor(c(a="x",b="y",c="x"))); str(d); d2 <- data.frame(m=1:3); d2$f <- factor(c(a="x",b="y",c="x")); str(d2); str(list(f=factor(c(a="u"))))
d2 <- data.frame(m=1:3); d2$f <- factor(c(a="x",b="y",c="x")); names(attributes(d2$f)); d2$x <- c(a=1,b=2,c=3); names(d2$x); str(d2)
d2[["g"]] <- factor(c(a="x",b="y",c="x")); names(attributes(d2$g)); d2["h"] <- factor(c(a="x",b="y",c="x"));names(attributes(d2$h))
m <- matrix(c("a","b","c","d"),2,dimnames=list(c("r","s"),c("u","v"))); d <- as.data.frame(m, stringsAsFactors=TRUE); str(d); attributes(d$u)
m <- matrix(1:4,2,dimnames=list(c("r","s"),c("u","v"))); str(as.data.frame(m));  d <- data.frame(m=c("a","b"), stringsAsFactors=TRUE); attributes(d$m); d <- data.frame(x=c(a="k",b="l"), stringsAsFactors=TRUE); attributes(d)
d <- as.data.frame(matrix(c("a","b","c","d"),2,dimnames=list(c("r","s"),c("u","v")))); attributes(d$u)
str(data.frame(k=factor(c(a="x",b="y",c="x"))))
d <- data.frame(m=1:3); d$x <- c(a=1,b=2,c=3); names(d$x); d[["y"]] <- c(a=1,b=2,c=3); names(d$y); d["z"] <- c(a=1,b=2,c=3); names(d$z); d[,"w"] <- c(a=1,b=2,c=3); names(d$w); d$l <- list(a=1,b=2,c=3); names(d$l); d$q <- c(a=5); names(d$q); d[2:3,"m"] <- c(u=9L,v=8L); names(d$m); str(d)
d <- data.frame(m=1:3); d[c("a","b")] <- list(c(x=1,y=2,z=3),c(x=1,y=2,z=3)); names(d$a); d <- within(d, k <- c(a=1,b=2,c=3)); names(d$k); d <- transform(d, k2=c(a=1,b=2,c=3)); names(d$k2); d <- cbind(d, k3=c(a=1,b=2,c=3)); names(d$k3)
d <- data.frame(m=1:3); d$D <- c(a=as.Date("2020-01-01"),b=as.Date("2020-01-02"),c=as.Date("2020-01-03")); names(d$D); d[[1]] <- c(a=1,b=2,c=3); names(d[[1]]); d[[2]] <- factor(c(a=1,b=2,c=3)); d; str(d)
m <- matrix(c("a","b","c","d"),2,dimnames=list(c("r","s"),c("u","v"))); d <- as.data.frame(m, stringsAsFactors=TRUE); d$u; d[2,]; table(d$u); levels(d$v); str(as.data.frame(m)); str(as.data.frame(matrix(c("a","b"),1), stringsAsFactors=TRUE)); d[["u"]][2]; tapply(1:2, d$u, sum); d
fit <- lm(Ozone ~ Wind, airquality[1:30,]); fit$na.action
fit <- glm(am ~ wt, binomial, transform(mtcars, wt=c(NA,wt[-1])), na.action=na.exclude); fit$na.action; str(fit$na.action)
library(e1071); aq <- svm(Ozone ~ Temp + Wind, data = airquality[1:30,]); aq$na.action; str(aq$na.action)
library(nnet); set.seed(1); aq <- nnet(Ozone ~ Temp + Wind, data = airquality[1:30,], size=1, trace=FALSE); aq$na.action; aq$call; set.seed(1); nnet(as.matrix(iris[,1:4]), class.ind(iris$Species), size=1, trace=FALSE)$call
f <- factor(c(a="x",b="y")); str(attributes(f)); f; str(f[1])
library(e1071); p <- fitted(svm(Species~.,iris)); str(attributes(p)); str(attributes(predict(naiveBayes(Species~.,iris),iris)))
library(e1071); library(nnet)
library(e1071); library(nnet); r <- try(nnet(Species ~ ., iris, trace = FALSE), silent = TRUE); cat(r)
r <- try(nnet(mpg ~ ., mtcars, trace = FALSE, size=500), silent = TRUE); cat(r)
r <- try(nnet(mtcars[1:3], mtcars$am, trace = FALSE, size=500), silent = TRUE); cat(r)
r <- try(svm(factor(am) ~ ., mtcars, type = "nu-classification", nu = 0.99), silent = TRUE); cat(r)
r <- try(svm(factor(am) ~ ., mtcars, kernel="foo"), silent = TRUE); cat(r)
r <- try(svm(factor(am) ~ ., mtcars, type="foo"), silent = TRUE); cat(r)
r <- try(svm(Species ~ ., iris, class.weights=c(a=1)), silent = TRUE); cat(r)
hc <- hclust(dist(USArrests[1:10, ]), "average"); plot(hc); rect.hclust(hc, 3); 1
library(class); set.seed(7); i <- sample(150, 150, TRUE); tr <- iris[i,1:4]; te <- iris[-unique(i),1:4]; for (k in 1:6) { print(as.integer(knn(tr, te, iris$Species[i], k=k))); print(runif(1)) }
library(class); set.seed(7); x <- rbind(c(0,0),c(0,0),c(0,0),c(1,1),c(1,1),c(2,2)); cl <- factor(c("a","b","c","a","b","b")); for (k in 1:6) { print(knn(x, rbind(c(.5,.5),c(0,0),c(1,1)), cl, k=k, prob=TRUE)); print(runif(1)) }
library(nnet); f <- multinom(Species ~ Sepal.Width, iris, trace=FALSE); confint(f); 1
fit <- structure(list(a=1), class="zz"); logLik.zz <- function(object, ...) structure(-10, df=2, nobs=20, class="logLik"); AIC(fit); BIC(fit); g <- fit; AIC(fit, g); AIC(fit, k=3); nobs(logLik(fit)); logLik(fit)
library(nnet); f <- multinom(Species ~ Sepal.Width, iris, trace=FALSE); ci <- confint(f); ci[,,"virginica"]; dim(ci); dimnames(ci)[[3]]; class(ci)
l <- structure(-10, df=2, nobs=20, class="logLik"); AIC(l); BIC(l); m <- lm(dist~speed,cars); AIC(logLik(m)); BIC(logLik(m)); nobs(logLik(m)); AIC(m); BIC(m, lm(dist~1,cars))
library(e1071); set.seed(6); t2 <- tune.knn(iris[, 1:4], iris$Species, k = 1:5); t2$performances; runif(1)
library(e1071); set.seed(6); t2 <- tune.knn(iris[, 1:4], iris$Species, k = 3, tunecontrol = tune.control(sampling = "boot",nboot=1)); t2$performances; runif(1); length(t2$train.ind[[1]])
library(e1071); library(class);set.seed(6); i <- sample(150, 135, TRUE); te <- setdiff(1:150, i); p <- knn(iris[i,1:4], iris[te,1:4], iris$Species[i], k=3); mean(p!=iris$Species[te]); runif(1)
library(MASS); ginv(matrix(1:4,2)); ginv(cbind(1:3,2*(1:3))); ginv(1:3); ginv(matrix(0,2,3)); A <- cbind(1, c(1, 2, 3, 4, 5), c(2, 1, 4, 3, 6)); ginv(A) %*% c(3,4,8,9,13); ginv("a")
library(MASS); fit <- stepAIC(lm(mpg ~ wt + hp + qsec + drat, mtcars), trace=FALSE); fit$anova; fit; formula(fit); class(fit$anova); summary(fit)$r.squared
library(MASS); quine.hi <- aov(log(Days + 2.5) ~ .^3, quine); quine.nxt <- update(quine.hi, . ~ . - Eth:Sex:Lrn); fit <- stepAIC(glm(am ~ wt + hp + qsec, binomial, mtcars)); fit$anova
library(MASS); f <- function(d) { m <- lm(mpg ~ ., d); stepAIC(m, direction="backward", trace=0)$anova }; f(mtcars[,1:5]); m0 <- lm(mpg~1, mtcars); stepAIC(m0, scope=list(upper=~wt+hp, lower=~1), direction="forward", trace=0)$anova
s <- step(lm(mpg ~ wt + hp + qsec + drat, mtcars), trace=0); s$anova
suppressMessages(library(ROCR)); p <- prediction(c(.1,.4,.35,.8), c(0,0,1,1)); p; performance(p,"auc")@y.values; print(p); perf <- performance(p,"tpr","fpr"); slotNames(perf); isVirtualClass("performance"); is(perf)
suppressMessages(library(ROCR)); p <- prediction(list(c(.1,.4,.35,.8),c(.1,.4,.35,.8)), list(c(0,0,1,1),c(0,0,1,1))); p; 1; performance(p,"tpr","fpr")
hc <- hclust(dist(USArrests[1:6, ]), "average"); cophenetic(hc); cor(cophenetic(hc), dist(USArrests[1:6, ])); h2 <- hclust(dist(c(1,2,4,7,11)),"single"); cophenetic(h2); class(cophenetic(h2)); as.matrix(cophenetic(h2))
hc <- hclust(dist(USArrests[1:6, ]), "average"); d <- as.dendrogram(hc); d; class(d); order.dendrogram(d); labels(d); nobs(d); attr(d,"height"); d[[1]]; d[[2]]; length(d); plot(d); attr(d,"midpoint"); attr(d[[2]],"midpoint"); attr(d, "members"); d[[c(2,1)]]
suppressMessages(library(ROCR)); p <- prediction(c(a=.1,b=.4,c=.35,d=.8), c(0,0,1,1)); acc <- performance(p,"acc"); acc@x.values; acc@y.values; p@cutoffs; p@predictions; p@fp; roc <- performance(p,"tpr","fpr"); roc@x.values; roc@alpha.values; p@labels; p@n.pos
suppressMessages(library(ROCR)); p <- prediction(c(a=.1,b=.4,c=.4,d=.8,e=.4,f=.1), c(0,0,1,1,0,1)); p@cutoffs; p@predictions; performance(p,"acc")@x.values; performance(p,"f")@x.values; performance(p,"cost")@x.values; performance(p,"prec","rec")@alpha.values;performance(p,"acc","cutoff")@y.values
m <- cbind(x=c(a=.1,b=.4,c=.3),y=c(.2,.5,.1)); q <- prediction(m, cbind(c(0,1,1),c(0,1,0))); q@cutoffs; q@predictions
prediction(list(c(a=.1,b=.2)), list(c(0,1)))@cutoffs
library(class)
# k = 3: distances d3 exact tie group with growing spread
f <- function(d, k=3) attr(knn(matrix(sqrt(d)), matrix(0,1,1), factor(rep(c("a","b"),c(2,length(d)-2))), k=k, prob=TRUE),"prob")
print(f(c(.05,.06,.19,.19,.19*(1+1e-15),.19*(1+2e-15))))
print(f(c(.05,.06,.19,.19,.19*(1+1e-15),.19*(1+1e-5))))
print(f(c(.05,.06,.19,.19,.19,.19,.19)))
print(f(c(.05,.06,.19,.19*(1-1e-6),.19*(1-2e-6))))
print(f(c(.05,.06,.19*(1-1e-6),.19*(1-2e-6),.19)))
print(f(c(.05,.06,.19*(1-2e-6),.19*(1-1e-6),.19)))
print(f(c(.19,.05,.06,.19*(1-2e-6),.19*(1-1e-6),.19)))
print(f(c(.19,.19,.19,.19,.05,.06)))
print(f(c(.19,.19,.05,.19,.06,.19)))
print(f(c(.19,.05,.19,.06,.19,.19)))
print(f(c(.05,.19,.19,.19,.19,.06)))
library(class)
# count voters: first row class a, all others distinct classes unknown -> use prob with winner class b: share=(v-1)/v
v <- function(d, k) { p <- attr(knn(matrix(sqrt(d)), matrix(0,1,1), factor(c("a", rep("b",length(d)-1))), k=k, prob=TRUE),"prob"); round(1/(1-p)) }
near <- function(m) .19*(1+(0:(m-1))*1e-7)
for (k in 2:6) { cat("k",k,":"); for (m in 1:9) { d <- c(.01*(1:(k-1)), near(m), .9,.91); cat(" ", v(d,k)) }; cat("   rev:"); for (m in 1:9) { d <- c(.01*(1:(k-1)), rev(near(m)), .9,.91); cat(" ", v(d,k)) }; cat("   last:"); for (m in 1:9) { d <- c(.005,.9,.91, near(m), .01*(seq_len(k-2))); cat(" ", v(d,k)) }; cat("  revlast:"); for (m in 1:9) { d <- c(.005,.9,.91, rev(near(m)), .01*(seq_len(k-2))); cat(" ", v(d,k)) }; cat("\n") }
# all near
for (k in 2:6) {cat("k",k,":"); for (m in k:10) cat(" ", v(near(m),k)); cat("  rev"); for (m in k:10) cat(" ", v(rev(near(m)),k)); cat("\n") }
library(class)
v <- function(d, k) { p <- attr(knn(matrix(sqrt(d)), matrix(0,1,1), factor(c("a", rep("b",length(d)-1))), k=k, prob=TRUE),"prob"); round(1/(1-p)) }
for (k in 1:4) { cat("k",k); for (ex in 1:6) { cat(" |"); for (ne in 0:5) { d <- c(.01*(seq_len(k-1)), rep(.25,ex), .25*(1+seq_len(ne)*1e-6), 1); if (k==1) d <- c(.25, rep(.25,ex-1), .25*(1+seq_len(ne)*1e-6), 1); cat(" ", v(d,k)) }}; cat("\n") }
set.seed(1); for (k in 1:4) { cat("k",k); for (ex in 1:6) { cat(" |"); for (ne in 0:5) { d <- c(rep(.25,ex), .25*(1+seq_len(ne)*1e-6), 1); d <- c(.01*(seq_len(k-1)), sample(d)); if (k==1) {p <- mean(replicate(20, {d<-c(.01,d);0}))}; if (k>1) cat(" ", v(d,k)) }}; cat("\n") }
mf <- model.frame(Species ~ ., iris); terms(mf)
f <- function(x, ...) UseMethod("f"); f.formula <- function(formula, data, ...) { mf <- model.frame(formula, data); names(mf) }; f(Species ~ ., data=iris)
f <- function(formula, data) { mf <- model.frame(formula, data); t <- terms(mf); attr(t,"term.labels") }; f(am ~ gear + mpg, mtcars)
M <- matrix(c(3L,NA,2L,4L,5L,1L,2L,2L,NA,1L,4L,4L),4); cor(M, use="pairwise.complete.obs"); cor(t(M), use="pairwise"); cov(M, use="complete.obs"); var(M, na.rm=TRUE)
plot(mpg ~ wt, mtcars, col = cyl, pch = am); boxplot(mpg ~ cyl, mtcars, col = c("red","blue")); plot(Sepal.Length ~ Petal.Length, data = iris, col = Species, main = "x"); 1
library(e1071); set.seed(102); tune(nnet::nnet, Species ~ ., data = iris, size = 2, trace = FALSE, ranges = list(decay = c(0.01, 0.1)), predict.func = function(m, d) factor(predict(m, d, type = "class"), levels = levels(iris$Species)), tunecontrol = tune.control(cross = 3)); f <- svm; set.seed(1); tune(f, Species~., data=iris, ranges=list(cost=1:2))
w <- cbind(data.frame(a=1:2,b=3:4), id=c("x","y")); reshape(w, direction="long", varying=1:2, v.names="v", timevar="t", idvar="id"); reshape(w, direction="long", varying=list(c("a","b")), idvar="id"); reshape(data.frame(id=1:2,x1=5:6,x2=7:8), direction="long", varying=c("x1","x2"), sep="", idvar="id")
a <- data.frame(k=c(2,1,3,2,1,3,2,1,3,4), v=1:10); b <- data.frame(k=1:3, w=c("x","y","z")); merge(a,b)
set.seed(1); a <- data.frame(k=sample(5,30,TRUE), v=1:30); b <- data.frame(k=c(5,3,1,2), w=1:4); merge(a,b)$v; merge(a,b,sort=FALSE)$v
set.seed(2); a <- data.frame(k=sample(letters[1:4],15,TRUE), v=1:15); b <- data.frame(k=sample(letters[1:4],8,TRUE), w=1:8); merge(a,b); merge(a,b,all=TRUE)$w
set.seed(3); for (n in c(5,12,40,150,400)) { a <- data.frame(k=sample(n %/% 3,n,TRUE), v=seq_len(n)); b <- data.frame(k=sample(n %/% 2, n %/% 2 + 3,TRUE), w=seq_len(n %/% 2 + 3)); m <- merge(a,b); print(sum(m$v*seq_len(nrow(m)))); print(sum(m$w*seq_len(nrow(m)))); m <- merge(a,b,sort=FALSE); print(c(head(m$v,8),head(m$w,8))); m <- merge(a,b,all=TRUE); print(head(m,12)) }
a <- data.frame(id=c(1,1,2,3), x=letters[1:4]); b <- data.frame(id=c(1,2,2,4), y=LETTERS[1:4]); merge(a,b); merge(a,b,all.x=TRUE); merge(a,b,all=TRUE); merge(a,b,by=NULL)[1:3,]; merge(a,b,all.y=TRUE,sort=FALSE)
a <- data.frame(g=c("b","a","b","a"), h=c(1,1,2,2), x=1:4); b <- data.frame(g=c("a","b","a"), h=c(2,1,1), y=5:7); merge(a,b); merge(a,b,by="g"); merge(a, b, by.x="h", by.y="h")
merge(data.frame(k=integer(0),v=integer(0)), data.frame(k=1:2,w=3:4), all=TRUE)
merge(data.frame(k=integer(0),v=integer(0)), data.frame(k=1:2,w=3:4))
