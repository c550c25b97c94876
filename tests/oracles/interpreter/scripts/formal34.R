# Printing S4 objects in various places; cat of slots; format; paste
setClass("Money", representation(value = "numeric", cur = "character"))
m <- new("Money", value = c(1.5, 22.25), cur = "USD")
m
print(m)
invisible(m)
(m)
if (TRUE) m
f <- function() m
f()
x <- list(first = m, second = "text")
x
str(x)
str(m)
cat("Value:", m@value, m@cur, "\n")
cat(sprintf("%s %.2f\n", m@cur, m@value), sep = "")
tryCatch(cat(m), error = function(e) cat("Error:", conditionMessage(e), "\n"))
setMethod("show", "Money", function(object) {
  cat("Money:\n")
  for (v in object@value) cat(" ", format(v, nsmall = 2), object@cur, "\n")
})
m
x
setGeneric("toString")
setMethod("toString", "Money", function(x, ...) paste(x@value, x@cur, collapse = "; "))
toString(m)
toString(1:5)
setMethod("format", "Money", function(x, ...) paste0(x@cur, formatC(x@value, format = "f", digits = 2)))
format(m)
setMethod("length", "Money", function(x) length(x@value))
length(m)
setMethod("sort", "Money", function(x, decreasing = FALSE, ...) { x@value <- sort(x@value, decreasing = decreasing); x })
sort(m, decreasing = TRUE)@value
setMethod("range", "Money", function(x, ..., na.rm = FALSE) range(x@value))
range(m)
setMethod("as.numeric", "Money", function(x, ...) x@value)
as.numeric(m)
