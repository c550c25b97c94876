# toString, cat, print, format methods; S3 class in slots; setOldClass
setOldClass("myS3")
setClass("Holder", slots = c(s = "myS3", m = "lm"))
obj <- structure(list(v = 1), class = "myS3")
print.myS3 <- function(x, ...) cat("<myS3", x$v, ">\n")
h <- new("Holder", s = obj, m = lm(dist ~ speed, cars))
h@s
coef(h@m)
setGeneric("render", function(x, ...) standardGeneric("render"))
setMethod("render", "myS3", function(x, ...) cat("rendering", x$v, "\n"))
render(obj)
render(h@s)
setMethod("render", "Holder", function(x, ..., verbose = FALSE) {
  if (verbose) cat("verbose\n")
  render(x@s)
})
render(h)
render(h, verbose = TRUE)
setMethod("show", "myS3", function(object) cat("shown myS3\n"))
setClass("Log", slots = c(lines = "character"))
setGeneric("add<-", function(x, value) standardGeneric("add<-"))
setReplaceMethod("add", "Log", function(x, value) { x@lines <- c(x@lines, value); x })
l <- new("Log")
add(l) <- "one"
add(l) <- "two"
l@lines
l
setMethod("c", "Log", function(x, ...) new("Log", lines = c(x@lines, unlist(lapply(list(...), function(z) z@lines)))))
c(l, l)@lines
setMethod("rev", "Log", function(x) new("Log", lines = rev(x@lines)))
rev(l)
rev(1:3)
setMethod("head", "Log", function(x, n = 1, ...) head(x@lines, n))
head(l)
head(letters, 2)
setMethod("unique", "Log", function(x, incomparables = FALSE, ...) unique(x@lines))
unique(c(l, l))
isVirtualClass("Log")
