# Course: a simple linear model as an S4 class
setClass("LinReg", representation(coef = "numeric", resid = "numeric", call = "language"))
linreg <- function(x, y) {
  X <- cbind(1, x)
  b <- drop(solve(crossprod(X), crossprod(X, y)))
  names(b) <- c("a", "b")
  new("LinReg", coef = b, resid = drop(y - X %*% b), call = match.call())
}
setMethod("show", "LinReg", function(object) {
  cat("Call: ")
  print(object@call)
  cat("Coefficients:\n")
  print(object@coef)
})
setGeneric("rss", function(m) standardGeneric("rss"))
setMethod("rss", "LinReg", function(m) sum(m@resid^2))
setMethod("coef", "LinReg", function(object, ...) object@coef)
setMethod("summary", "LinReg", function(object, ...) {
  structure(list(rss = rss(object), n = length(object@resid)), class = "summary.LinReg")
})
print.summary.LinReg <- function(x, ...) cat("RSS:", x$rss, "on", x$n, "points\n")
m <- linreg(cars$speed, cars$dist)
m
coef(m)
rss(m)
summary(m)
setMethod("predict", "LinReg", function(object, newdata, ...) object@coef[1] + object@coef[2] * newdata)
unname(predict(m, c(10, 20)))
setMethod("plot", "LinReg", function(x, y, ...) cat("plotting\n"))
plot(m)
coef(lm(dist ~ speed, cars))
str(m@coef)
isVirtualClass("LinReg")
