# Conditions
safe_log <- function(x) {
  tryCatch({
    if (x < 0) warning("negative input")
    log(x)
  }, warning = function(w) {
    cat("warning:", conditionMessage(w), "\n"); NaN
  }, error = function(e) {
    cat("error:", conditionMessage(e), "\n"); NA
  }, finally = cat("done with", x, "\n"))
}
safe_log(10); safe_log(-1); safe_log("a")
res <- withCallingHandlers({
  warning("first"); warning("second"); "value"
}, warning = function(w) { message("Logged: ", conditionMessage(w)); invokeRestart("muffleWarning") })
res
e <- simpleError("custom!"); class(e)
tryCatch(stop(e), error = function(err) print(err))
cond <- structure(class = c("http_error", "error", "condition"), list(message = "404", call = NULL))
tryCatch(stop(cond), http_error = function(e) cat("HTTP", conditionMessage(e), "\n"))
cond
f <- function(x) { on.exit(cat("leaving f\n")); if (x) stop("bad x") ; "fine" }
f(FALSE)
try(f(TRUE), silent = TRUE)
cat(geterrmessage())
tryCatch(as.integer("x"), warning = function(w) print(w))
tryCatch(1 + "a", error = function(e) print(e))
tryCatch(log(-1), warning = function(w) conditionMessage(w))
tryCatch(sqrt("a"), error = conditionMessage)
tryCatch(undefined_fn(), error = conditionMessage)
tryCatch(undefined_var, error = conditionMessage)
tryCatch(list(1)[[3]], error = conditionMessage)
tryCatch(c(1)[[3]], error = conditionMessage)
tryCatch(matrix(1:6, 2) %*% matrix(1:6, 2), error = conditionMessage)
tryCatch(stopifnot("x must be positive" = -1 > 0), error = conditionMessage)
tryCatch(match.arg("z", c("a", "b")), error = conditionMessage)
tryCatch(mean(), error = conditionMessage)
tryCatch(new_f <- function(x) x, finally = cat("ok\n"))
tryCatch(lm(y ~ x, data.frame(x = 1)), error = conditionMessage)
tryCatch(data.frame(a = 1:2, b = 1:3), error = conditionMessage)
tryCatch(if (NA) 1, error = conditionMessage)
tryCatch(if (c(TRUE, FALSE)) 1, error = conditionMessage)
tryCatch(1:3 + 1:2, warning = conditionMessage)
tryCatch(factor(1:2) + 1, warning = conditionMessage)
tryCatch(mtcars[, "zzz"], error = conditionMessage)
tryCatch(mtcars[["zzz"]]$a, error = conditionMessage)
tryCatch(get("qqq"), error = conditionMessage)
tryCatch(library(notapkg), error = conditionMessage)
tryCatch(strtoi("zz", 36), error = conditionMessage)
tryCatch(vapply(1:2, function(i) "a", numeric(1)), error = conditionMessage)
tryCatch(do.call("f", list()), error = conditionMessage)
tryCatch(f(1, 2, 3), error = conditionMessage)
w <- tryCatch(warning("uh"), warning = identity); class(w)
retry <- function(f, n) for (i in 1:n) { r <- tryCatch(f(i), error = function(e) NULL); if (!is.null(r)) return(r); message("attempt ", i, " failed") }
retry(function(i) if (i < 3) stop("no") else i * 10, 5)
warningCondition("mine", class = "myw") |> class()
result <- try(log("a"))
print(result)
f(TRUE)
