print(c(a=1L,b=NA))
print(c("a",NA))
print(NA_character_)
c(a=NA_character_)
list(NA,NULL)
data.frame(a=c("x",NA),b=c(NA,1L))
factor(c(1.5,2,NA))
table(c(NA,1),useNA="always")
x <- 1:3
x[5] <- 9L
x
matrix(NA,2,2)
m <- matrix(c("a",NA),1)
m
print(m,quote=FALSE)
noquote(c("a",NA))
c(TRUE,NA)
cat(c("a",NA),"\n")
paste(c("a",NA))
format(c("a",NA))
format(NA)
nchar(c("a",NA))
toupper(c("a",NA))
is.na(c("a",NA))
sub("a","b",c("a",NA))
print(c(a=NULL))
structure(list(),names=character(0))
data.frame(x=character(0))
data.frame(x=integer(0),y=character(0))
matrix(0,0,2)
matrix(character(0),0,2)
array(0,c(2,0))
list(matrix(0,0,2))
l <- list(1,b="x",c=list(d=1:3,e=list()))
l
str(l)
names(l)
l[["c"]]$d
print(l["b"])
options(digits=4)
pi
1/3
c(1.23456789,100)
options(digits=7)
options(scipen=10)
1e10
1e-8
options(scipen=0)
options(width=40)
1:30
letters
options(width=80)
options(digits=15)
pi
0.1
options(digits=7)
getOption("digits")
op <- options(digits=3)
22/7
options(op)
22/7
print(22/7,3)
format(22/7,digits=3)
signif(22/7,3)
round(22/7,3)
h <- structure(list(a=1,b=2),class="myclass")
print.myclass <- function(x,...) cat("<myclass:",x$a,">\n")
h
print(h)
list(h,1)
format.myclass <- function(x,...) "FMT"
format(h)
summary.myclass <- function(object,...) structure(list(s=3),class="summary.myclass")
print.summary.myclass <- function(x,...) {cat("Summary",x$s,"\n"); invisible(x)}
summary(h)
toString.myclass <- function(x,...) "TS"
toString(h)
as.character.myclass <- function(x,...) "AC"
paste(h)
length.myclass <- function(x) 99L
length(h)
"+.myclass" <- function(e1,e2) {e1$a <- e1$a + e2$a; e1}
h+h
"==.myclass" <- function(e1,e2) TRUE
h==h
"[.myclass" <- function(x,i) "sub"
h[1]
"$.myclass2" <- function(x,name) paste("field",name)
k <- structure(list(),class="myclass2")
k$foo
Math.myclass <- function(x,...) cat("Math",.Generic,"\n")
sqrt(h)
Summary.myclass <- function(...,na.rm) cat("Summary",.Generic,"\n")
max(h)
mean.myclass <- function(x,...) "M"
mean(h)
data.frame(v=I(list(1,2)))
print(structure(1:3,class="unknown"))
print(structure(list(1),class="unknown2"))
format(structure(1.5,class="zz"))
cat(structure("a",class="q"),"\n")
unclass(h)
inherits(h,"myclass")
as.list.myclass <- function(x,...) list("L")
t1 <- structure(5,class=c("child","parent"))
print.parent <- function(x,...) {cat("parent\n"); invisible(x)}
t1
print.child <- function(x,...) {cat("child\n"); NextMethod()}
t1
rev.myclass <- function(x) "R"
rev(h)
unique.myclass <- function(x,...) "U"
unique(h)
dim.myclass <- function(x) c(7L,7L)
dim(h)
summary(c(a=1,b=2))
summary(c("a","b"))
summary(as.factor(c("a","b","a")))
summary(data.frame(x=c(1,2,NA),y=c("a","b","c"),z=factor(c("u","v","u"))))
summary(list(a=1,b="x"))
summary(TRUE)
summary(NULL)
summary(mtcars[,1:3])
summary(airquality$Ozone)
summary(matrix(1:4,2))
quantile(c(1,2,3,4,10))
quantile(1:10,0.25,names=FALSE)
summary(1:4)[4]
names(summary(1:4))
class(summary(1:4))
print(summary(c(1.23456,2.34567)),digits=3)
summary(c(123456,234567))
summary(iris$Species)
summary(as.Date(c("2024-01-01","2024-01-03")))
summary(numeric(0))
format(summary(c(1,2,3)))
summary(c(TRUE,FALSE))
