# S3 classes: account, with print, summary, format, Ops
account <- function(owner, balance = 0) {
  stopifnot(is.character(owner), is.numeric(balance))
  structure(list(owner = owner, balance = balance, log = character()), class = "account")
}
deposit <- function(acc, x, ...) UseMethod("deposit")
deposit.default <- function(acc, x, ...) stop("not an account")
deposit.account <- function(acc, x, ...) {
  if (x <= 0) stop("amount must be positive")
  acc$balance <- acc$balance + x
  acc$log <- c(acc$log, paste0("+", format(x, nsmall = 2)))
  invisible(acc)
}
print.account <- function(x, ...) {
  cat("<account>", x$owner, "\n")
  cat("  balance:", format(x$balance, nsmall = 2, big.mark = ","), "\n")
  invisible(x)
}
summary.account <- function(object, ...) {
  structure(list(n = length(object$log), balance = object$balance), class = "summary.account")
}
print.summary.account <- function(x, ...) cat("Entries:", x$n, " Balance:", x$balance, "\n")
format.account <- function(x, ...) paste0(x$owner, " (", x$balance, ")")
toString.account <- function(x, ...) format(x)
"+.account" <- function(e1, e2) { e1$balance <- e1$balance + if (inherits(e2, "account")) e2$balance else e2; e1 }
"==.account" <- function(e1, e2) e1$balance == e2$balance
"$<-.account" <- function(x, name, value) { y <- unclass(x); y[[name]] <- value; structure(y, class = "account") }
length.account <- function(x) length(unclass(x)$log)
a <- account("Ada", 1000)
a
a <- deposit(a, 250.5)
a
summary(a)
b <- account("Bob", 1250.5)
a == b
a + b
print(a + 10)
format(a)
toString(b)
length(a)
res <- tryCatch(deposit(a, -5), error = function(e) conditionMessage(e))
res
try(deposit(5, 1), silent = TRUE)
cat(geterrmessage())
inherits(a, "account"); inherits(a, c("x", "account"), which = TRUE)
savings <- function(owner, balance, rate) {
  obj <- account(owner, balance)
  obj$rate <- rate
  class(obj) <- c("savings", class(obj))
  obj
}
print.savings <- function(x, ...) {
  NextMethod()
  cat("  rate:", x$rate * 100, "%\n")
  invisible(x)
}
s <- savings("Cy", 500, 0.035)
s
unclass(s)$rate
class(s)
is.list(s)
accs <- list(a, b, s)
sapply(accs, function(z) z$balance)
total <- Reduce(function(u, v) u + v$balance, accs, 0)
total
invisible(lapply(accs, print))
