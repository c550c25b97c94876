# Custom condition constructors and a logger
condition <- function(subclass, message, call = sys.call(-1), ...) {
  structure(class = c(subclass, "condition"), list(message = message, call = call), ...)
}
is_condition <- function(x) inherits(x, "condition")
custom_stop <- function(subclass, message, call = sys.call(-1), ...) {
  c <- condition(c(subclass, "error"), message, call = call, ...)
  stop(c)
}
my_log <- function(x) {
  if (!is.numeric(x)) custom_stop("invalid_class", "my_log() needs numeric input")
  if (any(x < 0)) custom_stop("invalid_value", "my_log() needs positive inputs")
  log(x)
}
tryCatch(my_log("a"), invalid_class = function(c) "class", invalid_value = function(c) "value")
tryCatch(my_log(-1), invalid_class = function(c) "class", invalid_value = function(c) "value")
r <- tryCatch(my_log("a"), error = function(e) e)
r
class(r); conditionCall(r); is_condition(r)
with_logging <- function(expr) {
  log <- character()
  val <- withCallingHandlers(expr,
    message = function(m) { log <<- c(log, paste0("[MSG] ", trimws(conditionMessage(m)))); invokeRestart("muffleMessage") },
    warning = function(w) { log <<- c(log, paste0("[WARN] ", conditionMessage(w))); invokeRestart("muffleWarning") })
  list(value = val, log = log)
}
with_logging({ message("starting"); x <- as.numeric("7z"); message("done ", 1, " of ", 2); 42 })
retry <- function(f, times = 3) {
  for (i in seq_len(times)) {
    res <- tryCatch(f(i), error = function(e) { cat(sprintf("attempt %d failed: %s\n", i, conditionMessage(e))); NULL })
    if (!is.null(res)) return(res)
  }
  stop("all ", times, " attempts failed")
}
retry(function(i) if (i < 3) stop("not yet") else paste("ok at", i))
out <- withCallingHandlers(
  withRestarts({ warning("W!"); "unreachable" }, skipItem = function() "skipped"),
  warning = function(w) invokeRestart("skipItem"))
out
f <- function() { tryCatch(return("from try"), finally = cat("finally runs\n")); "after" }
f()
tryCatch({ message("note"); 1 }, message = function(m) cat("Got:", conditionMessage(m)))
res <- tryCatch(warning("uh"), condition = class); res
e <- tryCatch(stop("a ", "b ", 3), error = function(e) e); str(conditionMessage(e)); print(conditionCall(e))
e2 <- simpleError("E2 msg", call = quote(f(x))); tryCatch(stop(e2), error = print)
w2 <- simpleWarning("careful"); r <- withCallingHandlers(tryCatch({ warning(w2); 1 }, warning = function(w) class(w))); r
computeRestarts()[0]
tryCatch(signalCondition("sig"), condition = function(c) class(c))
inherits(try(stop("x"), silent = TRUE), "try-error"); geterrmessage()
warningCondition("wc", class = "myW") |> class(); errorCondition("ec", class = "myE", data = 5)$data
tryCatch(stop(errorCondition("special", class = "myE")), myE = function(e) cat("caught myE:", conditionMessage(e), "\n"))
g <- function() { on.exit(cat("bye\n")); stop("fatal in g") }
try(g(), silent = TRUE)
options(warn = 1); f3 <- function() { warning("immediate"); cat("after warning\n") }; f3()
retry(function(i) stop("never"))
