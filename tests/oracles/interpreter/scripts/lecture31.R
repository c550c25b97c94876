# Row names: automatic ones give matrices, distances and clusters none, numbered ones do
x <- scale(iris[,1:4]); attributes(dist(x))$Labels; attributes(dist(iris[1:3,1:2]))$Labels; attributes(dist(iris[,1:2]))$Labels; attributes(dist(cars))$Labels
names(kmeans(iris[,1:4],iris[1:2,1:4])$cluster); names(kmeans(x,x[1:2,])$cluster)
cmdscale(dist(cars))[1:2,]; attributes(dist(as.matrix(cars)))$Labels
dist(head(cars,3))
d <- as.matrix(dist(cars)); d[1:2,1:2]
cutree(hclust(dist(cars)),3); cutree(hclust(dist(iris$Sepal.Length)),3)[1:4]; cutree(hclust(dist(x)),2:3)[1:3,]
library(MASS)
dist(mtcars[1:3,1:3]); attributes(dist(faithful))$Labels[1:3]
names(kmeans(faithful,faithful[1:2,])$cluster)[1:3]
k <- kmeans(mtcars[,1:3],mtcars[c(1,5),1:3]); head(k$cluster,2); k2 <- kmeans(as.matrix(cats[,2:3]), cats[c(1,100),2:3]);head(k2$cluster,3)
k <- kmeans(cars,cars[c(1,50),]); k
d <- dist(cars, method="manhattan", diag=TRUE); class(d); attributes(d)$call
k3 <- kmeans(cats$Bwt, c(2,3)); k3$cluster[1:4]; k3$centers
kmeans(iris[c(1:5,101:105),1:2], iris[c(1,101),1:2])
library(MASS)
head(apply(Boston,1,max)); head(scale(Boston)[,1:2],2); str(Boston[,1:3]); summary(Boston[,1:2]); head(Boston,2); dim(Boston); head(rownames(Boston))
head(model.matrix(medv~lstat,Boston),2); head(residuals(lm(medv~lstat,Boston)),2)
b <- Boston; rownames(b) <- NULL; head(apply(b,1,max),2)
s <- as.data.frame(scale(Boston)); head(as.matrix(s)[,1:2],2)
head(prcomp(Boston, scale.=TRUE)$x[,1:2],2); head(log(crabs[,4:6]),2); head(as.matrix(biopsy),2)
sapply(split(cats$Bwt,cats$Sex),mean); Pima.te[1:2,]; head(data.matrix(cats),2); head(cbind(cats,u=1),2); all.equal(cats,cats)
head(faithful,3); head(as.matrix(faithful),2); kmeans(faithful, faithful[c(1,2),])$size; head(kmeans(faithful, faithful[c(1,2),])$cluster); head(scale(faithful),2); npk[1:2,]; head(Orange,2); summary(CO2); head(as.matrix(longley),2); head(apply(randu,1,sum),3); head(predict(lm(eruptions~waiting,faithful)),2)
library(MASS)
d <- data.frame(Boston[,1:2], z=1); attributes(d)$row.names[1:3]; head(as.matrix(d),2)
d <- expand.grid(a=1:2,b=1:2); as.matrix(d); rownames(as.matrix(cbind(cats[1:2,],b=1)))
rownames(as.matrix(data.frame(a=cats$Bwt[1:3])));rownames(as.matrix(with(cats,data.frame(Bwt,Hwt))))
r <- rbind(Pima.tr,Pima.te); head(rownames(as.matrix(r))); dim(r); tail(rownames(r),2)
merge(cats[1:2,], cats[1:3,]); head(aggregate(Hwt~Sex,cats,mean)); u<-unsplit(split(cats,cats$Sex),cats$Sex); head(u,2); do.call(rbind,lapply(split(cats,cats$Sex),head,2))
hc <- hclust(dist(scale(crabs[1:8,4:8]))); hc$labels; cutree(hc,2)
hc <- hclust(dist(iris[1:8,1:4])); hc$labels; cutree(hc,2)
hc <- hclust(dist(iris[,1:4])); hc$labels; cutree(hc,2)[1:3]
na.omit(biopsy)[1:2,]; nrow(na.omit(survey)); head(complete.cases(survey)); by(cats$Hwt, cats$Sex, mean); head(predict(glm(type~.,binomial,Pima.tr)),3)
p<-lda(Sex~.,cats); head(predict(p)$class); head(predict(p)$posterior,2)
cats[nrow(cats)+1,]<-list("F",2,7); tail(cats,2)
k <- hclust(dist(iris[1:5, 1:4])); k$labels
cutree(hclust(dist(cars)), h = 20)[1:5]
m <- e1071::svm(dist ~ speed, cars, kernel = "linear")
str(m$SV)
t(m$coefs) %*% m$SV
