# validity through inheritance, order of checks, initialize with validation
setClass("Base", representation(lo = "numeric", hi = "numeric"),
  validity = function(object) {
    cat("checking Base\n")
    if (length(object@lo) == 1 && length(object@hi) == 1 && object@lo > object@hi) "lo > hi" else TRUE
  })
setClass("Child", contains = "Base", representation(mid = "numeric"),
  validity = function(object) {
    cat("checking Child\n")
    if (length(object@mid) && (object@mid < object@lo || object@mid > object@hi)) "mid outside" else TRUE
  })
x <- new("Child", lo = 1, hi = 5, mid = 3)
r <- tryCatch(new("Child", lo = 1, hi = 5, mid = 9), error = function(e) conditionMessage(e))
r
r <- tryCatch(new("Child", lo = 7, hi = 5, mid = 6), error = function(e) conditionMessage(e))
r
x@mid <- 100
r <- tryCatch(validObject(x), error = function(e) conditionMessage(e))
r
validObject(x, test = TRUE)
isVirtualClass("Base")
setMethod("initialize", "Child", function(.Object, ..., width = 2) {
  .Object <- callNextMethod(.Object, ...)
  if (!length(.Object@hi)) .Object@hi <- .Object@lo + width
  validObject(.Object)
  .Object
})
y <- new("Child", lo = 1, width = 10)
y@hi
new("Child", lo = 0)
