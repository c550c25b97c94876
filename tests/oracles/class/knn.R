# Rscript knn.R knn.json: 60 random problems with many ties, and the next random number after each.
suppressPackageStartupMessages({library(class);library(jsonlite)})
res<-list(); 
for(s in 1:60){ set.seed(s); n<-sample(5:20,1); p<-sample(1:3,1); m<-sample(1:6,1); nc<-sample(1:4,1)
 tr<-matrix(sample(-2:2,n*p,TRUE),n); te<-matrix(sample(-2:2,m*p,TRUE),m); cl<-factor(sample(letters[1:nc],n,TRUE),levels=letters[sample(nc+1)])
 k<-sample(1:6,1); k<-min(k,n); l<-sample(0:(k+2),1); if(runif(1)<.5) l<-0
 set.seed(s); r<-knn(tr,te,cl,k=k,l=l,prob=TRUE)
 res[[s]]<-list(seed=s,train=tr,test=te,levels=I(levels(cl)),cl=I(as.character(cl)),k=k,l=l,r=I(as.character(r)),prob=I(attr(r,"prob")),uniform=runif(1)) }
writeLines(toJSON(res,digits=NA,auto_unbox=TRUE,matrix="rowmajor"),commandArgs(TRUE)[1])
