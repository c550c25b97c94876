# Objects for read_rds and load, written by R 4.2.2 in this folder.
x<-list(a=c(1.5,NA),b=c(1L,NA),c=c(TRUE,NA),d=c("x",NA),f=factor(c("u","v")),m=matrix(1:4,2,dimnames=list(c("r","s"),c("p","q"))),n=c(k=1,l=2),df=data.frame(x=1:2,g=c("a","b"),stringsAsFactors=TRUE),dt=as.Date("2024-02-29"),z=NULL)
saveRDS(x,"x.rds"); y<-1:3; w<-iris[1:2,]; save(y,w,file="x.RData")
