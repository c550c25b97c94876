# A class that contains a basic type
setClass("Temp", contains = "numeric", slots = c(unit = "character"))
t1 <- new("Temp", c(20.5, 22, 19), unit = "C")
t1
t1@.Data
mean(t1)
t1[2]
length(t1)
t1 + 1
max(t1)
t1 > 20
as.numeric(t1)
setMethod("show", "Temp", function(object) cat("Temperatures in", object@unit, ":", object@.Data, "\n"))
t1
t1@unit <- "K"
t1
is(t1, "numeric")
is(t1)
sum(t1)
summary(t1@.Data)
setClass("NamedList", contains = "list", slots = c(title = "character"))
n <- new("NamedList", list(1, 2, "c"), title = "things")
length(n)
n[[3]]
n@title
