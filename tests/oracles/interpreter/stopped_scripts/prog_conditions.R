# Conditions
safe_divide <- function(a, b) {
  tryCatch({
    if (b == 0) stop("division by zero!")
    a / b
  }, error = function(e) {
    message("Error caught: ", conditionMessage(e))
    NA
  }, finally = cat("finished", a, "/", b, "\n"))
}
safe_divide(1, 2)
safe_divide(1, 0)
res <- try(log(-1), silent = TRUE)
res
res <- try(stop("oops"), silent = TRUE)
class(res)
cat(res)
inherits(res, "try-error")
attr(res, "condition")
w <- tryCatch(as.integer("x"), warning = function(w) w)
class(w)
print(conditionMessage(w))
w
withCallingHandlers({
  warning("first")
  cat("after first\n")
  warning("second")
  "value"
}, warning = function(w) {
  cat("handling:", conditionMessage(w), "\n")
  invokeRestart("muffleWarning")
})
myCondition <- function(msg, class) structure(class = c(class, "condition"), list(message = msg, call = sys.call(-1)))
ff <- function() stop(myCondition("custom stop", "custom"))
tryCatch(ff(), custom = function(c) cat("Got class:", class(c), "\n"))
r <- withRestarts(
  { cat("before\n"); invokeRestart("myRestart", 42); cat("not here\n") },
  myRestart = function(x) x * 2)
r
cond <- simpleCondition("a message", call = NULL)
class(cond) <- c("special", "condition")
signalCondition(cond)
withCallingHandlers(
  { signalCondition(cond); cat("went on\n") },
  special = function(c) cat("saw special\n"))
e <- simpleError("my error")
class(e)
tryCatch(stop(e), error = function(err) print(identical(err, e)))
f <- function() {
  on.exit(cat("cleanup 1\n"))
  on.exit(cat("cleanup 2\n"), add = TRUE)
  cat("working\n")
  invisible(1)
}
f()
g <- function(x) {
  if (x < 0) warning("negative value: ", x, call. = FALSE)
  sqrt(abs(x))
}
g(-4)
result <- suppressWarnings(g(-9)); result
tryCatch({ warning("ww"); cat("no\n") }, warning = function(w) cat("W:", conditionMessage(w), "\n"), error = function(e) cat("E\n"))
nested <- tryCatch({
  tryCatch(stop("inner"), error = function(e) stop(paste("outer from", conditionMessage(e))))
}, error = function(e) conditionMessage(e))
nested
tryCatch(stopifnot("x must be positive" = -1 > 0), error = function(e) print(conditionMessage(e)))
tryCatch(stopifnot(all.equal(1, 1.1)), error = function(e) print(conditionMessage(e)))
tryCatch(match.arg("a", c("b", "c")), error = function(e) print(conditionMessage(e)))
h <- function(n) { if (n > 3) stop("n too big: ", n); n }
for (i in 1:6) h(i)
