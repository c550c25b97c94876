# Bagged clustering; distances as the vectors they are; summaries of lists.
library(e1071); set.seed(1); bc <- bclust(iris[,1:4], 3, base.centers=5); print(runif(1)); bc
library(e1071); set.seed(1); bc <- bclust(iris[,1:4], 3, base.centers=5,verbose=FALSE); str(unclass(bc)); summary(bc); clusters.bclust(bc,4)[1:20]; centers.bclust(bc,4);clusters.bclust(bc,2,iris[c(1,60,120),1:4]); table(clusters.bclust(bc, 3)); plot(bc); boxplot(bc)
library(e1071); x <- as.matrix(iris[,1:4]); for (ms in 1:11) {set.seed(2); b <- bclust(x,2,iter.base=3,base.centers=6,minsize=ms,verbose=FALSE,maxcluster=3);print(table(b$allcluster)); print(runif(1)); print(b$allcenters)}
library(e1071); x <- as.matrix(iris[,1:4]);set.seed(2); b <- bclust(x,2,iter.base=3,base.centers=6,minsize=12)
library(e1071); x <- as.matrix(iris[,1:4]);set.seed(2); b <- bclust(x,2,iter.base=3,base.centers=6,minsize=25)
library(e1071); x <- as.matrix(iris[,1:4]);set.seed(2); b <- bclust(x,8,iter.base=3,base.centers=6)
library(e1071); x <- as.matrix(iris[,1:4]);set.seed(2); b <- bclust(x,3,iter.base=3,base.centers=6,final.kmeans=TRUE,dist.method="manhattan",hclust.method="ward.D2"); str(b); runif(1)
library(e1071); x <- as.matrix(iris[,1:4]);for (m in c("maximum","canberra","binary")) {set.seed(1); b<-bclust(x,3,iter.base=3,base.centers=4,dist.method=m,verbose=FALSE); print(b$hclust)}
library(e1071); x <- as.matrix(iris[,1:4]);cnt<-0
mybase <- function(x, centers, ...) {cnt<<-cnt+1; cat("[",dim(x), round(x[1,],1), centers, length(list(...)),"]"); if (cnt==2) stop("x"); kmeans(x,centers)}
set.seed(3); b <- bclust(x,3,iter.base=3,base.centers=4,base.method="mybase"); b$allcenters
library(e1071);x <- as.matrix(iris[,1:4]); b<-{set.seed(1); bclust(x,3,iter.base=2,base.centers=5)}
h<-hclust.bclust(b,x,4); str(h)
h<-hclust.bclust(b,centers=4,hclust.method="single"); str(h)
h<-hclust.bclust(b,centers=4,final.kmeans=TRUE,x=x,maxcluster=8); str(h)
clusters.bclust(b,1)[1:3]; centers.bclust(b,1); 
library(e1071); set.seed(1);str(bclust(1:20,3,iter.base=2,base.centers=3))
library(e1071); set.seed(2); x<-as.matrix(iris[,1:4]); b<-bclust(x,3,iter.base=3,base.centers=5,base.method="cmeans",verbose=FALSE); b$centers; str(b); b<-bclust(x,3,iter.base=2,base.centers=4,weights=1:150,resample=FALSE); b$allcenters;b<-bclust(x,3,iter.base=2,base.centers=4,weights=1:150); b$allcenters

d <- dist(matrix(c(1,2,5,7),4)); d[1]; max(d); d^2; mean(d); length(d); attr(d,"Size"); as.matrix(d)[1,2]; d/2; str(d); as.vector(d); which.min(d); class(d); attr(d,"method"); round(d,1); sum(d > 2); summary(d); sort(d); range(d)
d <- dist(matrix(c(1,2,5,7),4)); attr(d, "Labels") <- letters[1:4]; d; attr(d,"method") <- "foo"; hclust(d); attributes(d)
h <- hclust(dist(c(1,2,5,7,11))); h$labels <- letters[1:5]; h; cutree(h, 2); h$labels; h$method <- "x"; h; as.dist(matrix(c(0,1,2,1,0,3,2,3,0),3))[2]

summary(list(a=1:3,b="x",f=factor(1),g=list(1), h=NULL, i=mean, j=as.Date("2020-01-01")))
summary(list(1,2))
x <- structure(list(a=1,b="q"), class="foo"); summary(x); str(x); print(x)
sort(table(c("b","a","b"))); sort(factor(c("b","a"))); sort(as.Date(c("2020-02-01","2019-01-01"))); sort(c(b=2,a=1)); sort(structure(c(2,1),class="foo")); sort(as.difftime(c(2,1),units="hours")); sort(noquote(c("b","a")))

