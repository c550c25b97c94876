# initialize methods and callNextMethod
setClass("Base", slots = c(id = "numeric", label = "character"))
setMethod("initialize", "Base", function(.Object, ...) {
  .Object <- callNextMethod(.Object, ...)
  if (length(.Object@label) == 0) .Object@label <- paste0("item", .Object@id)
  .Object
})
setClass("Derived", contains = "Base", slots = c(extra = "list"))
x <- new("Base", id = 7)
x@label
y <- new("Derived", id = 3, extra = list(1, "a"))
y@label
y
setGeneric("info", function(obj) standardGeneric("info"))
setMethod("info", "Base", function(obj) cat("Base", obj@id, "\n"))
setMethod("info", "Derived", function(obj) {
  cat("Derived first\n")
  callNextMethod()
  cat("extra:", length(obj@extra), "\n")
})
info(x)
info(y)
is(y, "Base")
as(y, "Base")
setMethod("summary", "Base", function(object, ...) cat("summary of", object@label, "\n"))
summary(x)
summary(y)
summary(c(1, 2, 3))
setMethod("length", "Derived", function(x) length(x@extra))
length(y)
length(x)
isVirtualClass("Base")
initialize(x, id = 99)@id
