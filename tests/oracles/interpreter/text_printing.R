structure(1:3, class="foo")
structure(1:3, foo="x")
list(a=structure(1:3, foo=list(1,b=2)))
x <- structure(list(a=1,b="x"), class="zz")
x
list(x, 2)
f <- function(x, y = 2) { # comment
x + y
}
f
list(f=f, g=1:3)
matrix(list(1,"a",1:3,NULL),2)
array(1:3, 3)
array(1:3, 3, list(c("a","b","c")))
array(1:3, 3, list(g=c("a","b","c")))
array(1:24, c(2,3,4))
array(character(0), c(0,3))
quote(x+y)
quote(x)
as.name("if")
y ~ x + z
expression(a+b, c)
list(1, list(2, "a", list()), NULL, b=list())
structure(list(1,2), foo="bar")
globalenv()
1+2i
c(a=TRUE,b=NA)
factor(c("a","b",NA))
factor(c(a="x",b="y"))
structure(factor("a"), foo=1)
noquote(c("a","b"))
noquote(c(a="x"))
Sys.Date() - Sys.Date()
as.Date("2024-01-05")
as.Date(c("2024-01-05",NA))
integer(0)
list()
character(0)
NULL
factor(character(0))
as.Date(character(0))
data.frame()
print(1:3, quote=FALSE)
print("a", quote=FALSE)
print(pi, digits=3)
print(c(a="b"), quote=FALSE)
print(letters, width=30)
print(list(1.23456,"a"), digits=3)
simpleError("boo")
simpleCondition("m")
tryCatch(stop("x"), error=function(e) e)
tryCatch(warning("x"), warning=function(e) e)
print(c(1.5,NA), na.print="-")
structure(c(a=1), foo=2)
emptyenv()
invisible(3)
(invisible(3))
if (FALSE) 1
table(c(1,1,2))
list(table(c(1,1,2)), data.frame(a=1:2), factor("a"))
structure(list(a=1:2), row.names=1:2)
t(1:3)
matrix(1:4,2,dimnames=list(NULL,c("a","b")))
matrix(c("a","b"),1)
print(matrix(c("a","b"),1), quote=FALSE)
noquote(matrix(c("a","b"),1))
structure(1:4, dim=c(2,2), foo="x")
head(mtcars)
head(iris,3)
data.frame(x=c(1.123456,22.1),y=c("a",NA),z=c(TRUE,NA))
print(head(mtcars),digits=3)
print(data.frame(a=1:2),row.names=FALSE)
data.frame(a=c(1e10,1))
data.frame(a=c(1e-10,1))
data.frame(n=c(1000000,2))
data.frame(d=as.Date("2024-01-05"), f=factor("u"))
data.frame(l=I(list(1,2:3)))
data.frame(m=I(matrix(1:4,2)))
iris[0,]
iris[1:2,0]
data.frame(`a b`=1,check.names=FALSE)
print(data.frame(a=c("x","yyy")),right=FALSE)
df <- data.frame(x=1:3)
df$y <- matrix(1:6,3)
df
t(head(mtcars,2))
as.list(data.frame(a=1:2,b=c("x","y")))
data.frame(a=c(NA,1.5),b=c(NA,"z"))
airquality[1:6,]
matrix(c(1.5,NA,-3,1e6),2)
matrix(c("a",NA,"ccc","d"),2)
matrix(c(TRUE,FALSE,NA,TRUE),2)
matrix(1:40,2)
matrix(rnorm(0),0,3)
matrix(0,3,0)
matrix(list(),0,0)
m <- matrix(1:4,2)
rownames(m) <- c("a","b")
m
colnames(m) <- c("x","y")
m
m["a",]
m[,"x",drop=FALSE]
matrix(c(1e-20,1,1000,1e10),2)
array(1:3,c(1,1,3))
print(matrix(c(1.23456,2.1,3,4),2),digits=3)
matrix(c(0.00001,123456,1,2),2)
summary(m)
cor(mtcars[,1:3])
noquote(m)
print(m, quote=TRUE)
diag(2)
structure(1:4,dim=c(2,2),dimnames=list(r=c("a","b"),c=NULL))
list(a=1,b=list(c=2,d=list(e=3)))
list(1,"a",TRUE,NULL,NA)
list(m=matrix(1:4,2),d=data.frame(a=1))
setNames(list(1,2),c("a",""))
list(`a b`=1)
list(f=function(x) x)
list(list(list(1)))
l <- list()
l$x <- 5
l
list(a=NULL)
str(l)
list(factor(c("u","v")))
list(y~x, quote(a+b))
list(c(a=1,b=2))
list(Sys.Date()-Sys.Date())
list(letters)
print(list(1,2,a=3))
invisible(5)
x <- c(a=1,b=2)
x
x["a"]
names(x)
c(first=TRUE)
c(a="x",b="yy")
1:100
seq(0.1,2,0.1)
letters
c(-1.5,2,NA)
c(1e5,1e-5)
1e5
123456.7
0.1+0.2
1/3
22/7
100*1.1
1e-300
2^31
5e-324
c(1.10,2.25)
TRUE
"quote\"d"
'sq'
"tab\t"
"uni\u00e9"
NULL
NA
-0.0
Inf
c(NaN,1)
1L
3+0i
c(1.5,NA,Inf)
.5
1e3
12345678
123456789.123
0.00001234
c(0.1,0.12,0.123)
1e15
1e16
100000
1234567.891
table(mtcars$cyl)
table(mtcars$cyl,mtcars$gear)
t2 <- table(g=mtcars$gear,c=mtcars$cyl)
t2
prop.table(t2)
round(prop.table(t2,1),2)
summary(t2)
addmargins(t2)
t2["4",]
names(table(c("x","y","x")))
table(c(TRUE,FALSE,NA),useNA="ifany")
table(factor(character(0)))
table(iris$Species)
t2/sum(t2)
as.data.frame(t2)
dim(t2)
t2[1,1]
apply(t2,1,sum)
table(c(1.5,2.5,1.5))
unclass(table(c(1,1,2)))
as.vector(table(c(1,1,2)))
sort(table(c("b","a","b")))
rev(table(c("b","a","b")))
table(c(1,1,2))==2
table(a=c(1,2),b=c(1,2),c=c(1,2))
