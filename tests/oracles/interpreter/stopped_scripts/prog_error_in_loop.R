# error at end with nested calls
check <- function(x) {
  if (!is.numeric(x)) stop("'x' must be numeric, not ", class(x))
  x
}
process <- function(values) {
  results <- vector("list", length(values))
  for (i in seq_along(values)) {
    cat("processing item", i, "\n")
    results[[i]] <- check(values[[i]])^2
  }
  results
}
process(list(2, 3))
process(list(1, "a", 3))
cat("unreachable\n")
