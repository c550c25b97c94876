parse_age <- function(s) {
  n <- suppressWarnings(as.integer(s))
  if (is.na(n)) stop(structure(class = c("parse_error", "error", "condition"), list(message = paste0("cannot parse '", s, "' as age"), call = sys.call())))
  n
}
ages <- c("23", "abc", "45")
out <- vapply(ages, function(a) tryCatch(parse_age(a), parse_error = function(e) { message("skipping: ", conditionMessage(e)); NA_integer_ }), integer(1))
out
mean(out, na.rm = TRUE)
res <- withCallingHandlers(
  {
    x <- 0
    for (i in 1:3) { if (i == 2) warning("at two"); x <- x + i }
    x
  },
  warning = function(w) { cat("[log]", conditionMessage(w), "\n"); tryInvokeRestart("muffleWarning") })
res
f <- function() { on.exit({ cat("closing\n"); flush(stdout()) }, add = TRUE); parse_age("oops") }
tryCatch(f(), error = function(e) { cat("class:", class(e)[1], "\n"); cat("call:", deparse(conditionCall(e)), "\n") })
f()
