# argument validation and stop at top-level in nested functions with long messages
validate_email <- function(email) {
  if (!is.character(email) || length(email) != 1)
    stop("email must be a single character string; received an object of class ", paste(class(email), collapse = "/"), " and length ", length(email))
  grepl("@", email, fixed = TRUE)
}
validate_email("a@b")
register <- function(name, email) {
  stopifnot(is.character(name), nchar(name) > 0)
  if (!validate_email(email)) stop("invalid email: ", email, call. = FALSE)
  message("Registered ", name)
  invisible(list(name = name, email = email))
}
u <- register("Ann", "ann@x.org")
u$name
tryCatch(register("", "x@y"), error = function(e) { cat("Message:", conditionMessage(e), "\n"); print(conditionCall(e)) })
tryCatch(register("Bob", "nope"), error = function(e) print(e))
tryCatch(register("Bob", 5), error = function(e) print(e))
register("Zed", c("a@b", "c@d"))
