# show defaults of many slots
setClass("Many", slots = c(n = "numeric", i = "integer", s = "character", l = "logical", li = "list",
                           f = "function", m = "matrix", d = "data.frame", fa = "factor", a = "ANY"))
x <- new("Many", n = c(a = 1, b = 2), i = 1:3, s = letters[1:3], l = c(TRUE, NA), li = list(x = 1, 2),
         f = function(x) x + 1, m = matrix(1:4, 2), d = data.frame(u = 1:2), fa = factor(c("p", "q")), a = 5)
x
new("Many")@n
new("Many")@i
new("Many")@s
new("Many")@l
new("Many")@li
new("Many")@m
new("Many")@a
setClass("In", slots = c(v = "numeric"))
setClass("Out", slots = c(inner = "In", k = "numeric"))
o <- new("Out", inner = new("In", v = 1:3 / 2), k = 2)
o
o@inner@v
o@inner@v[2] <- 100
o@inner
isVirtualClass("In")
list(a = o@inner, b = 2)
str(o)
