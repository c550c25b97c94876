set.seed(3); n<-400
out <- list()
for(i in 1:n){ words <- replicate(sample(0:12,1), paste0(paste(sample(letters,sample(1:9,1),TRUE),collapse=""), sample(c("",".","?","!",".)",".\"",".'",")",":",".]"),1)))
 s <- paste0(sample(c(""," ","  ","\n"),1),paste0(words, sample(c(" ","  ","\t","\n","\n\n","   "," \n "),length(words),TRUE),collapse=""))
 w<-sample(3:40,1); ind<-sample(0:4,1); ex<-sample(0:4,1)
 out[[i]] <- list(s=s,w=w,ind=ind,ex=ex,r=as.list(strwrap(s,w,ind,ex)))}
cat(jsonlite::toJSON(out,auto_unbox=TRUE))
