# Advanced-R-like person class with accessors and validity; accessor generics; method show
setClass("Person",
  slots = c(
    name = "character",
    age = "numeric"
  ),
  prototype = list(
    name = NA_character_,
    age = NA_real_
  )
)
me <- new("Person", name = "Hadley")
str(me)
me@age
Person <- function(name, age = NA) {
  age <- as.double(age)
  new("Person", name = name, age = age)
}
Person("Hadley")
setValidity("Person", function(object) {
  if (length(object@name) != length(object@age)) {
    "@name and @age must be same length"
  } else {
    TRUE
  }
})
try(Person("Hadley", age = c(30, 37)), silent = TRUE)
cat(geterrmessage())
alex <- Person("Alex", age = 30)
alex@age <- 1:30
try(validObject(alex), silent = TRUE)
cat(geterrmessage())
setGeneric("age", function(x) standardGeneric("age"))
setGeneric("age<-", function(x, value) standardGeneric("age<-"))
setMethod("age", "Person", function(x) x@age)
setMethod("age<-", "Person", function(x, value) { x@age <- value; x })
john <- Person("John Smith", age = 50)
age(john) <- 51
age(john)
setClass("Employee", contains = "Person", slots = c(boss = "Person"),
         prototype = list(boss = new("Person")))
str(new("Employee"))
is(new("Person"))
is(new("Employee"))
setMethod("show", "Person", function(object) {
  cat(is(object)[[1]], "\n",
      "  Name: ", object@name, "\n",
      "  Age:  ", object@age, "\n",
      sep = "")
})
john
new("Employee", name = "E", age = 3, boss = john)
args <- list(name = "via do.call", age = 2)
do.call(new, c(list("Person"), args))
isVirtualClass("Person")
slotNames("Employee")
for (s in slotNames(john)) cat(s, "=", format(slot(john, s)), "\n")
lapply(slotNames(john), function(s) slot(john, s))
sapply(c("name", "age"), function(s) class(slot(john, s)))
