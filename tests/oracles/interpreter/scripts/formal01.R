# S4 basics: a person
setClass("Person", representation(name = "character", age = "numeric"))
p <- new("Person", name = "Ann", age = 30)
p
p@name
p@age <- 31
p@age
isVirtualClass("Person")
is(p, "Person")
is(p)
slotNames("Person")
slot(p, "age")
slot(p, "age") <- 40
p
isVirtualClass("Person")
class(p)
is.object(p)
isS4(p)
identical(p, new("Person", name = "Ann", age = 40))
res <- tryCatch(new("Person", name = 1), error = function(e) cat("Error:", conditionMessage(e), "\n"))
res <- tryCatch(new("Person", nam = "x"), error = function(e) cat("Error:", conditionMessage(e), "\n"))
res <- tryCatch(p@foo, error = function(e) cat("Error:", conditionMessage(e), "\n"))
res <- tryCatch(p@age <- "a", error = function(e) cat("Error:", conditionMessage(e), "\n"))
res <- tryCatch(new("Nope"), error = function(e) cat("Error:", conditionMessage(e), "\n"))
new("Person")
