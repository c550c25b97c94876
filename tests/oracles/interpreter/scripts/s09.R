# tryCatch, warnings, conditions
safe_divide <- function(a, b) {
  tryCatch({
    if (b == 0) stop("division by zero")
    if (b < 0) warning("negative divisor")
    a / b
  }, error = function(e) {
    cat("Error caught:", conditionMessage(e), "\n")
    NA
  }, warning = function(w) {
    cat("Warning caught:", conditionMessage(w), "\n")
    a / b
  }, finally = cat("done\n"))
}
safe_divide(10, 2); safe_divide(1, 0); safe_divide(4, -2)
r <- try(log("a"), silent = TRUE)
class(r)
cat(r)
inherits(r, "try-error")
attr(r, "condition")
withCallingHandlers({
  warning("first"); cat("continued\n"); "value"
}, warning = function(w) { message("handling: ", conditionMessage(w)); invokeRestart("muffleWarning") })
f <- function(x) { if (!is.numeric(x)) stop("need numeric: ", class(x), call. = FALSE); sqrt(x) }
tryCatch(f("a"), error = function(e) print(e))
tryCatch(stop("a ", "b"), error = function(e) print(conditionCall(e)))
tryCatch(as.integer("x"), warning = function(w) class(w))
tryCatch(1:3 + 1:2, warning = function(w) conditionMessage(w))
tryCatch(sqrt(-1), warning = function(w) "nan!")
result <- suppressWarnings(as.numeric(c("1", "two", "3")))
result
cond <- simpleCondition("custom message"); class(cond) <- c("myCondition", "condition")
withRestarts(
  { cat("before\n"); invokeRestart("skip", 42); cat("never\n") },
  skip = function(v) v * 2)
tryCatch(signalCondition(cond), myCondition = function(c) "caught custom")
myError <- function(msg) structure(class = c("myError", "error", "condition"), list(message = msg, call = sys.call(-1)))
g <- function() stop(myError("special"))
tryCatch(g(), myError = function(e) paste("Got:", conditionMessage(e)))
out <- lapply(list(1, "b", -1), function(v) tryCatch(log(v), error = function(e) NA, warning = function(w) NaN))
str(out)
stopifnot(all.equal(pi, 3.14159265358979))
tryCatch(stopifnot("x must be positive" = -1 > 0), error = function(e) conditionMessage(e))
tryCatch(match.arg("z", c("a", "b")), error = function(e) cat(conditionMessage(e), "\n"))
h <- function(type = c("one", "two")) { type <- match.arg(type); type }
h(); h("two")
tryCatch({ warning("w1"); cat("no\n") }, warning = function(w) cat("yes\n"), finally = { cat("fin\n") })
res <- vector("list", 3)
for (i in 1:3) res[[i]] <- tryCatch(if (i == 2) stop("bad i") else i^2, error = function(e) NULL)
res
length(res)
warnf <- function() { warning("careful"); "returned" }
x <- withCallingHandlers(warnf(), warning = function(w) { cat("log:", conditionMessage(w), "\n"); invokeRestart("muffleWarning") })
x
tryCatch(undefined_fn(), error = function(e) conditionMessage(e))
tryCatch(undefined_var, error = function(e) conditionMessage(e))
tryCatch(list(1)[[3]], error = function(e) conditionMessage(e))
tryCatch(c(1)[["a"]], error = function(e) conditionMessage(e))
tryCatch("a" + 1, error = function(e) conditionMessage(e))
tryCatch(matrix(1:6, 2) %*% matrix(1:6, 2), error = function(e) conditionMessage(e))
